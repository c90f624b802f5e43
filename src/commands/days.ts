import { type Day, Temporal } from "../model/time.ts";

/** Days from the first to the last, both included; undefined where it has no end. */
export interface Span {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** How far back "recent" reaches, in days. */
const RECENT = 90;

/** What `upcoming`, `recent`, a year, a month, a day or `FROM..TO` mean on a day; undefined for any other text. */
export function spanOf(text: string, today: Day): Span | undefined {
  const word = text.trim().toLowerCase();
  if (word === "upcoming") return { from: today, to: undefined };
  const date = Temporal.PlainDate.from(today);
  if (word === "recent")
    return { from: date.subtract({ days: RECENT }).toString(), to: date.subtract({ days: 1 }).toString() };
  const [first = "", last] = word.split("..");
  const [from, to] = [partOfYear(first), partOfYear(last ?? first)];
  if (last === undefined) return from;
  if ((from === undefined && first !== "") || (to === undefined && last !== "")) return undefined;
  if (from === undefined && to === undefined) return undefined;
  return { from: from?.from, to: to?.to };
}

/** The days of a year, month or day in ISO writing, or undefined. */
export function partOfYear(text: string): { readonly from: Day; readonly to: Day } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  try {
    const first = Temporal.PlainDate.from(`${year}-${month ?? "01"}-${day ?? "01"}`);
    const length = month === undefined ? { years: 1 } : day === undefined ? { months: 1 } : { days: 1 };
    return { from: first.toString(), to: first.add(length).subtract({ days: 1 }).toString() };
  } catch {
    return undefined;
  }
}
