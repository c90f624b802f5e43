import { MEETING_KINDS, type MeetingKind } from "../../model/analysis.ts";
import {
  ACTORS,
  GENERIC_MEETINGS,
  LIMITS,
  MEETING_NOUNS,
  MEETING_VERBS,
  NOT_MEETINGS,
  PAPERS,
  REFERENCE_WORDS,
  SCHEDULED,
  SCHEDULING,
} from "../language-words/meeting-words.ts";
import { NAMED_A_DEADLINE } from "../language-words/target-words.ts";
import { has, matchesOf, phrases, placesOf, tableOf } from "./word-tables.ts";

/** Why a day belongs to a meeting, and of which kind as far as the sentence says. */
export interface Evidence {
  readonly kind: MeetingKind | undefined;
  /** The words that carry it. */
  readonly words: string;
  /** One of those who meet, and nothing about a meeting. */
  readonly weak: boolean;
}

type Role = "noun" | "generic" | "verb" | "schedule" | "actor" | "not" | "paper";

/** A telling word of a sentence. */
export interface Sign {
  readonly role: Role;
  readonly kind: MeetingKind | undefined;
  readonly at: number;
  readonly until: number;
}

/** A day's place in its sentence, with the ends of its neighbours. */
export interface Place {
  readonly before: number;
  readonly at: number;
  readonly until: number;
  readonly after: number;
}

interface Telling {
  readonly role: Role;
  readonly kind: MeetingKind | undefined;
}

const SIGNS = tableOf<Telling>([
  ...MEETING_KINDS.map((kind) => [{ role: "noun", kind }, MEETING_NOUNS[kind]] as const),
  [{ role: "generic", kind: undefined }, GENERIC_MEETINGS],
  [{ role: "verb", kind: undefined }, MEETING_VERBS],
  [{ role: "schedule", kind: undefined }, SCHEDULED],
  [{ role: "actor", kind: undefined }, ACTORS],
  [{ role: "not", kind: undefined }, NOT_MEETINGS],
  [{ role: "paper", kind: undefined }, PAPERS],
]);
const DETERMINERS =
  "(?: (?:the|a|an|its|their|this|next|la|le|les|l'|el|los|las|un|une|una))?(?: [\\p{L}\\d-]{1,20}){0,2}";
const REFERENCE = new RegExp(`(?<!\\p{L})(?:${REFERENCE_WORDS.join("|")})${DETERMINERS} ?$`, "iu");
const LIMIT = new RegExp(
  `(?<!\\p{L})(?:${LIMITS.join("|")})(?: the| le| el)?(?: (?:morning|evening|night|end) of)? ?$`,
  "iu",
);
/** "MC14 or 31 March". */
const OR_THE_DAY =
  /(?:MC ?\d{1,2}|CM ?\d{1,2}|conference|conférence ministérielle|conferencia ministerial)\)?,? (?:or|ou|o)(?: on| le| el)? $/iu;
/** "And at any rate on 31 March": what lapses otherwise lapses then. */
const AT_ANY_RATE =
  /(?:any (?:rate|case|event)|all events|latest|tout cas|tout état de cause|cualquier caso|todo caso),? (?:on|by|le|au|el)(?: the)? $/iu;
const UNTIL = phrases(["until", "jusqu'(?:au|à|en)", "hasta"]);
const OTHERWISE = phrases(["or", "ou", "o", "later than", "plus tard", "más tardar"]);
const OF_A_CHAIR =
  /(?:chair|chairperson|chairman|chairwoman|président|présidente|presidente|presidenta) (?:of the|du|de la|del|de la) $/iu;
const SCHEDULE_WORDS = new Set(SCHEDULING);

/**
 * Looks for what makes the day at `place` one of a meeting: the nearest telling word before it, else the nearest behind
 * it. Undefined where that word tells of a paper, an announcement or a limit in time, or where there is none.
 */
export function evidenceFor(text: string, signs: readonly Sign[], place: Place): Evidence | undefined {
  if (isLimit(text, place)) return undefined;
  const ahead = signs.filter((sign) => sign.at >= place.before && sign.until <= place.at);
  const behind = signs.filter((sign) => sign.at >= place.until && sign.until <= place.after);
  if (isOfSomethingElse(text, ahead, place)) return undefined;
  const ofDay = FIRST_DAY_OF.test(text.slice(place.until, place.until + 40)) ? behind[0] : undefined;
  const nearest =
    (ofDay?.role === "noun" ? ofDay : undefined) ??
    nearestAhead(text, ahead) ??
    ahead.find((sign) => sign.role === "schedule") ??
    behind.find((sign) => isVenue(text, sign)) ??
    behind.find(isStrong) ??
    [...ahead, ...behind].find((sign) => sign.role === "actor");
  if (nearest === undefined || nearest.role === "not" || nearest.role === "paper") return undefined;
  return {
    kind: kindFor(text, place, signs, nearest),
    words: text.slice(nearest.at, nearest.until),
    weak: nearest.role === "actor",
  };
}

