import { Temporal, type Day } from "../model/time.ts";

/** The months by their first letters without accents, in the languages of the WTO. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene)/,
  /^(?:feb|fev)/,
  /^mar/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^oct/,
  /^nov/,
  /^(?:dec|dic)/,
];

/** Before this year stand only the dates that programs write for want of one: 1 January 1970, 1601, or 1. */
const EARLIEST = 1971;

type Parts = readonly [year: string, month: string, day: string];

/**
 * The day that a date of a feed states, in its own offset: midnight GMT is that day in UTC, and an evening in New York
 * is the day in New York. Reads RFC 822 with its variants, ISO 8601, and dates in words of the three languages.
 *
 * @returns undefined where no day is stated, or where it could be read in two ways, as in 03/04/2026.
 */
export function parseDay(text: string): Day | undefined {
  const folded = text.slice(0, 100).normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
  const parts = isoParts(folded) ?? wordParts(folded) ?? numberParts(folded);
  if (parts === undefined) return undefined;

  const date = { year: fullYear(parts[0]), month: Number(parts[1]), day: Number(parts[2]) };
  if (date.year < EARLIEST) return undefined;
  try {
    return Temporal.PlainDate.from(date, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

/** `2026-06-23`, also with a time, slashes or without separators, and the day of the year as in `2026-174`. */
function isoParts(text: string): Parts | undefined {
  const found =
    /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})(?=t|\s|$)/.exec(text);
  if (found !== null) return [found[1] ?? "", found[3] ?? "", found[4] ?? ""];

  const [, year, ordinal] = /^(\d{4})-?(\d{3})(?=t|\s|$)/.exec(text) ?? [];
  if (year === undefined || Number(ordinal) < 1 || Number(ordinal) > 366) return undefined;
  const day = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 1 }).add({ days: Number(ordinal) - 1 });
  return [String(day.year), String(day.month), String(day.day)];
}

/** `Tue, 23 Jun 2026 …`, `23 juin 2026`, `23 de junio de 2026`, `June 23, 2026`, `Tue Jun 23 10:00:00 2026`. */
function wordParts(text: string): Parts | undefined {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]*(?:de )?([a-z]{3,})\.?[\s,.-]*(?:de )?(\d{4}|\d{2})(?![\d:])/.exec(text);
  const found = named(dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]);
  if (found !== undefined) return found;

  const monthFirst = /([a-z]{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?![\d:]),?[\s-]*(?:.*?\s)??(\d{4})(?!\d)/.exec(
    text.replace(/^[a-z]+,?\s+(?=[a-z])/, ""),
  );
  return named(monthFirst?.[3], monthFirst?.[1], monthFirst?.[2]);
}

/** `23.06.2026`, `23/06/2026` or `06/23/2026`, where only one reading is possible. */
function numberParts(text: string): Parts | undefined {
  const [, first, mark, second, year] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  // A point parts the day from the month wherever it is used at all.
  if (mark === "." || Number(first) > 12 || first === second) return [year, second, first];
  return Number(second) > 12 ? [year, first, second] : undefined;
}

function named(year = "", month = "", day = ""): Parts | undefined {
  const index = MONTHS.findIndex((pattern) => pattern.test(month));
  return index === -1 ? undefined : [year, String(index + 1), day];
}

/** Two digits as RFC 5322, section 4.3, reads them. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}
