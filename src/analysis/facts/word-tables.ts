import type { Sentence } from "../sentences.ts";
import { alternativesOf, firstLettersOf, inSmallLetters } from "./word-patterns.ts";

interface Row<T> {
  readonly value: T;
  readonly pattern: RegExp;
}

interface Drawer<T> {
  /** Fits where one of the rows fits: most words are done with after this one look. */
  readonly any: RegExp;
  readonly rows: readonly Row<T>[];
}

/** Phrases with what they stand for, filed by their first letter, so that a word of a text meets only those that may fit. */
export interface WordTable<T = true> {
  readonly byLetter: ReadonlyMap<string, Drawer<T>>;
}

/** Where a phrase of a table stands in a text. */
export interface Match<T = true> {
  readonly value: T;
  readonly at: number;
  readonly until: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * Files phrases for matching: whole words, any case; of the phrases of one row the first that fits. A phrase may use the
 * plain parts of a regular expression, `(?:a|b)`, `s?`, `\d{1,2}`, and never an unbounded repetition, so that matching
 * stays linear in the length of the text.
 */
export function tableOf<T>(rows: readonly (readonly [T, readonly string[]])[]): WordTable<T> {
  const rowsByLetter = new Map<string, Row<T>[]>();
  for (const [value, list] of rows) {
    const phrasesByLetter = new Map<string, string[]>();
    for (const phrase of list.flatMap(alternativesOf).map(inSmallLetters)) {
      for (const letter of firstLettersOf(phrase)) push(phrasesByLetter, letter, phrase);
    }
    for (const [letter, fitting] of phrasesByLetter) {
      push(rowsByLetter, letter, { value, pattern: wordPattern(fitting) });
    }
  }
  return { byLetter: new Map([...rowsByLetter].map(([letter, filed]) => [letter, drawerOf(filed)])) };
}

function drawerOf<T>(rows: readonly Row<T>[]): Drawer<T> {
  const nameless = rows.map(({ pattern }) => pattern.source.replaceAll(/\(\?<\w+>/gu, "(?:"));
  return { any: new RegExp(nameless.join("|"), "uy"), rows };
}

function wordPattern(phrases: readonly string[]): RegExp {
  return new RegExp(`(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "uy");
}

/** A table of phrases that all stand for the same. */
export function phrases(list: readonly string[]): WordTable {
  return tableOf([[true, list]]);
}

/** Every match at every word of a text, in order; matches of several rows may overlap. */
export function* matchesOf<T>(text: string, table: WordTable<T>): Generator<Match<T>> {
  const small = lowered(text);
  for (let at = 0; at < small.length; at++) {
    if (!isWordPart(small.charCodeAt(at)) || isWordPart(small.charCodeAt(at - 1))) continue;
    const drawer = table.byLetter.get(small.charAt(at));
    if (drawer === undefined) continue;
    drawer.any.lastIndex = at;
    if (!drawer.any.test(small)) continue;
    for (const { value, pattern } of drawer.rows) {
      pattern.lastIndex = at;
      const match = pattern.exec(small);
      if (match !== null) yield { value, at, until: at + match[0].length, groups: match.groups ?? {} };
    }
  }
}

/** The matches of a table that do not overlap, from the front. */
export function placesOf<T>(text: string, table: WordTable<T>): readonly Match<T>[] {
  const places: Match<T>[] = [];
  for (const match of matchesOf(text, table)) if (match.at >= (places.at(-1)?.until ?? 0)) places.push(match);
  return places;
}

/** Where the first phrase of a table begins in a text, or -1. */
export function firstPlace<T>(text: string, table: WordTable<T>): number {
  for (const match of matchesOf(text, table)) return match.at;
  return -1;
}

/** Whether a phrase of the table occurs in the text. */
export function has<T>(text: string, table: WordTable<T>): boolean {
  return firstPlace(text, table) >= 0;
}

/** The same text, as long as before, with one kind of apostrophe, of space and of hyphen, so that tables need only one. */
export function plain(text: string): string {
  return text
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[\u00a0\u202f]/gu, " ")
    .replace(/[\u2010\u2011]/gu, "-");
}

const LONGEST_SENTENCE = 2_000;

/** The sentences that are read for facts: no real one is longer, and the bound keeps the work linear in an item's length. */
export function readable(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.filter((sentence) => !sentence.heading && sentence.text.length <= LONGEST_SENTENCE);
}

/** In small letters and as long as before: a letter whose small form is longer stays. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Letters and digits of the Latin scripts, and whatever lies beyond punctuation's own blocks. */
function isWordPart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2e7f);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