/** "Until 31 March", and "until MC14 or 31 March". */
function isLimit(text: string, place: Place): boolean {
  const before = text.slice(Math.max(0, place.at - 160), place.at);
  if (LIMIT.test(before) || OR_THE_DAY.test(before) || AT_ANY_RATE.test(before)) return true;
  const behind = text.slice(place.until, place.until + 40);
  if (AT_THE_LATEST.test(behind) || AS_A_DEADLINE.test(behind)) return true;
  const limit = placesOf(text.slice(place.before, place.at), UNTIL).at(-1);
  return limit !== undefined && has(text.slice(place.before + limit.at, place.at), OTHERWISE);
}

const AS_A_DEADLINE = new RegExp(`^(?:${NAMED_A_DEADLINE.join("|")})(?!\\p{L})`, "iu");
const AT_THE_LATEST = /^,? (?:at (?:the |the very )?latest|au plus tard|dernier délai|a más tardar|como muy tarde)/iu;

/** "10 September, first day of the Forum". */
const FIRST_DAY_OF =
  /^,? (?:the |le |el )?(?:first|opening|last|final|closing|second|premier|dernier|deuxième|primer|último|segundo) (?:day|jour|día) (?:of|d[eu]|del?)(?!\p{L})/u;

function isStrong(sign: Sign): boolean {
  return sign.role !== "actor" && sign.role !== "schedule";
}

const HAS_SUBJECT: ReadonlySet<Role> = new Set(["noun", "generic", "actor"]);
const IS_MEETING: ReadonlySet<Role> = new Set(["noun", "generic", "verb"]);

/** "On 15 May, facilitators presented their reports at a plenary": what is done there does not matter. */
function isVenue(text: string, sign: Sign): boolean {
  return (
    (sign.role === "noun" || sign.role === "generic") && VENUE.test(text.slice(Math.max(0, sign.at - 16), sign.at))
  );
}

const VENUE =
  /(?<!\p{L})(?:at|in|during|en|lors d(?:e|u|'une?)|durante|au cours d(?:e|u|'une?))(?: (?:a|an|the|la|le|une?|una|el))? ?$/iu;

/** The nearest strong sign before a day; papers that somebody discusses leave the day to the discussing. */
function nearestAhead(text: string, ahead: readonly Sign[]): Sign | undefined {
  const strong = ahead.filter(isStrong);
  const last = strong.at(-1);
  const before = strong.at(-2);
  if (last?.role !== "paper" || before?.role !== "verb") return last;
  return /[,;:]/u.test(text.slice(before.until, last.at)) ? last : before;
}

/** "The announcement of 25 January": the day belongs to the word before "of", and that is no meeting. */
function isOfSomethingElse(text: string, ahead: readonly Sign[], place: Place): boolean {
  const before = text.slice(place.before, place.at);
  const owner = / of(?: the)? $/u.exec(before);
  if (owner === null || /(?:weeks?|hours|morning|afternoon|evening|night|days?) of(?: the)? $/u.test(before))
    return false;
  return !ahead.some((sign) => sign.until === place.before + owner.index && IS_MEETING.has(sign.role));
}

/**
 * The kind of the nearest named meeting before the day. A meeting without a kind that stands nearer takes only a name that
 * belongs to it ("General Council meeting"), or those who meet ("heads of delegation held a meeting").
 */
function kindFor(text: string, place: Place, signs: readonly Sign[], nearest: Sign): MeetingKind | undefined {
  const ahead = signs.filter((sign) => sign.at >= place.before && sign.until <= place.at);
  const behind = signs.filter((sign) => sign.at >= place.until && sign.until <= place.after);
  const own = kindAhead(text, ahead, place.at);
  if (own !== undefined) return own;
  const opening =
    GATHERED.test(text) && place.before === 0
      ? behind.find((sign) => WHO_GATHER.has(sign.kind) && sign.at - place.until < 24)
      : undefined;
  if (opening !== undefined) return opening.kind;
  const held = behind.find((sign) => sign.role === "noun");
  if (held !== undefined && HOLD.test(text.slice(place.before, place.at)) && isAnObject(text, place, held))
    return held.kind;
  const isOpen = ahead.some((sign) => sign.role === "generic" && ITS_OWN.test(text.slice(0, sign.at)));
  if (isOpen || !ahead.some(isStrong) || FOLLOWED_BY_MEETING.test(text.slice(place.until, place.until + 14))) {
    const follows = behind.find((sign) => sign.role === "noun" && !isReference(text, sign, undefined))?.kind;
    if (follows !== undefined) return follows;
  }
  if (
    nearest.role === "noun" &&
    nearest.at > place.at &&
    nearest.kind !== "ministerial" &&
    FOR.test(text.slice(0, nearest.at))
  )
    return nearest.kind;
  if (ahead.some((sign) => HAS_SUBJECT.has(sign.role))) return undefined;
  return kindAhead(
    text,
    signs.filter((sign) => sign.until <= place.before),
    place.before,
  );
}

