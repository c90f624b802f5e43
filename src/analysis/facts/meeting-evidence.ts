import type { MeetingKind } from "../../model/analysis.ts";
import { LIMITS } from "../language-words/meeting-words.ts";
import { NAMED_A_DEADLINE } from "../language-words/target-words.ts";
import { kindFor } from "./meeting-kind.ts";
import { isStrong, type Place, type Role, type Sign } from "./meeting-signs.ts";
import { has, phrases, placesOf } from "./word-tables.ts";

/** Why a day belongs to a meeting, and of which kind as far as the sentence says. */
export interface Evidence {
  readonly kind: MeetingKind | undefined;
  /** The words that carry it. */
  readonly words: string;
  /** One of those who meet, and nothing about a meeting. */
  readonly weak: boolean;
}

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
