import type { Brief } from "../../../src/model/analysis.ts";
import type { Item } from "../../../src/model/item.ts";
import { share } from "./compare.ts";
import { contentOf, wordsOf } from "./words.ts";

/** How well a brief tells its item. */
export interface BriefScore {
  /** How many words the points have. */
  readonly words: number;
  readonly points: number;
  /** Points put together from bits of the source: fewer than four words in a row on average. */
  readonly choppy: readonly string[];
  /** Words of the brief that the item does not contain. */
  readonly invented: readonly string[];
  /** Key facts that the brief conveys, and those that it does not. */
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
  /** Key facts that the title and as many words from the top of the item would convey. */
  readonly coveredByLead: number;
}

/**
 * Measures a brief against its item.
 *
 * @param keyFacts in English; pass none for an item in another language, where words can't be compared
 */
export function scoreBrief(brief: Brief, item: Item, keyFacts: readonly string[]): BriefScore {
  const source = [item.title, item.description, item.text ?? ""].join("\n");
  const sourceWords = wordsOf(source);
  const told = [brief.headline, ...brief.points].join("\n");
  const words = brief.points.join(" ").split(/\s+/u).filter(Boolean).length;
  const lead = `${item.description} ${item.text ?? ""}`.split(/\s+/u).slice(0, words).join(" ");
  const known = new Set(sourceWords);
  return {
    words,
    points: brief.points.length,
    choppy: brief.points.filter((point) => isChoppy(point, sourceWords)),
    invented: wordsOf(told).filter((word) => !known.has(word)),
    covered: keyFacts.filter((fact) => conveys(told, fact)),
    uncovered: keyFacts.filter((fact) => !conveys(told, fact)),
    coveredByLead: keyFacts.filter((fact) => conveys(`${item.title}\n${lead}`, fact)).length,
  };
}

/** Three in five of a fact's content words: enough to tell the fact, loose enough for another wording. */
const ENOUGH = 0.6;

function conveys(text: string, fact: string): boolean {
  const told = contentOf(text);
  const wanted = [...contentOf(fact)];
  return share(wanted.filter((word) => told.has(word)).length, wanted.length) >= ENOUGH;
}

function isChoppy(point: string, source: readonly string[]): boolean {
  const words = wordsOf(point);
  let runs = 0;
  for (let at = 0; at < words.length; runs++) at += Math.max(1, longestRun(words.slice(at), source));
  return words.length < 4 * runs;
}

/** How many of the first words stand in the source one after another. */
function longestRun(words: readonly string[], source: readonly string[]): number {
  const lengths = source.map((_, from) => {
    const end = words.findIndex((word, n) => word !== source[from + n]);
    return end === -1 ? words.length : end;
  });
  return Math.max(0, ...lengths);
}
