import type { Item } from "../../model/item.ts";
import type { Meeting, MeetingKind } from "../../model/analysis.ts";
import type { Sentence } from "../sentences.ts";
import { referenceOf, resolveDay, type Reference } from "./calendar.ts";
import { dateMentions, type DateMention, type WrittenSpan } from "./date-mentions.ts";
import { evidenceFor, signsOf, type Evidence, type Place } from "./meeting-evidence.ts";
import { mergeMeetings, type Found } from "./meeting-merge.ts";
import { statusOf, tenseAt } from "./meeting-status.ts";
import { processIn, processOf, type Process } from "./process.ts";
import { relativeMentions } from "./relative-days.ts";
import { has, phrases, plain, readable } from "./word-tables.ts";

const DEFAULT_KIND: Readonly<Record<Process, MeetingKind>> = {
  "joint-initiative": "plenary",
  "work-programme": "dedicated-discussion",
  none: "other",
};
const NEXT = phrases([
  "next",
  "further",
  "following",
  "another",
  "subsequent",
  "again",
  "prochaine?s?",
  "nouvelle",
  "autre",
  "de nouveau",
  "próxim[oa]s?",
  "siguientes?",
  "otr[oa]",
  "nuev[oa]",
  "de nuevo",
]);
const OFFICER_SPEAKS = phrases([
  "(?:(?:deputy )?director-general|DDG|DG)[^.;:]{0,80} (?:told|spoke|said|addressed|presented|launched|delivered)",
  "(?:direct(?:eur|rice) général(?:e)?(?: adjoint(?:e)?)?)[^.;:]{0,80} (?:dit|déclaré|prononcé|présenté|lancé|indiqué)",
  "(?:direct(?:or|ora) general(?: adjunt[oa])?)[^.;:]{0,80} (?:dijo|declaró|habló|presentó|lanzó|señaló|pronunció)",
]);

interface Context {
  readonly reference: Reference;
  readonly process: Process;
}

/**
 * The meetings whose days the item states, in the order of reading, each with the sentence that states it. The year is
 * taken from the day of publication where the text leaves it out.
 */
export function meetingsOf(item: Item, sentences: readonly Sentence[]): readonly Meeting[] {
  const context: Context = { reference: referenceOf(item), process: processOf(item) };
  const found: Found[] = [];
  for (const sentence of readable(sentences)) {
    for (const meeting of meetingsIn(sentence, context, found)) found.push(meeting);
  }
  return mergeMeetings(found);
}

function meetingsIn(sentence: Sentence, context: Context, earlier: readonly Found[]): readonly Found[] {
  const text = plain(sentence.text);
  const mentions = [...dateMentions(text), ...relativeMentions(text, context.reference)].sort((a, b) => a.at - b.at);
  if (mentions.length === 0) return [];
  const signs = signsOf(text);
  const found: Found[] = [];
  let before = 0;
  let last: Evidence | undefined;
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const isOnward = previous !== undefined && isShortLink(text, previous, mention, signs);
    const place = {
      before: isOnward ? before : (previous?.until ?? 0),
      at: mention.at,
      until: mention.until,
      after: mentions[index + 1]?.at ?? text.length,
    };
    const evidence = isOnward ? last : evidenceFor(text, signs, place);
    before = place.before;
    last = evidence;
    if (mention.isRelative && evidence?.kind === undefined) continue;
    if (evidence !== undefined) found.push(...spansOf(sentence, text, mention, place, evidence, context, earlier));
  }
  return found;
}

/** "On 3 May and again on 17 May": nothing new is said between the two. */
function isShortLink(
  text: string,
  previous: DateMention,
  next: DateMention,
  signs: ReturnType<typeof signsOf>,
): boolean {
  if (next.at - previous.until > 30) return false;
  const link = text.slice(previous.until, next.at);
  return !/[;.]/u.test(link) && !signs.some((sign) => sign.at >= previous.until && sign.until <= next.at);
}

function spansOf(
  sentence: Sentence,
  text: string,
  mention: DateMention,
  place: Place,
  evidence: Evidence,
  context: Context,
  earlier: readonly Found[],
): readonly Found[] {
  const kind = evidence.kind ?? kindByContext(text, place, context, earlier);
  const found: Found[] = [];
  for (const span of mention.spans) {
    const days = resolveSpan(span, context.reference, tenseAt(text, place));
    if (days === undefined) continue;
    const status = mention.either ? "tentative" : statusOf(text, place, days, context.reference);
    found.push({
      meeting: { ...days, kind, status, quote: sentence.text },
      isNamed: evidence.kind !== undefined,
      isWeak: evidence.weak,
      around: text.slice(Math.max(place.before, place.at - 60), place.at),
    });
  }
  return found;
}

function resolveSpan(
  span: WrittenSpan,
  reference: Reference,
  tense: ReturnType<typeof tenseAt>,
): { start: string; end: string } | undefined {
  const start = resolveDay(span.from, reference, tense);
  const turns = span.to.month < span.from.month && span.to.year === undefined;
  const year = start === undefined ? undefined : Number(start.slice(0, 4)) + (turns ? 1 : 0);
  const end = resolveDay({ ...span.to, year: span.to.year ?? year }, reference, tense);
  if (start === undefined || end === undefined || start > end) return undefined;
  return { start, end };
}

/** A meeting without a name of its own: the next one of what met before, a speech, or one of the item's process. */
function kindByContext(text: string, place: Place, context: Context, earlier: readonly Found[]): MeetingKind {
  const ahead = text.slice(place.before, place.at);
  const named = processIn(ahead);
  const first = earlier.find((found) => found.meeting.status === "held" && REPEATED.has(found.meeting.kind));
  if (first !== undefined && named === undefined) {
    if (has(ahead, NEXT) || context.process === "none") return first.meeting.kind;
  }
  if (has(text, OFFICER_SPEAKS)) return "other";
  return DEFAULT_KIND[named ?? context.process];
}

const REPEATED: ReadonlySet<MeetingKind> = new Set([
  "plenary",
  "stocktaking",
  "dedicated-discussion",
  "small-group",
  "council",
]);
