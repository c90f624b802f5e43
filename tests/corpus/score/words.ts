import { figureOf } from "./number-words.ts";

/** Text for comparing: small letters without accents. */
export function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** The words and numbers of a text, folded; `2,500`, `INF/ECOM/87` and `e-commerce` are one word each. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:[-/.,’'][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The words of an English text that carry its meaning, each once, without its ending, numbers in figures. */
export function contentOf(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !EMPTY_WORDS.has(word))
      .map((word) => rootOf(figureOf(word))),
  );
}

/** Words that any sentence about the WTO may hold, whatever it says. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    "a about after all also among an and any are as at be been before between but by can could did do does during each " +
    "for from had has have in into is it its may member members more most no not of on one only or other over s so some " +
    "such than that the their them then there these they this those to under until up was were what when where which " +
    "while who will with within would wto"
  ).split(" "),
);

/** Endings that differ between a fact and the sentence that states it: `concluded`, `conclusion`, `concludes`. */
function rootOf(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  return word.replace(/(?:ations?|ions?|ings?|ments?|ed|es|ly|s)$/u, "").slice(0, 8);
}
