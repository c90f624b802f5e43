import type { Brief } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import type { Sentence } from "../sentences.ts";
import { wordsOf } from "../words.ts";
import { candidatesOf, stemOf, type Known } from "./candidates.ts";
import { select } from "./select.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

/** The item's own title and one to three whole sentences of it, shortened at most. */
export function briefOf(item: Item, sentences: readonly Sentence[], known: Known, weights: Weights = WEIGHTS): Brief {
  const told = new Set(wordsOf(item.title).map((word) => `word ${stemOf(word.folded)}`));
  for (const [list, mentions] of known.mentions) {
    if (mentions.some((mention) => mention.sentence.part === "title")) told.add(list);
  }
  const points = select(candidatesOf(item, sentences, known, weights), told);
  return { headline: item.title, points: points.map((point) => point.text) };
}