function kindAhead(text: string, ahead: readonly Sign[], day: number): MeetingKind | undefined {
  let generic: Sign | undefined;
  const areMinisters = ahead.some((sign) => MINISTERS.test(text.slice(sign.at, sign.until)));
  for (const sign of ahead.toReversed()) {
    if (sign.role === "generic") generic ??= sign;
    if (sign.role !== "noun") continue;
    const isBound =
      generic === undefined ||
      WHO_MEET.has(sign.kind) ||
      MINISTERS.test(text.slice(sign.at, sign.until)) ||
      isTight(text.slice(sign.until, generic.at)) ||
      ITS_OWN.test(text.slice(0, generic.at));
    if (areMinisters && BESIDE.test(text.slice(sign.at, sign.until))) return "ministerial";
    if (isBound && !isReference(text, sign, generic?.at ?? day)) return sign.kind;
  }
  return undefined;
}

/** "Meeting in Geneva on 3 May, ministers …": the subject says who met. */
const GATHERED = /^(?:Meeting|Gathered|Gathering|Assembled|Convened|Réunie?s|Reunid[oa]s)(?!\p{L})/u;
const WHO_GATHER: ReadonlySet<MeetingKind | undefined> = new Set(["ministerial", "stocktaking", "small-group"]);
const HOLD =
  /(?:held|holds?|hold|hosted|celebr\p{L}{1,4}|ten(?:u|ue|aient|aron)|organis\p{L}{1,4}|organiz\p{L}{1,4})(?:,? (?:on|le|el|les|los|du|del)(?: días)?)? $/u;

/** "Held on 3 May a session": what is held stands right behind the day. */
function isAnObject(text: string, place: Place, sign: Sign): boolean {
  return /^,? (?:an? |une? |una |su |leur |its |their |the |la |el )(?:\p{L}{3,12} )?$/u.test(
    text.slice(place.until, sign.at),
  );
}

const MINISTERS = /minist\p{L}{2,4}s$/iu;
const BESIDE = /^(?:on|in|en|al) (?:the )?(?:marg|side|fringe)/iu;
const ITS_OWN = /(?<!\p{L})(?:its|their|sa|son|leur|su|sus)(?: [\p{L}-]{1,14}){0,2} $/iu;
const FOR = /(?<!\p{L})(?:for|pour|para)(?: [\p{L}-]{1,14}){0,2} $/iu;
const WHO_MEET: ReadonlySet<MeetingKind | undefined> = new Set(["small-group", "stocktaking"]);
const FOLLOWED_BY_MEETING =
  /^,? (?:at|during|in|of|within|when|lors|au cours|à|durant|dans|en|durante|con motivo)(?!\p{L})/u;

/** Whether a meeting is only named to tell time or purpose by it, or as the body that somebody chairs. */
function isReference(text: string, sign: Sign, day: number | undefined): boolean {
  if (day !== undefined && isTight(text.slice(sign.until, day))) return false;
  const before = text.slice(Math.max(0, sign.at - 70), sign.at);
  if (sign.kind === "small-group" && /^(?:For|Pour|Para)(?: [\p{L}-]{2,10}){1,3} $/u.test(text.slice(0, sign.at)))
    return false;
  if (OF_A_CHAIR.test(before) || /^ chair/iu.test(text.slice(sign.until, sign.until + 6))) return true;
  const named = /[\p{L}\d][^()]{0,60}\($/u.exec(before);
  return (
    REFERENCE.test(before) ||
    (named !== null &&
      new RegExp(REFERENCE.source.replace(/ \?\$$/u, "(?: [\\p{L}\\d-]{1,20}){0,3} \\($"), "iu").test(before))
  );
}

/** Whether only words of scheduling and names of places part a meeting from its day. */
function isTight(gap: string): boolean {
  if (gap.length > 120) return false;
  const words = gap.match(/[\p{L}'\d-]+/gu) ?? [];
  return words.every((word) => /^[\p{Lu}\d]/u.test(word) || SCHEDULE_WORDS.has(word));
}

/** All telling words of a sentence in order; one inside a longer one is left out. */
export function signsOf(text: string): readonly Sign[] {
  const found = [...matchesOf(text, SIGNS)].map(({ value, at, until }) => ({ ...value, at, until }));
  found.sort((a, b) => a.at - b.at || b.until - a.until);
  const signs: Sign[] = [];
  for (const sign of found) if (sign.until > (signs.at(-1)?.until ?? 0)) signs.push(sign);
  return signs;
}
