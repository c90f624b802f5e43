import type { MeetingStatus } from "../../model/analysis.ts";
import type { Day } from "../../model/time.ts";
import { FUTURE_TENSE, NEW_DAY, OLD_DAY, PAST_TENSE, POSTPONED, TENTATIVE } from "../language-words/status-words.ts";
import type { Reference, Tense } from "./calendar.ts";
import type { Place } from "./meeting-signs.ts";
import { firstPlace, has, phrases, placesOf, type WordTable } from "./word-tables.ts";

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
  return has(clauseAround(text, place), TENTATIVE_WORDS) || MAY_CHANGE.test(text.slice(place.until, place.after))
    ? "tentative"
    : "upcoming";
}

const MAY_CHANGE =
  /(?:dates?|fechas?|days|jours)[^.;]{0,20} (?:could|may|might|pourrai(?:t|ent)|podrían?|peut|puede)(?: \p{L}{3,7})? (?:change|move|changer|bouger|cambiar|variar)|(?:sans|sin) confirm\p{L}{2,6}|(?:not|yet) (?:to be )?confirmed|change (?:of|the) date/iu;
const UNSETTLED = /(?:may|might|could|pourrai(?:t|ent)|podrían?)(?: \p{L}{2,8}){0,3} \p{L}{2,14}/gu;
const HAS_BEEN =
  /(?:has|have|had|was|were|is|are|been|will be|été|est|sont|sera|seront|se ha|se han|ha sido|han sido|fue|fueron|queda|quedan)(?!\p{L})/iu;
const WAS_PLANNED =
  /(?:had been (?:due|scheduled|planned|set|called)|(?:was|were) to have|(?:originally|first) (?:announced|due|scheduled|planned|set)|initialement prév|inicialmente previst|originalmente previst)[^.;]{0,60}$/iu;
const TO_THE_DAY = /(?<!due )(?:to|until|au|al|hasta el|para el)(?: the)?(?: \p{L}{3,10}day,?)? $/u;
const LATER = / (?:to|de|para|en) $/u;

/** Whether the sentence says that what was to be on this day was put off. */
function isOldDay(text: string, place: Place, isAhead: boolean): boolean {
  const before = text.slice(place.before, place.at).replace(UNSETTLED, "");
  if (WAS_PLANNED.test(before)) return true;
  const putOff = lastEnd(before, POSTPONED_WORDS);
  if (putOff >= 0 && TO_THE_DAY.test(before)) return false;
  if (putOff >= 0) return lastEnd(before.slice(putOff), OLD) > lastEnd(before.slice(putOff), NEW);
  const after = text.slice(place.until, place.after).replace(UNSETTLED, "");
  const next = firstPlace(after, POSTPONED_WORDS);
  if (next < 0) return isAhead && /no longer|instead of|rather than|au lieu|en lugar/iu.test(before);
  const gap = after.slice(0, next);
  return gap.length < 90 && !LATER.test(gap) && (isAhead || HAS_BEEN.test(gap));
}

function lastEnd(text: string, words: WordTable): number {
  return placesOf(text, words).at(-1)?.until ?? -1;
}

/** From the day before, or a semicolon, to the words right behind the day. */
function clauseAround(text: string, place: Place): string {
  const before = text.slice(place.before, place.at);
  const after = text.slice(place.until, Math.min(place.after, place.until + 60));
  const from = Math.max(before.lastIndexOf(";"), before.lastIndexOf(" but "), before.lastIndexOf(" while "));
  const stop = after.search(/[;.]| (?:and|but|while|when|et|mais|tandis|y|pero|mientras) /u);
  return `${before.slice(from + 1)} # ${stop < 0 ? after : after.slice(0, stop)}`;
}
