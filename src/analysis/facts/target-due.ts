import {
  AIMS,
  APPLIES,
  AT_THE_LATEST,
  AWAITED,
  BY_WORDS,
  CONDITIONAL,
  DEADLINES,
  DEEDS,
  DEEDS_TO_COME,
  FIGURES,
  GOALS,
  HANDED_IN,
  MEETING_BEFORE,
  NAMED_A_DEADLINE,
  RESULTS,
  STRONG_AIMS,
  UNTIL_WORDS,
} from "../language-words/target-words.ts";
import { isConference } from "./conferences.ts";
import type { TargetTime } from "./target-times.ts";
import { has, phrases, placesOf } from "./word-tables.ts";

const AIM = phrases(AIMS);
const STRONG_AIM = phrases(STRONG_AIMS);
const GOAL = phrases(GOALS);
const RESULT = phrases(RESULTS);
const DEED = phrases(DEEDS);
const TO_COME = phrases(DEEDS_TO_COME);
const IS_AWAITED = phrases(AWAITED);
const IS_APPLIED = phrases(APPLIES);
const IS_CONDITIONAL = phrases(CONDITIONAL);
const IS_HANDED_IN = phrases(HANDED_IN);
const DEADLINE = phrases(DEADLINES);
const MEETING = phrases(MEETING_BEFORE);
const OF_FIGURES = phrases(FIGURES);

