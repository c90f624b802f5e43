import type { MeetingKind } from "../../model/analysis.ts";
import { REFERENCE_WORDS, SCHEDULING } from "../language-words/meeting-words.ts";
import { isStrong, type Place, type Role, type Sign } from "./meeting-signs.ts";

const DETERMINERS =
  "(?: (?:the|a|an|its|their|this|next|la|le|les|l'|el|los|las|un|une|una))?(?: [\\p{L}\\d-]{1,20}){0,2}";
const REFERENCE = new RegExp(`(?<!\\p{L})(?:${REFERENCE_WORDS.join("|")})${DETERMINERS} ?$`, "iu");
/** "Since the conference (MC13)": the name in brackets is told by the word before it. */
const REFERENCE_BY_NAME = new RegExp(
  `(?<!\\p{L})(?:${REFERENCE_WORDS.join("|")})${DETERMINERS}(?: [\\p{L}\\d-]{1,20}){0,3} \\($`,
  "iu",
);
const OF_A_CHAIR =
  /(?:chair|chairperson|chairman|chairwoman|président|présidente|presidente|presidenta) (?:of the|du|de la|del|de la) $/iu;
const SCHEDULE_WORDS = new Set(SCHEDULING);

const HAS_SUBJECT: ReadonlySet<Role> = new Set(["noun", "generic", "actor"]);

/**
 * The kind of the nearest named meeting before the day. A meeting without a kind that stands nearer takes only a name that
 * belongs to it ("General Council meeting"), or those who meet ("heads of delegation held a meeting").
 */
export function kindFor(text: string, place: Place, signs: readonly Sign[], nearest: Sign): MeetingKind | undefined {
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
  return REFERENCE.test(before) || (named !== null && REFERENCE_BY_NAME.test(before));
}

/** Whether only words of scheduling and names of places part a meeting from its day. */
function isTight(gap: string): boolean {
  if (gap.length > 120) return false;
  const words = gap.match(/[\p{L}'\d-]+/gu) ?? [];
  return words.every((word) => /^[\p{Lu}\d]/u.test(word) || SCHEDULE_WORDS.has(word));
}
