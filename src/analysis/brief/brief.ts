import type { Brief } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import type { Sentence } from "../sentences.ts";
import { wordsOf } from "../words.ts";
import { candidatesOf } from "./candidates.ts";
import { pointsOf } from "./points.ts";
import { select } from "./select.ts";
import { stemOf, type Known } from "./tells.ts";
import { WEIGHTS } from "./weights.ts";

/** The item's own title and one to three points: whole sentences of the item, shortened at most. */
export function briefOf(item: Item, sentences: readonly Sentence[], known: Known): Brief {
  const chosen = select(candidatesOf(item, sentences, known), toldByTitle(item, known), WEIGHTS);
  return { headline: item.title, points: pointsOf(chosen) };
}

export function toldByTitle(item: Item, known: Known): ReadonlySet<string> {
  const told = new Set(wordsOf(item.title).map((word) => stemOf(word.folded)));
  for (const [list, mentions] of known.mentions) {
    if (mentions.some((mention) => mention.sentence.part === "title")) told.add(list);
  }
  return told;
}