/** A word of limit right before a time, with the articles between. */
export const BY = new RegExp(
  `(?<!\\p{L})(?:${BY_WORDS.join("|")})(?: (?:the|its|a|time|la|le|les|l'|el|los|las|end of the|at the)){0,3}(?: |(?<='))?$`,
  "iu",
);
const UNTIL = new RegExp(
  `(?<!\\p{L})(?:${UNTIL_WORDS.join("|")})(?: (?:the|la|le|les|l'|el|los|las)){0,2}(?: |(?<='))?$`,
  "iu",
);
const LATEST = new RegExp(`^,? (?:${AT_THE_LATEST.join("|")})(?!\\p{L})`, "iu");
const BY_TIME = /^(?:by|before|d'ici|avant|antes de|within|para|pour) /iu;
/** "In time for the council of 3 May": its day is the limit. */
export const BEFORE_A_BODY =
  /(?:in time for|à temps pour|a tiempo para)(?: (?:the|le|la|el|\p{L}{4,14})){1,4} (?:of|on|du|des|del)(?: the| el)? $/iu;
const AT_CONFERENCE = /(?<!\p{L}|up )(?:at|for|to|à|a|en|pour|para)(?: the| la)? $/iu;
const DEADLINE_IS =
  /(?:is|remains|falls|closes|ends|expires|extended to|set for|on|est|expire|expirera|échoit|prend fin|fixée au|reportée au|prolongé au|es|vence|finaliza|concluye|expira|termina|acaba|hasta|para|al)(?: on)?(?: the| le| el)? $/iu;
/** "Set 16 June as the deadline for", "ont fixé au 16 juin la date limite", "fijaron el 16 de junio como plazo". */
const SETS =
  /(?<!\p{L})(?:set|sets|setting|agreed(?: on)?|agree on|nam(?:ed|e)|chose|chosen|gave|given|propos\p{L}{1,4}|fix\p{L}{0,4}|fij\p{L}{1,5}|retenu|arrêté|establec\p{L}{1,6}|señal\p{L}{1,4})(?: au| le| el| para el)?(?: the)? $/iu;
const AS_THE_DEADLINE = new RegExp(`^(?:${NAMED_A_DEADLINE.join("|")})(?!\\p{L})`, "iu");
const SET_FOR =
  /(?<!\p{L})(?:foreseen|promised|planned|expected|scheduled|set|slated|due|announced|prévue?s?|attendue?s?|annoncée?s?|previst[oa]s?|esperad[oa]s?) (?:for|pour|para)(?: the| la| le| el)? $/iu;
const WITHIN =
  /(?<!\p{L})(?:at|in|during|in the course of|over|for|by|à|au|en|au cours d[eu]|durant|pour|durante|a|para)(?: the| la| le| l'| el)? ?$/iu;
const WITHIN_TIME =
  /^(?:in|en|this|next|cette|este|l'année|au|à|a|early|late|début|principios|comienzos|mediados|finales) ?/iu;
const ON_THE_DAY =
  /(?<!\p{L})(?:on|from|as of|as from|starting|le|du|à compter du|à partir du|dès le|el|del?|desde el|a partir del?)(?: the)? $/iu;
const MEETS = new RegExp(
  `(?<!\\p{L})(?:${MEETING_BEFORE.join("|")})(?: (?:in|at|on|by|before|the|en|à|au|para|antes|del?|el|la|le|again|tentatively|online|is|to|be)){0,4} ?$`,
  "iu",
);

const NOT_BEFORE =
  /(?<!\p{L})(?:after|since|from|following|après|depuis|dès|à partir d[eu]|à compter d[eu]|après|tras|después del?|desde|a partir del?)(?: the| la| le| el| l')? ?$/iu;
const LEFT_FOR = /(?:left|kept|held over|laissée?s?|dejad[oa]s?) (?:for|pour|para) $/iu;

/** What stands around a time in its own clause. */
interface Clause {
  readonly before: string;
  readonly behind: string;
  /** Of the words before the time the clause's own, or those behind where the time opens the clause. */
  readonly own: string;
}

/** Whether something is due by, in or on a time of a sentence. */
export function isDue(text: string, time: TargetTime, isTitle: boolean): boolean {
  const clause = clauseOf(text, time);
  const near = clause.before.slice(-60);
  const isConditional = has(text, IS_CONDITIONAL);
  if (!isConditional && beginsToApply(clause, near, time)) return true;
  if (NOT_BEFORE.test(near) || (time.sort === "year" && LEFT_FOR.test(near))) return false;
  if (isConditional || MEETS.test(near.replace(BY, ""))) return false;
  if (time.sort === "year" && has(text, OF_FIGURES)) return false;
  if (isLimit(text, time, near)) return isDueByThen(text, time, isTitle, clause);
  if (isConference(time))
    return AT_CONFERENCE.test(near) && (has(clause.before, AIM) || has(text, GOAL)) && has(clause.before, RESULT);
  if (has(text, DEADLINE) && time.sort === "day" && has(clause.before, DEADLINE) && DEADLINE_IS.test(near)) return true;
  if (time.sort === "day" && SETS.test(near) && AS_THE_DEADLINE.test(clause.behind)) return true;
  if (time.sort === "day") return ON_THE_DAY.test(near) && isDeedToCome(clause) && !has(clause.own, MEETING);
  if (has(text, GOAL) && time.sort !== "year" && time.sort !== "month") return has(text, RESULT);
  if (SET_FOR.test(near)) return has(clause.before, RESULT) && !has(clause.own, MEETING);
  if (!WITHIN.test(near) && !WITHIN_TIME.test(text.slice(time.at, time.until))) return false;
  if (has(clause.own, MEETING))
    return has(clause.before, STRONG_AIM) && has(clause.own, RESULT) && time.sort === "year-end";
  if (isDeedToCome(clause) || isAwaited(clause)) return true;
  if (has(clause.before, RESULT)) return time.sort === "year-end" || has(clause.before, STRONG_AIM);
  return has(clause.before, STRONG_AIM) && has(clause.behind, RESULT);
}

function isLimit(text: string, time: TargetTime, near: string): boolean {
  return (
    BY.test(near) ||
    BY_TIME.test(text.slice(time.at, time.until)) ||
    LATEST.test(text.slice(time.until, time.until + 30)) ||
    BEFORE_A_BODY.test(near) ||
    (UNTIL.test(near) && has(text, IS_HANDED_IN))
  );
}

/** By the time itself a mere wish suffices; a year alone needs what is to be reached. */
function isDueByThen(text: string, time: TargetTime, isTitle: boolean, clause: Clause): boolean {
  if (UNTIL.test(clause.before.slice(-60))) return true;
  if (has(text, RESULT) || isDeedToCome(clause)) return !isTitle || has(text, AIM);
  if (time.sort === "year") return false;
  return has(text, AIM) || has(text, DEED) || LATEST.test(text.slice(time.until, time.until + 30));
}

function isDeedToCome({ own, before }: Clause): boolean {
  return has(own, TO_COME) && !(before === own && has(own, MEETING) && !has(own, RESULT));
}

function isAwaited({ before, own }: Clause): boolean {
  const last = placesOf(before, IS_AWAITED).at(-1);
  if (last === undefined || before.length - last.until >= 40 || has(own, MEETING)) return false;
  return has(before.slice(-140), RESULT);
}

function beginsToApply({ before, own }: Clause, near: string, time: TargetTime): boolean {
  if (time.sort === "day" ? !ON_THE_DAY.test(near) : !WITHIN.test(near)) return false;
  const last = placesOf(before, IS_APPLIED).at(-1);
  return last !== undefined && before.length - last.until < 90 && own.includes(before.slice(last.at));
}

const BOUNDARY =
  /[;:]| (?:and|but|while|whereas|et|mais|tandis que|y|pero|mientras) |, (?:which|where|who|qui|que|while)? ?/gu;
const END = /[,;:.]| (?:and|but|while|et|mais|y|pero) /u;

function clauseOf(text: string, time: TargetTime): Clause {
  const before = text.slice(0, time.at);
  const behind = text.slice(time.until);
  let start = 0;
  for (const match of before.matchAll(BOUNDARY)) {
    const from = match.index + match[0].length;
    if (before.length - from > 25) start = from;
  }
  const isFront = before.length < 25 && !has(before, DEED);
  const stop = behind.slice(2).search(END);
  const rest = stop < 0 ? behind : behind.slice(0, stop + 2);
  return { before, behind: rest, own: isFront ? rest : before.slice(start) + (has(before, RESULT) ? "" : rest) };
}
