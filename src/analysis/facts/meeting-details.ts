import type { Meeting, MeetingKind } from "../../model/analysis.ts";
import { MONTHS, WEEKDAYS } from "../language-words/months.ts";
import { BEFORE_DAYS, BODY_NAMES, NO_PLACES, ONLINE } from "../language-words/venue-words.ts";
import type { Place, Sign } from "./meeting-signs.ts";

/** Who meets and where, in the words of the source; each left out where it does not say. */
export type Details = Pick<Meeting, "body" | "place">;

/**
 * What the words around a day say of its meeting.
 * @param text the sentence made plain
 * @param source the sentence as it stands, as long as `text`
 */
export function detailsOf(
  text: string,
  source: string,
  place: Place,
  signs: readonly Sign[],
  kind: MeetingKind,
): Details {
  const body = bodyOf(text, place, signs, kind);
  const venue = placeBeside(text, place, body);
  return {
    ...(body === undefined ? {} : { body: source.slice(body.at, body.until) }),
    ...(venue === undefined ? {} : { place: source.slice(venue.at, venue.until) }),
  };
}

interface Span {
  readonly at: number;
  readonly until: number;
}

const BODY = new RegExp(`(?<!\\p{L})(?:${BODY_NAMES.join("|")})(?!\\p{L})`, "giu");
/** Says no more than its kind does. */
const BARE = /^(?:(?:the|la) )?(?:council|committee|conseil|comité|consejo|conference|conférence|conferencia)$/iu;
/** An occasion of another kind has a body where it has a name: "Public Forum", and not "on the margins of". */
const PROPER_NAME = /^\p{Lu}[^ ]* /u;
const DETERMINER = /^(?:the|an?|le|la|les|du|au|ce|el|los|las|prochaine?|dernière?|dernier|premier|nouveau) /iu;
const CONFERENCE = /^(?:,? ?\(?)?(?:MC|CM) ?\d{1,2}(?!\d)/u;
const MINISTERS = /minist\p{L}{2,4}s$/iu;
const ORDINAL =
  /(?:\d{1,2}(?:st|nd|rd|th|e|ème|[ªa°])|(?:twelf|thirteen|fourteen|fifteen|sixteen)th|(?:dou|trei|quator|quin|sei)zième|(?:duo|un)?décima|decimo(?:tercera|cuarta|quinta|sexta)) (?:WTO )?$/iu;
/** What a small group is on, up to the next verb or day. */
const SUBJECT =
  /^(?:[\p{L}-]{1,14} ){0,2}?(?:groups?|groupes?|grupos?)(?: (?:restreints?|reducidos?|pequeños?|discussions?|meetings?|sessions?)){0,2},? (?:on|sur|sobre|consacrés? [àa]|dedicados? a) .{3,90}?(?=[.;:,(]| (?:met|meets?|will|would|are|is|were|was|has|have|had|held|to|from|on|in|at|continued?|resumed?|which|who|that|qui|que|du|le|les|ont|a|sera|seront|se|s'est|el|los|del|han|ha|no|ne|n'est|n'a|n'ont|será|serán)(?!\p{L})|$)/iu;
const SMALL = /(?<!\p{L})(?:small|new|focus|drafting) $/iu;
/** "Small groups on both subjects" */
const REFERS_BACK = / (?:on|sur|sobre) (?:both|these|those|the same|ces|les mêmes|ambos|ambas|estos|estas) /iu;
const AND = / (?:and|et|y|e) /iu;

/** The name nearest to the day of what met, of the meeting's kind. */
function bodyOf(text: string, place: Place, signs: readonly Sign[], kind: MeetingKind): Span | undefined {
  const named = signs.filter((sign) => sign.role === "noun" && sign.kind === kind);
  const nearest =
    named.findLast((sign) => sign.at >= place.before && sign.until <= place.at) ??
    named.find((sign) => sign.at >= place.until && sign.until <= place.after);
  if (nearest === undefined) return undefined;
  const own = withoutDeterminer(text, nearest);
  if (kind === "ministerial") return conferenceIn(text, own);
  if (kind === "council") return within(text, own, BODY) ?? unlessBare(text, own);
  if (kind === "other")
    return within(text, own, BODY) ?? (PROPER_NAME.test(text.slice(own.at, own.until)) ? own : undefined);
  return kind === "small-group" ? groupIn(text, own) : own;
}

function withoutDeterminer(text: string, { at, until }: Span): Span {
  return { at: at + (DETERMINER.exec(text.slice(at, until))?.[0].length ?? 0), until };
}

/** With its subject; of a list of subjects that commas part only the whole would do. */
function groupIn(text: string, named: Span): Span {
  const at = named.at - (SMALL.exec(text.slice(0, named.at))?.[0].length ?? 0);
  const words = SUBJECT.exec(text.slice(named.at))?.[0];
  if (words === undefined || REFERS_BACK.test(words)) return { at, until: named.until };
  const until = named.at + words.length;
  return text.charAt(until) === "," && !AND.test(words) ? { at, until: named.until } : { at, until };
}

/** "MC12", or "13th Ministerial Conference", or the short name right behind a bare one. */
function conferenceIn(text: string, named: Span): Span | undefined {
  const words = text.slice(named.at, named.until);
  if (CONFERENCE.test(words)) return named;
  if (MINISTERS.test(words)) return undefined;
  const ordinal = ORDINAL.exec(text.slice(0, named.at));
  if (ordinal !== null) return { at: ordinal.index, until: named.until };
  const short = CONFERENCE.exec(text.slice(named.until))?.[0];
  if (short === undefined) return unlessBare(text, named);
  const at = named.until + short.search(/\p{L}/u);
  return { at, until: named.until + short.length };
}

/** A longer name that begins where a shorter one was found, or holds it. */
function within(text: string, sign: Span, names: RegExp): Span | undefined {
  const from = Math.max(0, sign.at - 40);
  for (const match of text.slice(from, sign.until + 60).matchAll(names)) {
    const at = from + match.index;
    const until = at + match[0].length;
    if (at <= sign.at && until > sign.at) return { at, until };
  }
  return undefined;
}

function unlessBare(text: string, { at, until }: Span): Span | undefined {
  return BARE.test(text.slice(at, until)) ? undefined : { at, until };
}

const NAME = "\\p{Lu}[\\p{L}'-]{2,20}(?:[ -](?:(?:de|del|la|los) )?\\p{Lu}[\\p{L}'-]{1,20}){0,3}";
const IN = "(?:in|at|à|en|au)";
const REMOTE = ONLINE.join("|");
const LINK = `,? \\(?(?:(?:${BEFORE_DAYS}) (?:\\p{L}{4,10} )?)?`;
/** Right before the days, "held in Geneva on", or as in "resume in Geneva, where the General Council takes it up on". */
const PLACE_AHEAD = new RegExp(
  `(?<!\\p{L})${IN} (?<name>${NAME}(?:, ${NAME})?)(?:${LINK}|, (?:where|où|donde) [^.;:,]{3,90} )$`,
  "u",
);
const REMOTE_AHEAD = new RegExp(`(?<!\\p{L})(?<name>${REMOTE})${LINK}$`, "iu");
const PLACE_BEHIND = new RegExp(`^\\)?,? ${IN} (?<name>${NAME})(?!\\p{L})`, "u");
const REMOTE_BEHIND = new RegExp(`^\\)?,? (?:and |et |y )?(?<name>${REMOTE})(?=[.,;:)]|$| (?:and|et|y) )`, "iu");
const NOT_A_PLACE: ReadonlySet<string> = new Set([...MONTHS.keys(), ...WEEKDAYS.keys(), ...NO_PLACES]);
const LONGEST_AHEAD = 140;

/** The place that stands right before or right behind the days, and is no part of the body's name. */
function placeBeside(text: string, place: Place, body: Span | undefined): Span | undefined {
  const venue = nearestVenue(text, place);
  const isOfBody = venue !== undefined && body !== undefined && venue.at < body.until && venue.until > body.at;
  return isOfBody ? undefined : venue;
}

function nearestVenue(text: string, { before, at, until, after }: Place): Span | undefined {
  const from = Math.max(before, at - LONGEST_AHEAD);
  const ahead = text.slice(from, at);
  const behind = text.slice(until, after);
  return (
    spanIn(PLACE_BEHIND.exec(behind), until) ??
    spanIn(REMOTE_BEHIND.exec(behind), until) ??
    spanIn(PLACE_AHEAD.exec(ahead), from) ??
    spanIn(REMOTE_AHEAD.exec(ahead), from)
  );
}

function spanIn(match: RegExpExecArray | null, from: number): Span | undefined {
  const name = match?.groups?.["name"];
  if (match === null || name === undefined) return undefined;
  const [first = ""] = name.toLowerCase().split(" ");
  if (NOT_A_PLACE.has(first)) return undefined;
  const at = from + match.index + match[0].indexOf(name);
  return { at, until: at + name.length };
}
