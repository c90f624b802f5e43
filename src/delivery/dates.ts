import { Temporal, type Day, type Millis } from "../model/time.ts";
import type { Language } from "../model/language.ts";
import { frameOf } from "./frames.ts";

/** A day as the language writes it: "28 October 2022". Text that is no ISO day is returned as it is. */
export function dayText(day: Day, language: Language): string {
  const date = dateOf(day);
  return date === undefined ? day : format(language).format(date);
}

/** Two days as one span: "25–28 October 2022". */
export function spanText(start: Day, end: Day, language: Language): string {
  const [from, to] = [dateOf(start), dateOf(end)];
  if (from === undefined || to === undefined || start === end) return dayText(start, language);
  const span = format(language).formatRange(from, to).replace(THIN_SPACES, " ");
  // Runtimes differ in the spaces around the dash; within one month it stands without them.
  return start.slice(0, 7) === end.slice(0, 7) ? span.replace(" – ", "–") : span;
}

/** A moment in a zone, to the minute: "28 October 2022, 14:05". */
export function momentText(at: Millis, timezone: string, language: Language): string {
  const { locale } = frameOf(language);
  const date = new Intl.DateTimeFormat(locale, { ...LONG, timeZone: timezone }).format(at);
  const time = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: timezone,
  });
  return `${date}, ${time.format(at)}`;
}

/** A target's date, no more precise than its source: "end of 2022", "February 2024", "summer 2021", "MC12". */
export function targetText(by: string, language: Language): string {
  const frame = frameOf(language);
  const [, year = "", rest = ""] = /^(\d{4})-?(.*)$/.exec(by) ?? [];
  if (year === "" || rest === "") return by;
  if (rest === "12-31") return frame.endOf(year);
  if (/^\d{2}-\d{2}$/.test(rest)) return dayText(by, language);
  if (/^\d{2}$/.test(rest)) return monthText(`${by}-01`, language);
  if (rest.startsWith("Q")) return frame.quarter(rest.slice(1), year);
  const part = frame.partOfYear[rest];
  if (part === undefined) return by;
  return part.endsWith("-") ? `${part}${year}` : `${part} ${year}`;
}

const THIN_SPACES = /[\u00A0\u2009\u202F]/gu;
const LONG = { day: "numeric", month: "long", year: "numeric" } as const;

function format(language: Language): Intl.DateTimeFormat {
  const known = FORMATS.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(frameOf(language).locale, { ...LONG, timeZone: "UTC" });
  FORMATS.set(language, made);
  return made;
}

/** Making one takes longer than formatting a hundred days. */
const FORMATS = new Map<Language, Intl.DateTimeFormat>();

/** A meeting's month where no day is stated: "in March 2027 (day not stated)". */
export function meetingMonthText(month: string, language: Language): string {
  return frameOf(language).dayNotStated(monthText(`${month}-01`, language));
}

function monthText(day: Day, language: Language): string {
  const date = dateOf(day);
  if (date === undefined) return day;
  const { locale } = frameOf(language);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** The day as midnight UTC, which the formats above read back in UTC: no hour of it is ever shown. */
function dateOf(day: Day): Date | undefined {
  try {
    return new Date(Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds);
  } catch {
    return undefined;
  }
}
