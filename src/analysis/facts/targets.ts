import type { Meeting, Target } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import {
  STRONG_AIMS,
  GOALS,
  HANDED_IN,
  UNTIL_WORDS,
  AIMS,
  BY_WORDS,
  DEADLINES,
  FIGURES,
  GIVEN_UP,
  MEETING_BEFORE,
  MORATORIUM,
  MORATORIUM_ENDS,
  OPEN_QUESTIONS,
  PROPOSED,
  RESULTS,
} from "../language-words/target-words.ts";
import type { Sentence } from "../sentences.ts";
import { referenceOf, type Reference } from "./calendar.ts";
import { conferencesOf, isConference, type Conferences, type TimedSentence } from "./conferences.ts";
import { meetingsOf } from "./meetings.ts";
import { targetTimes, type TargetTime } from "./target-times.ts";
import { has, phrases, placesOf, plain, readable } from "./word-tables.ts";

const AIM = phrases(AIMS);
const STRONG_AIM = phrases(STRONG_AIMS);
const GOAL = phrases(GOALS);
const RESULT = phrases(RESULTS);
const DUTIES = phrases(MORATORIUM);
const DUTIES_END = phrases(MORATORIUM_ENDS);
const LAPSE = phrases([
  "laps(?:e|es|ed)|expires?|ends?|run out",
  "expire(?:ra)?|prend(?:ra)? fin",
  "expira(?:rá)?|vence(?:rá)?|termina(?:rá)?",
]);
const IS_PROPOSED = phrases(PROPOSED);
const IS_OPEN = phrases(OPEN_QUESTIONS);
const IS_GIVEN_UP = phrases(GIVEN_UP);
const BY = new RegExp(
  `(?<!\\p{L})(?:${BY_WORDS.join("|")})(?: (?:the|its|a|time|la|le|les|l'|el|los|las|end of the|at the)){0,3}(?: |(?<='))?$`,
  "iu",
);
const UNTIL = new RegExp(
  `(?<!\\p{L})(?:${UNTIL_WORDS.join("|")})(?: (?:the|la|le|les|l'|el|los|las)){0,2}(?: |(?<='))?$`,
  "iu",
);
const IS_HANDED_IN = phrases(HANDED_IN);
const BY_TIME = /^(?:by|before|d'ici|avant|antes de|within|para) /iu;
const AT_CONFERENCE = /(?<!\p{L}|up )(?:at|for|to|à|a|en|pour|para)(?: the| la)? $/iu;
const DEADLINE = phrases(DEADLINES);
const DEADLINE_IS =
  /(?:is|remains|extended to|set for|on|est|fixée au|reportée au|prolongé au|es|vence|hasta|para|al)(?: the| le| el)? $/iu;
const SET_FOR =
  /(?<!\p{L})(?:foreseen|promised|planned|expected|scheduled|set|slated|due|announced|prévue?s?|attendue?s?|annoncée?s?|previst[oa]s?|esperad[oa]s?) (?:for|pour|para)(?: the| la| le| el)? $/iu;
const MEETING = phrases(MEETING_BEFORE);
const OF_FIGURES = phrases(FIGURES);
const WITHIN = /(?<!\p{L})(?:at|in|during|in the course of|over|à|en|au cours de|durante|a)(?: the| la| l'| el)? ?$/iu;
const WITHIN_TIME = /^(?:in|en|this|next|cette|este|l'année) /iu;
const MEETS = new RegExp(
  `(?<!\\p{L})(?:${MEETING_BEFORE.join("|")})(?: (?:in|at|on|by|before|the|en|à|au|para|antes|del?|el|la|le|again|tentatively|online|is|to|be)){0,4} ?$`,
  "iu",
);
const OTHERWISE = /(?:\bor|\bou|\bo|later than|tard|tardar)(?: |,)[^.;]{0,80}$/u;

interface Context {
  readonly reference: Reference;
  readonly conferences: Conferences;
  readonly meetingDays: ReadonlySet<string>;
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
  };
  const body = timed.filter(({ sentence }) => sentence.part !== "title").flatMap((read) => targetsIn(read, context));
  const titles = timed.filter(({ sentence }) => sentence.part === "title");
  const all = body.length > 0 ? body : titles.flatMap((read) => targetsIn(read, context));
  return [...new Map(all.toReversed().map((target) => [target.by, target])).values()].toReversed();
}

function timedSentence(sentence: Sentence, reference: Reference): TimedSentence {
  const text = plain(sentence.text);
  return { sentence, text, times: targetTimes(text, reference) };
}

function targetsIn({ sentence, text, times }: TimedSentence, context: Context): readonly Target[] {
  if (times.length === 0 || has(text, IS_GIVEN_UP)) return [];
  const isDuties = has(text, DUTIES) && has(text, DUTIES_END) && !has(text, IS_PROPOSED) && !has(text, IS_OPEN);
  const due = times.filter(
    (time) =>
      !tellsConference(text, time, times) &&
      (isDuties ? lapses(text, time) : isDue(text, time, sentence.part === "title")),
  );
  const targets: Target[] = [];
  for (const time of due) {
    const by = isConference(time) ? context.conferences.dayOf(time.by) : time.by;
    if (by === undefined || !isAhead(by, context.reference) || isOtherwiseSettled(text, time, due)) continue;
    if (time.sort === "day" && context.meetingDays.has(time.by)) continue;
    targets.push({ what: isDuties ? dutiesUntil(text, time) : whatOf(text, time), by, quote: sentence.text });
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
    !/(?:\bbeyond|\bdelayed|\bpostponed|reportée|aplaza|\bor|\bou|\bo|later than|tard|tardar)(?: |,|$)/u.test(gap) &&
    !has(gap, AIM_VERBS)
  );
}

const AIM_VERBS = phrases(["hopes?", "aims?", "intends?", "espèrent", "visent", "esperan"]);

/** The moratorium's end: "until", "on", "or" a time. */
function lapses(text: string, time: TargetTime): boolean {
  const before = text.slice(Math.max(0, time.at - 40), time.at);
  if (BY.test(before) || UNTIL.test(before) || BY_TIME.test(text.slice(time.at, time.until))) return true;
  if (isConference(time) && AT_CONFERENCE.test(before)) return has(text.slice(0, time.at), LAPSE);
  if (time.sort !== "day" && time.sort !== "month") return /(?:until|jusqu'|hasta)[^.;,]{0,30}$/iu.test(before);
  return (
    /(?:on|or|le|ou|el|o|at) $/iu.test(before) &&
    /(?:until|expir|laps|ends?|run|jusqu|fin|hasta|venc|termin)/iu.test(text.slice(0, time.at))
  );
}

function isDue(text: string, time: TargetTime, isTitle: boolean): boolean {
  const before = text.slice(0, time.at);
  const near = before.slice(-60);
  const isBy =
    BY.test(near) || BY_TIME.test(text.slice(time.at, time.until)) || (UNTIL.test(near) && has(text, IS_HANDED_IN));
  if (has(text, IS_PROPOSED) || MEETS.test(near.replace(BY, ""))) return false;
  if (time.sort === "year" && has(text, OF_FIGURES)) return false;
  if (isBy) return has(text, RESULT) ? !isTitle || has(text, AIM) : has(text, AIM) && time.sort !== "year";
  if (time.sort === "day") return has(before, DEADLINE) && DEADLINE_IS.test(near);
  if (isConference(time))
    return AT_CONFERENCE.test(near) && (has(before, AIM) || has(text, GOAL)) && has(before, RESULT);
  if (has(text, GOAL) && time.sort !== "year" && time.sort !== "month") return has(text, RESULT);
  if (SET_FOR.test(near)) return has(before, RESULT) && !has(before, MEETING);
  if (!WITHIN.test(near) && !WITHIN_TIME.test(text.slice(time.at, time.until))) return false;
  return has(before, RESULT) && (time.sort === "year-end" || has(before, STRONG_AIM));
}

/** Whether a time is not over at publication; a conference without a day always counts as to come. */
function isAhead(by: string, reference: Reference): boolean {
  if (reference.day === undefined || by.startsWith("MC")) return true;
  const day = reference.day;
  if (/^\d{4}-\d/u.test(by) || /^\d{4}$/u.test(by)) return by >= day.slice(0, by.length);
  return by.slice(0, 4) >= day.slice(0, 4);
}

/** "moratorium", "practice of not imposing …", with what the source says of it up to the time. */
function dutiesUntil(text: string, time: TargetTime): string {
  const ahead = text.slice(0, time.at);
  const [named] = placesOf(ahead, DUTIES);
  if (named === undefined) return whatOf(text, time);
  return ahead.slice(named.at).replace(BY, "").replace(LINKS_AT_THE_END, "").trim();
}

const LINKS_AT_THE_END =
  /(?:(?: |^)(?:until|till|beyond|or|on|at|the|by|MC ?\d{1,2}|ou|le|la|jusqu'(?:au|à)|au|CM ?\d{1,2}|hasta|el|o)){1,6} ?$/iu;

/** The words of the source that say what is due: from the aim to the time. */
function whatOf(text: string, time: TargetTime): string {
  const before = text.slice(0, time.at).replace(BY, "").replace(LINKS_AT_THE_END, "").trimEnd();
  const start = placesOf(before, AIM).at(-1)?.until ?? 0;
  const words = before
    .slice(before.length - start > 15 ? start : 0)
    .trim()
    .split(" ");
  return words
    .slice(-16)
    .join(" ")
    .replace(/^(?:(?:to|of|is|that|de|que|à|a|es|est|,|:) ){1,3}/iu, "")
    .replace(/[,;:—–(]+$/u, "")
    .trim();
}
