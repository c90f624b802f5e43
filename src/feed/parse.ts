import RssParser from "rss-parser";
import type { Item } from "../model/item.ts";
import type { Language } from "../model/language.ts";
import { readEntry, type RawEntry, type SkippedItem } from "./entry.ts";
import { FeedError } from "./errors.ts";
import { shownAddress } from "./redirect.ts";
import { repairFeed } from "./repair.ts";
import { toPlainText } from "./text.ts";

export type { SkippedItem } from "./entry.ts";

/** Where a feed was found, and the language that it is configured to be in. */
export interface FeedSource {
  /** Relative links start from here. */
  readonly url: string;
  readonly language: Language;
}

export interface ParsedFeed {
  readonly title: string;
  /** In the order of the feed. */
  readonly items: readonly Item[];
  /** Items that could not be used, for the log. */
  readonly skipped: readonly SkippedItem[];
}

/**
 * Reads the text of a feed: RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom.
 *
 * @throws FeedError `not-a-feed`, `truncated`, `refused`, `malformed`, or `empty` where the feed is sound but holds no item
 */
export async function parseFeed(text: string, source: FeedSource): Promise<ParsedFeed> {
  const url = URL.parse(source.url);
  const shown = url === null ? source.url : shownAddress(url);
  const feed = await readXml(repairFeed(text, source.url), shown);
  const entries = feed.items.map((entry) => readEntry(entry, source.language));
  if (entries.length === 0) {
    throw new FeedError("empty", `${shown} is a feed without a single item; it is asked again later.`);
  }
  return {
    title: toPlainText(feed.title ?? ""),
    items: entries.filter((entry): entry is Item => !("reason" in entry)),
    skipped: entries.filter((entry): entry is SkippedItem => "reason" in entry),
  };
}

// rss-parser's own fields are passed by: it keeps one of several, and its snippets take quadratic time on odd input.
const FIELDS: [string, string, { keepArray: true }][] = [
  ["title", "titles", { keepArray: true }],
  ["link", "links", { keepArray: true }],
  ["guid", "guids", { keepArray: true }],
  ["pubDate", "published", { keepArray: true }],
  ["updated", "updated", { keepArray: true }],
  ["summary", "summaries", { keepArray: true }],
  ["article", "articles", { keepArray: true }],
];

async function readXml(xml: string, shown: string): Promise<{ title?: string; items: readonly RawEntry[] }> {
  try {
    return await new RssParser<object, RawEntry>({ customFields: { item: FIELDS } }).parseString(xml);
  } catch (error) {
    throw new FeedError("malformed", `${shown} is XML that could not be read, even after repair; tell its operators.`, {
      cause: error,
    });
  }
}
