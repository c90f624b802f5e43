import type { MeetingStatus } from "../../model/analysis.ts";
import type { Day } from "../../model/time.ts";
import { FUTURE_TENSE, NEW_DAY, OLD_DAY, PAST_TENSE, POSTPONED, TENTATIVE } from "../language-words/status-words.ts";
import type { Reference, Tense } from "./calendar.ts";
import type { Place } from "./meeting-evidence.ts";
import { has, phrases } from "./word-tables.ts";

const TENTATIVE_WORDS = phrases(TENTATIVE);
const POSTPONED_WORDS = phrases(POSTPONED);
const PAST_WORDS = phrases(PAST_TENSE);
const FUTURE_WORDS = phrases(FUTURE_TENSE);
const OLD = phrases(OLD_DAY);
const NEW = phrases(NEW_DAY);

/** Past or future as the words around a day have it; undefined where they say neither or both. */
export function tenseAt(text: string, place: Place): Tense {
  const around = clauseAround(text, place);
  const past = has(around, PAST_WORDS);
  const future = has(around, FUTURE_WORDS);
  if (past === future) return undefined;
  return past ? "past" : "future";
}

/** The status of the meeting whose first and last day stand at `place`, seen from the day of publication. */
export function statusOf(
  text: string,
  place: Place,
  days: { readonly start: Day; readonly end: Day },
  reference: Reference,
): MeetingStatus {
  const tense = tenseAt(text, place);
  const published = reference.day;
  if (isOldDay(text, place, published === undefined || days.start > published)) return "postponed";
  const isOver =
    published === undefined
      ? tense !== "future"
      : days.end < published || (days.start <= published && tense !== "future");
  if (isOver) return "held";
  return has(clauseAround(text, place), TENTATIVE_WORDS) ? "tentative" : "upcoming";
}

/** Where a sentence says that something was put off: whether this day is one that no longer holds. */
function isOldDay(text: string, place: Place, isAhead: boolean): boolean {
  if (!has(text, POSTPONED_WORDS)) return false;
  const before = text.slice(place.before, place.at);
  const old = lastEnd(before, OLD);
  const fresh = lastEnd(before, NEW);
  if (old >= 0 || fresh >= 0) return old > fresh;
  return isAhead && (lastEnd(before, POSTPONED_WORDS) < 0 || !/(?:on|le|el) $/u.test(before));
}

function lastEnd(text: string, words: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(words)) end = match.index + match[0].length;
  return end;
}

/** From the day before, or a semicolon, to the next day, or the end of the clause. */
function clauseAround(text: string, place: Place): string {
  const before = text.slice(place.before, place.at);
  const after = text.slice(place.until, place.after);
  const from = Math.max(before.lastIndexOf(";"), before.lastIndexOf(" but "), before.lastIndexOf(" while "));
  const stop = after.search(/;| and (?:the|a) (?:next|further|following)/u);
  return `${before.slice(from + 1)} # ${stop < 0 ? after : after.slice(0, stop)}`;
}
