import type { Item } from "../../model/item.ts";
import { Temporal, type Day } from "../../model/time.ts";
import { MONTHS } from "../language-words/months.ts";

/** A day as a text writes it: the year often goes without saying. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

/** What a text's dates are told from: the day of publication, or where that is unknown a year that the text names. */
export interface Reference {
  readonly day: Day | undefined;
  readonly year: number | undefined;
}

export type Tense = "past" | "future" | undefined;

/**
 * The day of publication, or the day in a WTO address (`ecom_28oct22_e.htm`), or else the latest year in the item's own
 * text, which a news item without a date most likely belongs to.
 */
export function referenceOf(item: Item): Reference {
  const day = item.published ?? dayInAddress(item.url ?? "");
  if (day !== undefined) return { day, year: Number(day.slice(0, 4)) };
  const years = `${item.title} ${item.description} ${item.text ?? ""}`.match(/(?<![\d/])(?:19|20)\d\d(?!\d)/gu) ?? [];
  let latest: number | undefined;
  for (const year of years) latest = Math.max(latest ?? 0, Number(year));
  return { day: undefined, year: latest };
}

function dayInAddress(url: string): Day | undefined {
  const found = /_(\d{2})([a-z]{3})(\d{2})_/u.exec(url);
  const month = MONTHS.get(found?.[2] ?? "");
  if (found === null || month === undefined) return undefined;
  return isoDay(2000 + Number(found[3]), month, Number(found[1]));
}

/** The ISO day, or undefined where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastOf(year, month)) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The number of days of a month. */
export function lastOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** `day` moved by whole days, forwards or (below zero) backwards. */
export function moved(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The days from `from` to `to`; below zero where `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

const CLOSE_DAYS = 120;

/**
 * The day with its year: the stated one; else the one nearest to publication, unless it lies months on the wrong side of what
 * the tense says.
 */
export function resolveDay(written: WrittenDay, reference: Reference, tense: Tense): Day | undefined {
  const year = written.year ?? reference.year;
  if (year === undefined) return undefined;
  if (written.year !== undefined || reference.day === undefined) return isoDay(year, written.month, written.day);
  const published = reference.day;
  const days = [year - 1, year, year + 1]
    .map((candidate) => isoDay(candidate, written.month, written.day))
    .filter((day) => day !== undefined)
    .filter((day) => fits(daysBetween(published, day), tense))
    .sort((a, b) => Math.abs(daysBetween(published, a)) - Math.abs(daysBetween(published, b)));
  return days[0];
}

function fits(distance: number, tense: Tense): boolean {
  if (tense === "past") return distance <= CLOSE_DAYS;
  return tense !== "future" || distance >= -CLOSE_DAYS;
}
