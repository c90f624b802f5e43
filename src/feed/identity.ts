import { createHash } from "node:crypto";
import type { Item } from "../model/item.ts";
import { canonicalLink } from "./link.ts";
import { foldSpace } from "./text.ts";

export { canonicalLink, stemOf } from "./link.ts";

/** Titles of one story differ by a word or a number at most; those of two stories by more. */
const SAME_TITLE = 0.8;

/**
 * The keys under which an item is known: `link:` with the canonical link, and `guid:`. A guid that is an address counts
 * as one. An item that has neither is known by its title, so that no poll takes it for new again.
 */
export function keysOf(item: Item): readonly string[] {
  const link = item.url === undefined ? undefined : pageLink(item.url);
  const keys = [...(link === undefined ? [] : [`link:${link}`]), ...guidKey(item.guid)];
  return keys.length > 0 ? [...new Set(keys)] : [`title:${item.language}:${wordsOf(item.title).join(" ")}`];
}

/** The key of page and title together, which also tells apart items that share a page. */
export function pageKey(item: Item): string {
  const link = item.url === undefined ? "" : (pageLink(item.url) ?? "");
  return `page:${item.language}:${wordsOf(item.title).join(" ")}@${link}`;
}

/** Whether two titles of one language are the same but for a word or so; case, accents and punctuation do not count. */
export function nearlySameTitle(a: string, b: string): boolean {
  const wordsA = wordsOf(a);
  const wordsB = wordsOf(b);
  if (wordsA.length === 0 || wordsB.length === 0) return false;

  const left = Map.groupBy(wordsB, (word) => word);
  const common = wordsA.filter((word) => left.get(word)?.pop() !== undefined);
  return (2 * common.length) / (wordsA.length + wordsB.length) >= SAME_TITLE;
}

/**
 * SHA-256 in hexadecimal over what a feed says of an item: its wording, day and page. Spacing, kinds of quotation marks
 * and dashes, and tracking parameters never count as change; a moved date does, as a correction. An article that was read
 * from the item's page is not covered: whether it could be read at a look says nothing about the item.
 */
export function contentHash(item: Item): string {
  const said = [
    foldWording(item.title),
    foldWording(item.description),
    item.text === undefined ? null : foldWording(item.text),
    item.published ?? null,
    item.url === undefined ? null : (canonicalLink(item.url) ?? item.url),
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

function guidKey(guid: string | undefined): readonly string[] {
  const bare = guid?.trim() ?? "";
  if (bare === "") return [];
  if (canonicalLink(bare) === undefined) return [`guid:${bare}`];
  const link = pageLink(bare);
  return link === undefined ? [] : [`link:${link}`];
}

/** A site's front page says nothing about which item is meant. */
function pageLink(address: string): string | undefined {
  const link = canonicalLink(address);
  return link !== undefined && /^https:\/\/[^/?]+[/?]/.test(link) ? link : undefined;
}

function foldWording(text: string): string {
  const folded = text
    .normalize("NFKC")
    .replaceAll(/[\u2018-\u201b\u2032`\u00b4]/g, "'")
    .replaceAll(/["\u201c-\u201f\u2033\u00ab\u00bb]/g, " ")
    .replaceAll(/[\u2010-\u2015\u2212-]/g, " - ");
  return foldSpace(folded);
}

/** The words of a text in small letters and without accents. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
