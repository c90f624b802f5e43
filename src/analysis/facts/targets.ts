import type { Meeting, Target } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import {
  CONDITIONAL,
  GIVEN_UP,
  LAPSES,
  MORATORIUM,
  MORATORIUM_ENDS,
  OPEN_QUESTIONS,
  PROPOSED,
  UNTIL_WORDS,
} from "../language-words/target-words.ts";
import type { Sentence } from "../sentences.ts";
import { referenceOf, type Reference } from "./calendar.ts";
import { conferencesOf, isConference, type Conferences, type TimedSentence } from "./conferences.ts";
import { datesOf } from "./date-mentions.ts";
import { meetingsOf } from "./meetings.ts";
import { BEFORE_A_BODY, BY, isDue } from "./target-due.ts";
import { targetTimes, type TargetTime } from "./target-times.ts";
import { dutiesUntil, whatOf } from "./target-what.ts";
import { plainOf, readable } from "./plain-text.ts";
import { has, phrases } from "./word-tables.ts";

const DUTIES = phrases(MORATORIUM);
const DUTIES_END = phrases(MORATORIUM_ENDS);
const LAPSE = phrases(LAPSES);
const IS_PROPOSED = phrases([...CONDITIONAL, ...PROPOSED]);
const IS_OPEN = phrases(OPEN_QUESTIONS);
const IS_GIVEN_UP = phrases(GIVEN_UP);
const UNTIL = new RegExp(
  `(?<!\\p{L})(?:${UNTIL_WORDS.join("|")})(?: (?:the|la|le|les|l'|el|los|las)){0,2}(?: |(?<='))?$`,
  "iu",
);
const BY_TIME = /^(?:by|before|d'ici|avant|antes de|within|para) /iu;
const AT_CONFERENCE = /(?<!\p{L}|up )(?:at|with|for|to|à|a|en|con|avec|pour|para)(?: the| la)? $/iu;
const OTHERWISE = /(?:\bor|\bou|\bo|later than|tard|tardar)(?: |,)[^.;]{0,80}$/u;

interface Context {
  readonly reference: Reference;
  readonly conferences: Conferences;
  readonly meetingDays: ReadonlySet<string>;
  /** The first day of each meeting by its last. */
  readonly meetingStarts: ReadonlyMap<string, string>;
  /** The item speaks of the moratorium, so that what lapses without a name is it. */
  readonly isOnDuties: () => boolean;
}

interface FoundTarget extends Target {
  /** It is the moratorium that ends. */
  readonly isDuties: boolean;
  /** Of several ends of the moratorium a day of its own holds. */
  readonly isDay: boolean;
}

/**
 * What is to be reached, delivered or submitted by a time, or lapses on it, as the item states it. Times that are over
 * at publication, proposals, and aims that were given up are left out. One entry for each time. `meetings` are those of
 * the same item: their days are no targets, and a ministerial conference has the days that it is given there.
 */
export function targetsOf(
  item: Item,
  sentences: readonly Sentence[],
  meetings: readonly Meeting[] = meetingsOf(item, sentences),
): readonly Target[] {
  const reference = referenceOf(item);
  const timed = readable(sentences).map((sentence) => timedSentence(sentence, reference));
  const context: Context = {
    reference,
    conferences: conferencesOf(timed, meetings),
    meetingDays: new Set(meetings.flatMap((meeting) => [meeting.start, meeting.end])),
    meetingStarts: new Map(meetings.map((meeting) => [meeting.end, meeting.start])),
    isOnDuties: () => timed.some(({ text }) => has(text, DUTIES)),
  };
  const body = timed.filter(({ sentence }) => sentence.part !== "title").flatMap((read) => targetsIn(read, context));
  const titles = timed.filter(({ sentence }) => sentence.part === "title");
  const all = body.length > 0 ? body : titles.flatMap((read) => targetsIn(read, context));
  const hasDay = all.some(({ isDuties, isDay }) => isDuties && isDay);
  const settled = all.filter(({ isDuties, isDay }) => !isDuties || !hasDay || isDay);
  return [...new Map(settled.toReversed().map((target) => [target.by, target])).values()]
    .toReversed()
    .map(({ what, by, quote }) => ({ what, by, quote }));
}

function timedSentence(sentence: Sentence, reference: Reference): TimedSentence {
  const text = plainOf(sentence);
  return { sentence, text, times: targetTimes(text, datesOf(sentence), reference) };
}

function targetsIn({ sentence, text, times }: TimedSentence, context: Context): readonly FoundTarget[] {
  if (times.length === 0 || has(text, IS_GIVEN_UP)) return [];
  const isNamed = has(text, DUTIES) && has(text, DUTIES_END);
  const isDuties =
    (isNamed || (has(text, LAPSE) && context.isOnDuties())) && !has(text, IS_PROPOSED) && !has(text, IS_OPEN);
  const due = times.filter(
    (time) =>
      (!tellsConference(text, time, times) ||
        (isDuties && time.sort === "day" && has(text.slice(0, time.at), LAPSE))) &&
      (isDuties ? lapses(text, time) : isDue(text, time, sentence.part === "title")),
  );
  const targets: FoundTarget[] = [];
  for (const time of due) {
    const body = BEFORE_A_BODY.test(text.slice(0, time.at)) ? context.meetingStarts.get(time.by) : undefined;
    const by = isConference(time) ? context.conferences.dayOf(time.by) : (body ?? time.by);
    if (by === undefined || !isAhead(by, context.reference) || isOtherwiseSettled(text, time, due)) continue;
    if (body === undefined && time.sort === "day" && context.meetingDays.has(time.by)) continue;
    targets.push({
      isDuties,
      isDay: time.sort === "day",
      what: isDuties ? dutiesUntil(text, time) : whatOf(text, time),
      by,
      quote: sentence.text,
    });
  }
  return targets;
}

/** "Until MC14 or 31 March 2026": the day holds, as the surer of the two. */
function isOtherwiseSettled(text: string, time: TargetTime, due: readonly TargetTime[]): boolean {
  if (time.sort !== "conference") return false;
  return due.some((other) => other.sort === "day" && OTHERWISE.test(text.slice(time.until, other.at)));
}

/** "MC13, in Abu Dhabi in February 2024": the second time only says when the first is. */
function tellsConference(text: string, time: TargetTime, times: readonly TargetTime[]): boolean {
  const before = times.findLast((other) => other.until <= time.at && isConference(other));
  if (before === undefined || isConference(time)) return false;
  const gap = text.slice(before.until, time.at);
  return (
    gap.length < 90 &&
    !/(?:\bbeyond|\bafter|\bpast|\baprès|\bdespués del?|\bdelayed|\bpostponed|reportée|aplaza|\brate|\bcase|\bevent|\bcas|\bétat|\bcaso|\bor|\bou|\bo|later than|tard|tardar)(?: |,|$)/u.test(
      gap,
    ) &&
    !has(gap, AIM_VERBS)
  );
}

const AIM_VERBS = phrases(["hopes?", "aims?", "intends?", "espèrent", "visent", "esperan"]);

/** The moratorium's end: "until", "on", "or" a time. */
function lapses(text: string, time: TargetTime): boolean {
  const before = text.slice(0, time.at);
  const near = before.slice(-60);
  if (BY.test(near) || UNTIL.test(near) || BY_TIME.test(text.slice(time.at, time.until))) return true;
  if (time.sort === "day" && ON_THAT_DAY.test(text.slice(time.until))) return has(text.slice(time.until), LAPSE);
  if (isConference(time) && AT_CONFERENCE.test(near)) return has(before, LAPSE);
  if (time.sort !== "day" && time.sort !== "month") return /(?:until|jusqu'|hasta)[^.;]{0,70}$/iu.test(before);
  return (
    /(?:on|or|le|ou|el|o|at|in|en) $/iu.test(near) &&
    (has(before, LAPSE) || /(?:until|jusqu|hasta)[^.;]{0,70}$/iu.test(before))
  );
}

const ON_THAT_DAY =
  /(?:on|by) that (?:day|date)|(?:à|en) cette date|ce jour-là|(?:ese|ese mismo|dicho) día|(?:esa|dicha|en esa) fecha|at that (?:date|point)/iu;

/** Whether a time is not over at publication; a conference without a day always counts as to come. */
function isAhead(by: string, reference: Reference): boolean {
  if (reference.day === undefined || by.startsWith("MC")) return true;
  const day = reference.day;
  if (/^\d{4}-\d/u.test(by) || /^\d{4}$/u.test(by)) return by >= day.slice(0, by.length);
  return by.slice(0, 4) >= day.slice(0, 4);
}
