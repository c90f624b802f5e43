import { CODE_BITS, keyAt, keyOf, readingOf } from "./text-reading.ts";
import { alternativesOf, beginningsOf, inSmallLetters } from "./word-patterns.ts";

interface Row<T> {
  readonly value: T;
  readonly pattern: RegExp;
}

interface Drawer<T> {
  /** Fits where one of the rows fits, and most words are done with after this one look; undefined for a single row. */
  readonly any: RegExp | undefined;
  readonly rows: readonly Row<T>[];
}

/** Phrases with what they stand for, filed by how they begin, so that a word of a text meets only those that may fit. */
export interface WordTable<T = true> {
  /** By the key of a beginning of one to three characters; the longest that is filed holds all that may fit. */
  readonly drawers: ReadonlyMap<number, () => Drawer<T>>;
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
  const filed = rows.map(([value, list]) => ({ value, phrases: list.flatMap(alternativesOf).map(filedPhrase) }));
  const beginnings = new Set(filed.flatMap((row) => row.phrases.flatMap((phrase) => [...phrase.beginnings])));
  const fittingAt = (beginning: string): Drawer<T> => {
    const starts = Array.from(beginning, (_, at) => beginning.slice(0, at + 1));
    return drawerOf(
      filed.flatMap(({ value, phrases: all }) => {
        const fitting = all.filter((phrase) => starts.some((start) => phrase.beginnings.has(start)));
        return fitting.length === 0 ? [] : [{ value, pattern: wordPattern(fitting.map(({ text }) => text)) }];
      }),
    );
  };
  return { drawers: new Map([...beginnings].map((beginning) => [keyOf(beginning), once(() => fittingAt(beginning))])) };
}

interface FiledPhrase {
  readonly text: string;
  readonly beginnings: ReadonlySet<string>;
}

function filedPhrase(phrase: string): FiledPhrase {
  const text = inSmallLetters(phrase);
  return { text, beginnings: beginningsOf(text) };
}

function drawerOf<T>(rows: readonly Row<T>[]): Drawer<T> {
  const nameless = rows.map(({ pattern }) => pattern.source.replaceAll(/\(\?<\w+>/gu, "(?:"));
  return { any: rows.length === 1 ? undefined : new RegExp(nameless.join("|"), "uy"), rows };
}

/**
 * Letters and digits by their ranges, for what may not follow a phrase: compiled ten times faster than `\p{L}`, and there
 * are thousands of these patterns.
 */
const LETTERS_AND_DIGITS = [
  "0-9A-Za-z\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0370-\\u1fff",
  "\\u2070-\\u209c\\u2102-\\u218b\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029",
  "\\u3031-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc",
  "\\u{10000}-\\u{1efff}\\u{20000}-\\u{3ffff}",
].join("");
const WORD_END = `(?![${LETTERS_AND_DIGITS}])`;

function wordPattern(list: readonly string[]): RegExp {
  return new RegExp(`(?:${list.join("|")})${WORD_END}`, "uy");
}

/** Makes a value when it is first asked for: of thousands of drawers most are never opened. */
function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What may fit at a word with such first characters. */
function drawerFor<T>({ drawers }: WordTable<T>, key: number): Drawer<T> | undefined {
  const fitting = drawers.get(key) ?? drawers.get(key >> CODE_BITS) ?? drawers.get(key >> (2 * CODE_BITS));
  return fitting?.();
}

/** A table of phrases that all stand for the same. */
export function phrases(list: readonly string[]): WordTable {
  return tableOf([[true, list]]);
}

/** Every match at every word of a text, in order; matches of several rows may overlap. */
export function matchesOf<T>(text: string, table: WordTable<T>): readonly Match<T>[] {
  const matches: Match<T>[] = [];
  const { small, starts, keys } = readingOf(text);
  for (let word = 0; word < starts.length; word++) {
    const drawer = drawerFor(table, keys[word] ?? 0);
    if (drawer !== undefined) matchesAt(small, starts[word] ?? 0, drawer, matches);
  }
  return matches;
}

function matchesAt<T>(small: string, at: number, drawer: Drawer<T>, matches: Match<T>[]): void {
  if (!mayFit(drawer, small, at)) return;
  for (const { value, pattern } of drawer.rows) {
    pattern.lastIndex = at;
    const match = pattern.exec(small);
    if (match !== null) matches.push({ value, at, until: at + match[0].length, groups: match.groups ?? NO_GROUPS });
  }
}

const NO_GROUPS = {};

function mayFit<T>({ any }: Drawer<T>, small: string, at: number): boolean {
  if (any === undefined) return true;
  any.lastIndex = at;
  return any.test(small);
}

/** The matches of a table that do not overlap, from the front. */
export function placesOf<T>(text: string, table: WordTable<T>): readonly Match<T>[] {
  const places: Match<T>[] = [];
  for (const match of matchesOf(text, table)) if (match.at >= (places.at(-1)?.until ?? 0)) places.push(match);
  return places;
}

/** The first match of a table in a text. */
export function firstMatch<T>(text: string, table: WordTable<T>): Match<T> | undefined {
  const at = firstPlace(text, table);
  if (at < 0) return undefined;
  const { small } = readingOf(text);
  const drawer = drawerFor(table, keyAt(small, at));
  const matches: Match<T>[] = [];
  if (drawer !== undefined) matchesAt(small, at, drawer, matches);
  return matches[0];
}

/** Where the first phrase of a table begins in a text, or -1. */
export function firstPlace<T>(text: string, table: WordTable<T>): number {
  const { small, starts, keys } = readingOf(text);
  for (let word = 0; word < starts.length; word++) {
    const drawer = drawerFor(table, keys[word] ?? 0);
    const at = starts[word] ?? 0;
    if (drawer !== undefined && fitsAt(small, at, drawer)) return at;
  }
  return -1;
}

function fitsAt<T>(small: string, at: number, drawer: Drawer<T>): boolean {
  const pattern = drawer.any ?? drawer.rows[0]?.pattern;
  if (pattern === undefined) return false;
  pattern.lastIndex = at;
  return pattern.test(small);
}

/** Whether a phrase of the table occurs in the text. */
export function has<T>(text: string, table: WordTable<T>): boolean {
  return firstPlace(text, table) >= 0;
}
