import type { Language } from "../model/language.ts";
import { findPhrases, type Found } from "./phrase-tree.ts";
import type { Mark, Rules } from "./rules.ts";
import { wordsIn, type Sentence } from "./sentences.ts";

/** A phrase of a list, where an item has it. */
export interface Mention {
  readonly sentence: Sentence;
  /** The words of the source, as they stand. */
  readonly words: string;
  /** Where they begin in the sentence. */
  readonly at: number;
}

export type Mentions = ReadonlyMap<Mark["list"], readonly Mention[]>;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Everything of the rules' lists that the sentences mention, less what negative phrases take away. */
export function mentionsOf(sentences: readonly Sentence[], rules: Rules, language: Language): Mentions {
  const mentions = new Map<Mark["list"], Mention[]>();
  for (const sentence of sentences) {
    const words = wordsIn(sentence);
    for (const [list, places] of placesByList(findPhrases(rules.trees[language], words))) {
      const found = mentions.get(list) ?? [];
      mentions.set(list, found);
      for (const place of places) {
        const at = words[place.from]?.start ?? 0;
        found.push({ sentence, at, words: sentence.text.slice(at, words[place.to - 1]?.end) });
      }
    }
  }
  return mentions;
}

/** By list, in order; of places that overlap only the first and longest, and none that a negative phrase touches. */
function placesByList(found: readonly Found<Mark>[]): ReadonlyMap<Mark["list"], readonly Place[]> {
  const cancelled = cancelledWords(found);
  const places = new Map<Mark["list"], Place[]>();
  for (const { from, to, value } of found) {
    if (value.cancels || touches(cancelled.get(value.list), from, to)) continue;
    const list = places.get(value.list) ?? [];
    places.set(value.list, list);
    const last = list.at(-1);
    if (last === undefined || last.to <= from) list.push({ from, to });
    else if (last.to < to && last.from === from) list[list.length - 1] = { from, to };
  }
  return places;
}

function cancelledWords(found: readonly Found<Mark>[]): ReadonlyMap<Mark["list"], ReadonlySet<number>> {
  const cancelled = new Map<Mark["list"], Set<number>>();
  for (const { from, to, value } of found) {
    if (!value.cancels) continue;
    const words = cancelled.get(value.list) ?? new Set();
    cancelled.set(value.list, words);
    for (let at = from; at < to; at++) words.add(at);
  }
  return cancelled;
}

function touches(words: ReadonlySet<number> | undefined, from: number, to: number): boolean {
  if (words === undefined) return false;
  for (let at = from; at < to; at++) if (words.has(at)) return true;
  return false;
}
