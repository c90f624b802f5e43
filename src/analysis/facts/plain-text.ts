import { remembered } from "../remembered.ts";
import type { Sentence } from "../sentences.ts";

/** The same text, as long as before, with one kind of apostrophe, of space and of hyphen, so that tables need only one. */
export function plain(text: string): string {
  return text
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[\u00a0\u202f]/gu, " ")
    .replace(/[\u2010\u2011]/gu, "-");
}

/** The text of a sentence, made plain. */
export const plainOf: (sentence: Sentence) => string = remembered(({ text }) => plain(text));

const LONGEST_SENTENCE = 2_000;

/** The sentences that are read for facts: no real one is longer, and the bound keeps the work linear in an item's length. */
export function readable(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.filter((sentence) => !sentence.heading && sentence.text.length <= LONGEST_SENTENCE);
}
