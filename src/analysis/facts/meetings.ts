import type { Item } from "../../model/item.ts";
import type { Meeting, MeetingKind } from "../../model/analysis.ts";
import type { Sentence } from "../sentences.ts";
import { moved, referenceOf, resolveDay, weekdayOf, type Reference } from "./calendar.ts";
import { datesOf, type DateMention, type WrittenSpan } from "./date-mentions.ts";
import { evidenceFor, type Evidence } from "./meeting-evidence.ts";
import { POSTPONED } from "../language-words/status-words.ts";
import { detailsOf } from "./meeting-details.ts";
import { mergeMeetings, type Found } from "./meeting-merge.ts";
import { signsOf, type Place, type Sign } from "./meeting-signs.ts";
import { statusOf, tenseAt } from "./meeting-status.ts";
import { processIn, processOf, type Process } from "./process.ts";
import { relativeMentions } from "./relative-days.ts";
import { plain, plainOf, readable } from "./plain-text.ts";
import { has, phrases } from "./word-tables.ts";

/** The kind of a meeting of which a text says no more than whose it is. */
export const DEFAULT_KIND: Readonly<Record<Process, MeetingKind>> = {
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
/** Coming together, so that even "on Monday" is the day of a meeting. */
const MET = phrases([
  "met|meets?|meetings?|sessions?|(?:re)?conven(?:e|es|ed|ing)|gather(?:s|ed|ing)?|c[oa]mes? together|sat down",
  "réunions?|séances?|réuni(?:e|s|es)?|réunir(?:a|ont)|réunissent|se (?:sont|est) (?:réuni|rencontré)(?:e?s?)",
  "reuni(?:ón|ones)|sesi(?:ón|ones)|reun(?:ió|ieron|irá|irán|en|e|irse)",
]);
const FOUNDED = phrases([
  "agreed|adopted|launched|decided|established|set up|opened|concluded",
  "adoptée?s?|lancée?s?|décidé|convenu|établie?s?|(?:a|ont) (?:adopté|convenu)",
  "adopt(?:ó|aron|ad[oa]s?)|lanz(?:ó|aron|ad[oa]s?)|decidi(?:ó|eron)|acord(?:ó|aron)|estableci(?:ó|eron)",
]);
const PUT_OFF = phrases(POSTPONED);
const OFFICER_SPEAKS = phrases([
  "(?:(?:deputy )?director-general|DDG|DG)[^.;:]{0,80} (?:told|spoke|said|addressed|presented|launched|delivered)",
  "(?:direct(?:eur|rice) général(?:e)?(?: adjoint(?:e)?)?)[^.;:]{0,80} (?:dit|déclaré|prononcé|présenté|lancé|indiqué)",
  "(?:direct(?:or|ora) general(?: adjunt[oa])?)[^.;:]{0,80} (?:dijo|declaró|habló|presentó|lanzó|señaló|pronunció)",
]);

interface Context {
  readonly reference: Reference;
  readonly process: Process;
  readonly titleKind: () => MeetingKind | undefined;
}

/**
 * The meetings whose days the item states, in the order of reading, each with the sentence that states it. The year is
 * taken from the day of publication where the text leaves it out.
 */
export function meetingsOf(item: Item, sentences: readonly Sentence[]): readonly Meeting[] {
  const context: Context = {
    reference: referenceOf(item),
    process: processOf(item),
    titleKind: () => titleKindOf(item.title),
  };
  const found: Found[] = [];
  for (const sentence of readable(sentences)) {
    for (const meeting of meetingsIn(sentence, context, found)) found.push(meeting);
  }
  return mergeMeetings(found);
}

/** Days of a sentence that are named in one breath: "3 and 17 May", "3 May and again on 17 May". */
interface Group {
  readonly mentions: readonly DateMention[];
  readonly at: number;
  readonly until: number;
}

function meetingsIn(sentence: Sentence, context: Context, earlier: readonly Found[]): readonly Found[] {
  const text = plainOf(sentence);
  const mentions = [...datesOf(sentence), ...relativeMentions(text, context.reference)].sort((a, b) => a.at - b.at);
  if (mentions.length === 0) return [];
  const signs = signsOf(text);
  const groups = groupsOf(text, mentions, signs);
  const found: Found[] = [];
  let last: Evidence | undefined;
  for (const [index, group] of groups.entries()) {
    const before = groups[index - 1]?.until ?? 0;
    const place = { before, at: group.at, until: group.until, after: groups[index + 1]?.at ?? text.length };
    const isMoved = last !== undefined && has(text.slice(before, group.at), PUT_OFF);
    const evidence: Evidence | undefined = evidenceFor(text, signs, place) ?? (isMoved ? last : undefined);
    last = evidence;
    if (evidence === undefined) continue;
    const kind = evidence.kind ?? kindByContext(sentence, text.slice(before, group.at), signs, context, earlier);
    const isNamed = evidence.kind !== undefined || has(evidence.words, MET);
    const told = group.mentions.filter(
      (mention) => (isNamed || !mention.isRelative) && !isHistory(mention, evidence, context.reference),
    );
    for (const mention of told)
      found.push(...spansOf(sentence, signs, mention, { ...place, at: mention.at }, kind, evidence, context));
  }
  return found;
}

/** "The Work Programme was adopted on 25 September 1998": a deed of years ago, told as history, is no meeting. */
function isHistory({ spans }: DateMention, { words }: Evidence, reference: Reference): boolean {
  const year = spans[0]?.to.year;
  return year !== undefined && reference.year !== undefined && reference.year - year >= 2 && has(words, FOUNDED);
}

function groupsOf(text: string, mentions: readonly DateMention[], signs: readonly Sign[]): readonly Group[] {
  const groups: Group[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (last !== undefined && isShortLink(text, last.until, mention.at, signs)) {
      groups[groups.length - 1] = { ...last, mentions: [...last.mentions, mention], until: mention.until };
    } else groups.push({ mentions: [mention], at: mention.at, until: mention.until });
  }
  return groups;
}

/** "At MC14, and at any rate on 31 March": what follows is a limit. */
const AT_ANY_RATE = /any (?:rate|case|event)|latest|whichever|tout cas|tout état|cualquier caso|todo caso/iu;

/** Nothing new is said between two days. */
function isShortLink(text: string, from: number, to: number, signs: readonly Sign[]): boolean {
  const link = text.slice(from, to);
  if (link.length > 30 || /[;.]/u.test(link) || has(link, PUT_OFF) || AT_ANY_RATE.test(link)) return false;
  return !signs.some((sign) => sign.at >= from && sign.until <= to);
}

function spansOf(
  sentence: Sentence,
  signs: readonly Sign[],
  mention: DateMention,
  place: Place,
  kind: MeetingKind,
  evidence: Evidence,
  { reference }: Context,
): readonly Found[] {
  const text = plainOf(sentence);
  const tense = tenseAt(text, place);
  const details = detailsOf(text, sentence.text, { ...place, until: mention.until }, signs, kind);
  const around = `${text.slice(Math.max(place.before, place.at - 60), place.at)} # ${text.slice(place.until, place.until + 24)}`;
  return mention.spans.flatMap((span) => {
    const days = resolveSpan(span, mention.isWeek, reference, tense);
    if (days === undefined) return [];
    const status = mention.either ? "tentative" : statusOf(text, place, days, reference);
    return [
      {
        meeting: { ...days, kind, status, ...details, quote: sentence.text },
        isNamed: evidence.kind !== undefined,
        around,
      },
    ];
  });
}

function resolveSpan(
  span: WrittenSpan,
  isWeek: boolean,
  reference: Reference,
  tense: ReturnType<typeof tenseAt>,
): { start: string; end: string } | undefined {
  const start = resolveDay(span.from, reference, tense);
  const turns = span.to.month < span.from.month && span.to.year === undefined;
  const year = start === undefined ? undefined : Number(start.slice(0, 4)) + (turns ? 1 : 0);
  const end = resolveDay({ ...span.to, year: span.to.year ?? year }, reference, tense);
  if (start === undefined || end === undefined || start > end) return undefined;
  return { start, end: isWeek && start === end ? moved(start, Math.max(0, FRIDAY - weekdayOf(start))) : end };
}

/**
 * A meeting without a name of its own: what the headline names, the next one of what met before, a speech, or one of the
 * item's process.
 */
function kindByContext(
  sentence: Sentence,
  ahead: string,
  signs: readonly Sign[],
  context: Context,
  earlier: readonly Found[],
): MeetingKind {
  const named = processIn(ahead);
  const first = earlier.findLast((found) => found.meeting.status === "held" && REPEATED.has(found.meeting.kind));
  if (first !== undefined && named === undefined && (has(ahead, NEXT) || context.process === "none"))
    return first.meeting.kind;
  const isSpeech = has(sentence.text, OFFICER_SPEAKS) && !signs.some((sign) => sign.role === "generic");
  if (isSpeech) return "other";
  const titleKind = sentence.part === "description" && earlier.length === 0 ? context.titleKind() : undefined;
  if (titleKind !== undefined) return titleKind;
  const isOfParticipants = signs.some((sign) => sign.role === "generic") && has(sentence.text, PARTICIPANTS);
  if (named === undefined && context.process === "none" && isOfParticipants) return "plenary";
  return DEFAULT_KIND[named ?? context.process];
}

/** Who meets in negotiations, where an item names no process. */
const PARTICIPANTS = phrases([
  "participants|negotiators|negotiations?|talks",
  "négociateurs|négociations?|coorganisateurs",
  "participantes|negociaci(?:ón|ones)|negociadores|coorganizadores",
]);
const FRIDAY = 5;
const REPEATED: ReadonlySet<MeetingKind> = new Set([
  "plenary",
  "stocktaking",
  "dedicated-discussion",
  "small-group",
  "council",
]);
const TITLE_KINDS: ReadonlySet<MeetingKind> = new Set([...REPEATED, "workshop"]);

/** "Launch small group on encryption": a meeting began it, and it is not the one that met. */
const BEGINS_A_GROUP =
  /(?<!\p{L})(?:launch|open|creat|establish|set up|new|lanc|cré|nouve|lanz|nuev|establec)\p{L}*(?: \p{L}{1,12}){0,2} gr(?:oup|upo)/iu;

/** The one kind of meeting that a headline names. */
function titleKindOf(title: string): MeetingKind | undefined {
  const begins = BEGINS_A_GROUP.test(title);
  const kinds = new Set(
    signsOf(plain(title))
      .map((sign) => sign.kind)
      .filter((kind) => kind !== undefined && TITLE_KINDS.has(kind) && !(begins && kind === "small-group")),
  );
  return kinds.size === 1 ? [...kinds][0] : undefined;
}
