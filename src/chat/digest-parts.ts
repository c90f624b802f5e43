import type { DigestPost, Fact, ItemPost, NoveltyLine } from "../model/post.ts";

/** What every entry of a digest has in common, to be said once instead of in each; empty where they differ. */
export interface Shared {
  readonly source: string;
  readonly day: string;
}

/** The source and the day, as shown, that all entries share. */
export function sharedBy(entries: readonly ItemPost[]): Shared {
  return {
    source: same(entries.map((entry) => entry.source)),
    day: same(entries.map((entry) => entry.published?.text ?? "")),
  };
}

/** At most `max` facts of an item, the first ones, without those that merely repeat the day of the item. */
export function keyFacts(entry: ItemPost, max: number): readonly Fact[] {
  return entry.facts.filter((fact) => fact.value !== "" && fact.value !== entry.published?.text).slice(0, max);
}

/** What is new in an item's process; of the sources only those that the headline does not lead to already. */
export function noveltiesBeside(entry: ItemPost, max: number): readonly NoveltyLine[] {
  return (entry.novelties ?? []).slice(0, max).map(({ text, sources }) => ({
    text,
    sources: sources.filter(({ url }) => url !== entry.url),
  }));
}

/** The headings that stand before the entry at an index; none where the digest has no sections. */
export function headingsAt({ sections = [] }: DigestPost, index: number): readonly string[] {
  return sections.filter((section) => section.from === index).map((section) => section.title);
}

function same(texts: readonly string[]): string {
  const [first = "", ...others] = new Set(texts);
  return others.length === 0 ? first : "";
}
