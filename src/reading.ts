import { notRead, type FoundArticle } from "./feed/fetch-article.ts";
import type { FeedDocument } from "./feed/fetch.ts";
import { parseFeed, type SkippedItem } from "./feed/parse.ts";
import { storiesOf, type Story } from "./feed/stories.ts";
import { isKnown, type Origin, type Understood } from "./intake.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Item } from "./model/item.ts";
import type { Language } from "./model/language.ts";
import type { Log } from "./model/log.ts";
import type { Millis } from "./model/time.ts";
import type { Store } from "./store/open.ts";

/** What reading a feed's document needs of the world. */
export interface ReadingTools {
  readonly store: Store;
  readonly analyse: (item: Item) => Analysis;
  /** Looks for an item's article, given the feed's address; articles are not read where left out. */
  readonly findArticle?: ((item: Item, feedUrl: string, signal: AbortSignal) => Promise<FoundArticle>) | undefined;
  /** The names of all feeds. */
  readonly feeds: ReadonlySet<string>;
  readonly log: Log;
  /** Which reasons for reading no article were told, since the program began. */
  readonly said: Set<string>;
}

/** A feed as far as reading it goes. */
export interface Source {
  readonly name: string;
  readonly url: string;
  readonly language: Language;
}

/** What a document holds, the oldest first. */
export interface Reading {
  readonly understood: readonly Understood[];
  readonly skipped: readonly SkippedItem[];
}

/** The WTO's feed shows ten items. Far more would keep the bot from its other work for minutes, and fill its memory. */
const MOST_ITEMS = 1_000;

/** All articles of one look together are not waited for any longer. */
const ARTICLES_LIMIT: Millis = 20_000;

/**
 * Reads what a feed's document says, and the articles of what is new in it. Throws FeedError where the document can't be
 * read, what the database fails with, or the signal's reason.
 * @param articlesLimit how long all articles together may take; the rest of the items is then read from the lead alone
 */
export async function readDocument(
  { text, finalUrl }: FeedDocument,
  feed: Source,
  tools: ReadingTools,
  signal: AbortSignal,
  articlesLimit = ARTICLES_LIMIT,
): Promise<Reading> {
  const { items, skipped } = await parseFeed(text, { url: finalUrl, language: feed.language });
  const stories = oldestFirst(storiesOf(newestOf(items)));
  const origin = { feed: feed.name, feeds: tools.feeds, standing: new Set(stories.flatMap((story) => story.keys)) };
  const budget = AbortSignal.timeout(articlesLimit);
  const understood: Understood[] = [];
  // One after the other: the server is asked for one page at a time.
  for (const story of stories) {
    const one = { ...story, analysis: tools.analyse(story.item) };
    const wanted = await wantsArticle(one, origin, tools);
    understood.push(wanted ? await withArticle(one, feed, tools, { signal, budget }) : one);
  }
  return { understood, skipped: items.length > MOST_ITEMS ? [...skipped, tooMany(items.length)] : skipped };
}

/** Not more items than are read, in the order of the document. */
function newestOf(items: readonly Item[]): readonly Item[] {
  if (items.length <= MOST_ITEMS) return items;
  const newest = items.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? "")).slice(0, MOST_ITEMS);
  const kept = new Set(newest);
  return items.filter((item) => kept.has(item));
}

function tooMany(found: number): SkippedItem {
  return { reason: `it holds ${found} items; the ${MOST_ITEMS} newest are read`, title: "the whole feed" };
}

/**
 * Whether an item's article is worth a request: the item is not in the archive as it stands now, the feed does not bring
 * the article itself, and by title and lead the item is on the subject or names it at least, so that the article decides.
 */
async function wantsArticle({ analysis, ...story }: Understood, origin: Origin, tools: ReadingTools): Promise<boolean> {
  if (tools.findArticle === undefined || story.item.text !== undefined) return false;
  const isNamed = analysis.relevant || analysis.reasons.some(({ words }) => words !== "");
  return isNamed && !(await isKnown(tools.store.db, story, origin));
}

interface Waiting {
  readonly signal: AbortSignal;
  readonly budget: AbortSignal;
}

async function withArticle(one: Understood, feed: Source, tools: ReadingTools, waiting: Waiting): Promise<Understood> {
  const { article, text } = await articleOf(one.item, feed, tools, waiting);
  const of = { feed: feed.name, url: one.item.url };
  if (article.read) tools.log.info(of, "article read");
  else sayOnce(tools, of, article.reason);
  const analysis = text === undefined ? one.analysis : tools.analyse({ ...one.item, text });
  return { ...one, text, analysis: { ...analysis, article } };
}

/** What keeps one article from being read mostly keeps all of them: each reason is told once for each feed. */
function sayOnce(
  { log, said }: ReadingTools,
  of: { readonly feed: string; readonly url: string | undefined },
  reason: string,
): void {
  const key = `${of.feed} ${reason}`;
  log[said.has(key) ? "debug" : "info"]({ ...of, reason }, "article not read: the lead stands alone");
  said.add(key);
}

async function articleOf(
  item: Item,
  feed: Source,
  { findArticle }: ReadingTools,
  { signal, budget }: Waiting,
): Promise<FoundArticle> {
  try {
    const found = await findArticle?.(item, feed.url, AbortSignal.any([signal, budget]));
    return found ?? notRead("articles are not read");
  } catch (error) {
    if (signal.aborted || !budget.aborted) throw error;
    return notRead("there was no time left for it: the articles of one look together took too long");
  }
}

/** Feeds list the newest first; posts are to come in the order of publication. */
function oldestFirst(stories: readonly Story[]): readonly Story[] {
  return [...stories].reverse().sort((a, b) => (a.item.published ?? "").localeCompare(b.item.published ?? ""));
}
