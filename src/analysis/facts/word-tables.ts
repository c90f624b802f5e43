import type { Sentence } from "../sentences.ts";

/**
 * A matcher for a table of phrases: whole words, any case, the first that fits at a place. A phrase may use the plain
 * parts of a regular expression, `(?:a|b)`, `s?`, `\d{1,2}`, and never an unbounded repetition, so that matching stays
 * linear in the length of the text.
 */
export function phrases(list: readonly string[], flags = "giu"): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join("|")})(?![\\p{L}\\p{N}])`, flags);
}

/** The same text, as long as before, with one kind of apostrophe, of space and of hyphen, so that tables need only one. */
export function plain(text: string): string {
  return text
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[\u00a0\u202f]/gu, " ")
    .replace(/[\u2010\u2011]/gu, "-");
}

/** Whether `phrase` (made by `phrases`) occurs in `text`. */
export function has(text: string, phrase: RegExp): boolean {
  return text.search(phrase) >= 0;
}

const LONGEST_SENTENCE = 2_000;

/** The sentences that are read for facts: no real one is longer, and the bound keeps the work linear in an item's length. */
export function readable(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.filter((sentence) => !sentence.heading && sentence.text.length <= LONGEST_SENTENCE);
}
