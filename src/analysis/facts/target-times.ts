import { MONTHS } from "../language-words/months.ts";
import { NEXT_YEAR, ORDINALS, QUARTERS, THIS_YEAR, TIME_ROWS, type TimeSort } from "../language-words/time-words.ts";
import { isoDay, lastOf, resolveDay, type Reference } from "./calendar.ts";
import type { DateMention } from "./date-mentions.ts";
import { matchesOf, tableOf } from "./word-tables.ts";

/** A time by which something may be due. */
export interface TargetTime {
  readonly at: number;
  readonly until: number;
  /** As precise as the text: `2022-12-31`, `2024-02`, `2021`, `2021-summer`, `2021-Q1`, `MC12`; `MC` where it has no number. */
  readonly by: string;
  readonly sort: TimeSort | "day";
}

const MONTH_NAMES = [...MONTHS.keys()].filter(
  (name) => name.length > 4 || ["may", "mai", "mars", "juin", "août", "mayo", "june", "july"].includes(name),
);
const ROWS = tableOf(TIME_ROWS.map(([sort, row]) => [sort, [expanded(row)]] as const));
const LAST_MONTH: Readonly<Record<string, number>> = { spring: 5, summer: 8, autumn: 11, early: 4, mid: 8, late: 12 };

/** Fills the placeholders of a row; a number behind one keeps the group's name apart from its sisters. */
function expanded(row: string): string {
  return row
    .replaceAll(/\{year(\d?)\}/gu, "(?<year$1>(?:19|20)\\d\\d)")
    .replaceAll("{ordinal}", [...ORDINALS.keys()].join("|"))
    .replaceAll(/\{month(\d?)\}/gu, `(?<month$1>${MONTH_NAMES.join("|")})`)
    .replaceAll(
      /\{of year(\d?)\}/gu,
      `,? ?(?:in |of |de |del |d'|du |en )?(?:l')?(?:(?<year$1of>(?:19|20)\\d\\d)|(?<next$1>${NEXT_YEAR})|(?<this$1>${THIS_YEAR}))`,
    );
}

/** Every time that a sentence names, in order; of readings that overlap the longest holds. */
export function targetTimes(text: string, dates: readonly DateMention[], reference: Reference): readonly TargetTime[] {
  const found: TargetTime[] = [];
  for (const { value: sort, at, until, groups } of matchesOf(text, ROWS)) {
    if (/[/-]/u.test(text.charAt(at - 1)) || text.charAt(until) === "/") continue;
    const by = read(sort, groups, text.slice(at, until), reference);
    if (by !== undefined) found.push({ at, until, by, sort });
  }
  for (const mention of dates) {
    const last = mention.spans.at(-1);
    const day = last === undefined ? undefined : resolveDay(last.to, reference, undefined);
    if (day !== undefined) found.push({ at: mention.at, until: mention.until, by: day, sort: "day" });
  }
  return longest(found);
}

function longest(found: TargetTime[]): readonly TargetTime[] {
  found.sort((a, b) => b.until - b.at - (a.until - a.at) || (a.sort === "day" ? -1 : 1));
  const taken: TargetTime[] = [];
  for (const time of found)
    if (taken.every((other) => time.until <= other.at || other.until <= time.at)) taken.push(time);
  return taken.sort((a, b) => a.at - b.at);
}

function read(
  sort: TimeSort,
  groups: Readonly<Record<string, string | undefined>>,
  words: string,
  reference: Reference,
): string | undefined {
  if (sort === "ministers" || sort === "next-conference") return "MC";
  if (sort === "conference") return conference(groups);
  const stated = yearStated(groups, words, reference);
  const name = groups["month"] ?? groups["month2"] ?? groups["month3"];
  const month =
    name === undefined && sort === "month-end" ? monthOf(reference) : MONTHS.get((name ?? "").toLowerCase());
  if (sort === "month" || sort === "month-end") {
    if (month === undefined || /^(?:may|march|mars|mai)$/u.test(words)) return undefined;
    const year = stated ?? yearAhead(month, reference);
    if (year === undefined) return undefined;
    return sort === "month" ? isoDay(year, month, 1)?.slice(0, 7) : isoDay(year, month, lastOf(year, month));
  }
  const year = stated ?? yearAhead(LAST_MONTH[sort] ?? 12, reference);
  if (year === undefined) return undefined;
  if (sort === "year-end") return `${year}-12-31`;
  if (sort === "winter-break") return `${year}-12`;
  if (sort === "year") return String(year);
  if (sort === "quarter")
    return `${year}-Q${QUARTERS.get((groups["quarter"] ?? groups["quarter2"] ?? "").toLowerCase()) ?? 1}`;
  return `${year}-${sort}`;
}

function conference(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const number = groups["number"] ?? groups["number2"] ?? ORDINALS.get((groups["ordinal"] ?? "").toLowerCase());
  return number === undefined ? undefined : `MC${number}`;
}

function yearStated(
  groups: Readonly<Record<string, string | undefined>>,
  words: string,
  reference: Reference,
): number | undefined {
  for (const [name, value] of Object.entries(groups))
    if (name.startsWith("year") && value !== undefined) return Number(value);
  const isNext =
    Object.entries(groups).some(([name, value]) => name.startsWith("next") && value !== undefined) ||
    /next year|prochaine|próximo/iu.test(words);
  return isNext && reference.year !== undefined ? reference.year + 1 : undefined;
}

function monthOf(reference: Reference): number | undefined {
  return reference.day === undefined ? undefined : Number(reference.day.slice(5, 7));
}

/** The year of the next such month, seen from publication. */
function yearAhead(month: number, reference: Reference): number | undefined {
  if (reference.day === undefined || reference.year === undefined) return reference.year;
  return reference.year + (month < Number(reference.day.slice(5, 7)) ? 1 : 0);
}
