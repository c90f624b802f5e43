/** A word of a text, folded for comparing, with its place in the text. */
export interface Word {
  /** In small letters, without accents. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const PLAIN = /^[a-z0-9]*$/u;

/** The words of a text in order. Hyphens and apostrophes part words: "e-commerce" is "e" and "commerce". */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ folded: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** A text in small letters and without accents: "Numérique" is "numerique". */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize("NFKD").replace(/\p{M}/gu, "");
}
