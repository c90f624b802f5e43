import type { ArticleRead } from "../model/analysis.ts";
import type { Item } from "../model/item.ts";
import { readArticle, type Article } from "./article.ts";
import { FeedError, type FeedFailure } from "./errors.ts";
import { fetchFeed } from "./fetch.ts";
import { nearlySameTitle, wordsOf } from "./identity.ts";
import type { FetchLimits, FetchTools } from "./network.ts";
import type { Robots } from "./robots.ts";

/** What looking for an article touches of the world. */
export interface ArticleTools {
  readonly network: FetchTools;
  /** Undefined where the host has leave to read the pages whatever `robots.txt` says. */
  readonly robots: Robots | undefined;
  readonly limits: FetchLimits;
}

/** What came of looking for an item's article: its text, where it was read. */
export interface FoundArticle {
  readonly article: ArticleRead;
  readonly text: string | undefined;
}

/** An item is not kept waiting for its article for longer: its lead says what matters. */
export const ARTICLE_LIMITS: FetchLimits = { connect: 5_000, total: 10_000, bytes: 2 * 1024 * 1024, redirects: 3 };

const ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

/** Shorter is no article. */
const SHORTEST = 200;
/** So much of the lead's longer words stands in an article that goes with it. */
const SHARED = 0.5;
const LONGER_WORD = 4;

/**
 * Reads the article of an item from its page: on the feed's own host alone, where `robots.txt` allows it, within its
 * limits. That it can't be read is an outcome, with its reason. Throws the signal's reason.
 * @param feedUrl the feed's address as configured: its host is the only one that is asked, redirects included
 */
export async function fetchArticle(
  item: Item,
  feedUrl: string,
  { network, robots, limits }: ArticleTools,
  signal: AbortSignal,
): Promise<FoundArticle> {
  const feed = new URL(feedUrl);
  const page = item.url === undefined ? null : URL.parse(item.url);
  if (page === null) return notRead("the item has no link");
  if (!isOnHost(page, feed)) return notRead("its page is on another host than the feed");
  // What the feed's host offers safely is not fetched in the open.
  page.protocol = feed.protocol;
  let refusal: string | undefined;
  const admit = async (hop: URL, within: AbortSignal): Promise<void> => {
    refusal = isOnHost(hop, feed) ? await robots?.refusal(hop, within) : "it leads to another host than the feed's";
    if (refusal !== undefined) throw new FeedError("redirect", refusal);
  };
  try {
    const asked = { url: page.href, validators: undefined, accept: ACCEPT, admit };
    const fetched = await fetchFeed(asked, { ...network, limits }, signal);
    return fetched.kind === "unchanged"
      ? notRead("its page sent no document")
      : articleOf(fetched.text, page.href, item);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return notRead(refusal ?? reasonOf(error, limits));
  }
}

function articleOf(html: string, url: string, item: Item): FoundArticle {
  if (!/<(?:!doctype html|html|body)\b/i.test(html)) return notRead("its page is no HTML");
  const article = readArticle(html, url);
  if (article.text.length < SHORTEST) return notRead("no article was found in its page");
  if (!tellsOf(article, item)) return notRead("its page tells of something else");
  return { article: { read: true }, text: article.text };
}

/** Whether a page tells of an item: servers answer with pages of their own where they keep machines out. */
function tellsOf({ title, text }: Article, item: Item): boolean {
  if (nearlySameTitle(title, item.title)) return true;
  const lead = longerWords(item.description || item.title);
  const said = longerWords(text);
  return lead.size > 0 && lead.intersection(said).size >= SHARED * lead.size;
}

function longerWords(text: string): Set<string> {
  return new Set(wordsOf(text).filter((word) => word.length >= LONGER_WORD));
}

/** Another port is another server, except that both http and https have one of their own. */
function isOnHost(page: URL, feed: URL): boolean {
  return ["http:", "https:"].includes(page.protocol) && page.hostname === feed.hostname && page.port === feed.port;
}

export function notRead(reason: string): FoundArticle {
  return { article: { read: false, reason }, text: undefined };
}

function reasonOf({ failure, status }: FeedError, { total, bytes }: FetchLimits): string {
  if (status !== undefined) return `its server answered ${status}`;
  if (failure === "timeout") return `its page took longer than ${total / 1000} s`;
  if (failure === "too-large") return `its page is larger than ${bytes / 1024} KiB`;
  return REASONS[failure];
}

const REASONS: Readonly<Record<Exclude<FeedFailure, "timeout" | "too-large">, string>> = {
  unreachable: "its server could not be reached",
  status: "its server refused it",
  redirect: "its page redirects to where it is not followed",
  truncated: "its page ended in the middle",
  encoding: "its page can't be unpacked",
  "not-a-feed": "its page can't be read",
  malformed: "its page can't be read",
  refused: "its page can't be read",
  empty: "its page is empty",
};
