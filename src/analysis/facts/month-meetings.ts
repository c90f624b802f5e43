import type { Meeting, MeetingKind, MonthMeeting } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import { MONTHS } from "../language-words/months.ts";
import type { Sentence } from "../sentences.ts";
import { isoDay, lastOf, referenceOf, type Reference } from "./calendar.ts";
import { datesOf } from "./date-mentions.ts";
import { evidenceFor } from "./meeting-evidence.ts";
import { signsOf, type Place } from "./meeting-signs.ts";
import { statusOf, tenseAt } from "./meeting-status.ts";
import { DEFAULT_KIND } from "./meetings.ts";
import { plainOf, readable } from "./plain-text.ts";
import { processOf } from "./process.ts";

// English months need their capital, so that "may" and "march" are none.
const NAMES = [...MONTHS.keys()]
  .filter(
    (name) => name.length > 4 || /^(?:may|mai|mars|juin|août|mayo|june|july|enero|abril|junio|julio)$/u.test(name),
  )
  .map((name) =>
    /^(?:may|march)$/u.test(name)
      ? `${name.charAt(0).toUpperCase()}${name.slice(1)}`
      : `[${name.charAt(0)}${name.charAt(0).toUpperCase()}]${name.slice(1)}`,
  )
  .sort((a, b) => b.length - a.length);
const LEADS =
  "in|for|during|early|mid|late|in early|in late|in mid|next|en|pour|courant|début|mi|fin|au mois de|au mois d'|à la fin de|au début de|para|en el mes de|principios de|mediados de|finales de|el próximo|le prochain";
/** "In September", "early March 2027", "à la mi-mai": a month behind a word that no day stands behind. */
const MONTH_ALONE = new RegExp(
  `(?<!\\p{L})(?:${LEADS})[ -](?:the month of )?(?<month>${NAMES.join("|")})(?!\\p{L})(?:,? (?:of |de |del )?(?<year>20\\d\\d)(?!\\d))?(?! ?\\d{1,2}(?![\\d%]))`,
  "gu",
);

/**
 * The meetings to come of which an item names the month and no day, in the order of reading, each with the sentence that
 * states it. They never become dates. What `meetings` has with its days is left out.
 */
export function monthMeetingsOf(
  item: Item,
  sentences: readonly Sentence[],
  meetings: readonly Meeting[],
): readonly MonthMeeting[] {
  const reference = referenceOf(item);
  const found = new Map<string, MonthMeeting>();
  for (const sentence of readable(sentences))
    for (const meeting of meetingsIn(sentence, reference, DEFAULT_KIND[processOf(item)])) {
      const isDated = meetings.some(({ start, kind }) => start.startsWith(meeting.month) && kind === meeting.kind);
      const key = `${meeting.month} ${meeting.kind}`;
      if (!isDated && !found.has(key)) found.set(key, meeting);
    }
  return [...found.values()];
}

function meetingsIn(sentence: Sentence, reference: Reference, defaultKind: MeetingKind): readonly MonthMeeting[] {
  const text = plainOf(sentence);
  const mentions = [...text.matchAll(MONTH_ALONE)];
  if (mentions.length === 0) return [];
  const days = datesOf(sentence);
  const signs = signsOf(text);
  return mentions.flatMap((match) => {
    const at = match.index;
    const until = at + match[0].length;
    if (days.some((day) => day.at < until && at < day.until)) return [];
    const place: Place = {
      before: Math.max(0, ...days.filter((day) => day.until <= at).map((day) => day.until)),
      at,
      until,
      after: Math.min(text.length, ...days.filter((day) => day.at >= until).map((day) => day.at)),
    };
    const month = MONTHS.get((match.groups?.["month"] ?? "").toLowerCase());
    const year = match.groups?.["year"];
    const evidence = evidenceFor(text, signs, place);
    if (month === undefined || evidence === undefined) return [];
    const isMeeting =
      !evidence.weak && signs.some((sign) => sign.role === "generic" && sign.at >= place.before && sign.until <= at);
    const kind = evidence.kind ?? (isMeeting ? defaultKind : undefined);
    if (kind === undefined) return [];
    const time = resolveMonth(month, year === undefined ? undefined : Number(year), reference);
    if (time === undefined || (tenseAt(text, place) === "past" && year === undefined)) return [];
    const status = statusOf(text, place, { start: time.last, end: time.last }, reference);
    if (status === "held") return [];
    return [{ month: time.last.slice(0, 7), kind, status, quote: sentence.text }];
  });
}

/** The last day of the month that is meant, where it is not over at publication; the nearest one where no year is stated. */
function resolveMonth(
  month: number,
  stated: number | undefined,
  { day, year }: Reference,
): { readonly last: string } | undefined {
  if (day === undefined || year === undefined) return undefined;
  const published = Number(day.slice(5, 7));
  const ahead = (month - published + 12) % 12;
  // A month that is seven months ahead was more likely the last one.
  if (stated === undefined && ahead > 6) return undefined;
  const wanted = stated ?? year + (month < published ? 1 : 0);
  const last = isoDay(wanted, month, lastOf(wanted, month));
  return last === undefined || last < day ? undefined : { last };
}
