import type { Item } from "../model/item.ts";
import { keysOf, nearlySameTitle, pageKey } from "./identity.ts";

/** An item of a document with the keys under which it is known. */
export interface Story {
  readonly item: Item;
  readonly keys: readonly string[];
}

/**
 * The stories of one document, in its order. An entry that repeats an earlier one, with the same link or guid and nearly
 * the same title, is left out, so that a document can't correct a story back and forth at every look. Entries that share
 * a link under unlike titles are stories of their own: then the link says nothing, and each is known by link and title.
 */
export function storiesOf(items: readonly Item[]): readonly Story[] {
  const claims = claimsOf(items);
  const kept: Item[] = [];
  for (const item of items) {
    const first = claimed(item, claims).find((other) => kept.includes(other) && alike(other, item));
    if (first === undefined) kept.push(item);
  }
  return kept.map((item) => {
    const own = keysOf(item).filter((key) => (claims.get(claim(item, key)) ?? []).every((other) => alike(other, item)));
    return { item, keys: [...own, pageKey(item)] };
  });
}

/** Who claims which key: items of one language only, since the versions of a story share their link. */
function claimsOf(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const claims = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = claims.get(claim(item, key));
      if (known === undefined) claims.set(claim(item, key), [item]);
      else known.push(item);
    }
  }
  return claims;
}

function claimed(item: Item, claims: ReadonlyMap<string, readonly Item[]>): readonly Item[] {
  return keysOf(item).flatMap((key) => claims.get(claim(item, key)) ?? []);
}

function claim(item: Item, key: string): string {
  return `${item.language} ${key}`;
}

function alike(a: Item, b: Item): boolean {
  return a === b || nearlySameTitle(a.title, b.title);
}
