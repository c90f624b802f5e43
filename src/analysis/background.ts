import { phraseTreeOf, findPhrases } from "./phrase-tree.ts";
import type { Sentence } from "./sentences.ts";
import { wordsOf } from "./words.ts";

const BACKGROUND_HEADINGS = phraseTreeOf(
  [
    "background, history, more information, further information, about the, note, notes",
    "contexte, rappel, historique, renseignements complémentaires, pour en savoir plus",
    "antecedentes, contexto, más información, información adicional, nota",
  ].flatMap((list) => list.split(", ").map((phrase) => [phrase, true] as const)),
);

/** The sentences under headings such as "Background", up to the next heading of another kind. */
export function backgroundOf(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const background = new Set<Sentence>();
  let inside = false;
  for (const sentence of sentences) {
    if (sentence.heading) inside = isBackground(sentence);
    if (inside) background.add(sentence);
  }
  return background;
}

function isBackground(heading: Sentence): boolean {
  return findPhrases(BACKGROUND_HEADINGS, wordsOf(heading.text)).some((found) => found.from === 0);
}

/**
 * Whether a sentence tells of the past alone: it names a year before that of publication and none from then on.
 */
export function isPast(sentence: Sentence, published: string | undefined): boolean {
  if (published === undefined) return false;
  const years = sentence.text.match(/(?<![\p{L}\p{N}/.])(?:19|20)\d\d(?![\p{L}\p{N}/])/gu) ?? [];
  return years.length > 0 && years.every((year) => year < published.slice(0, 4));
}
