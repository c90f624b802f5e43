import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { packageRoot } from "../../src/config/package-root.ts";
import { loadRules } from "../../src/config/topics.ts";
import { changesBetween } from "../../src/delivery/changes.ts";
import { toldOf } from "../../src/delivery/wording.ts";
import { ARTICLE_LIMITS, fetchArticle } from "../../src/feed/fetch-article.ts";
import { fetchFeed } from "../../src/feed/fetch.ts";
import { systemNetwork } from "../../src/feed/network.ts";
import { createRobots } from "../../src/feed/robots.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { pollFeed, type Feed, type PollTools } from "../../src/pipeline.ts";
import { readDocument } from "../../src/reading.ts";
import { listDeliveries } from "../../src/store/deliveries.ts";
import { newestRelevant, type StoredItem } from "../../src/store/items.ts";
import { readRevisions } from "../../src/store/revisions.ts";
import { channelOf, openHouse } from "../support/delivery-house.ts";
import { startFeedServer, type Reply } from "../support/feed-server.ts";
import { articlePage, html, robotsText } from "../support/pages.ts";
import { rss, type RssItem } from "../support/rss.ts";
import { simulatedChat } from "../support/simulated-chat.ts";

const NEVER = new AbortController().signal;
const rules = await loadRules(fileURLToPath(new URL("config/topics.yaml", packageRoot())));
const channel = channelOf("office", "trade");

const SPAM = "/english/news_e/news26_e/ecom_23jun26_429_e.htm";
const COTTON = "/english/news_e/news26_e/agri_22jun26_428_e.htm";
const TITLE = "E-commerce negotiators close the article on spam";
const LEAD =
  "Participants in the joint initiative on e-commerce closed the article on spam at a plenary meeting on 22 June.";
const ARTICLE = [
  LEAD,
  "There are now 91 participants in the initiative. The next plenary will be held on 20 July.",
  "Small groups meet again in the first half of July, and each of them reports to the plenary on paper.",
];

const UNTOLD = {
  validators: { etag: undefined, lastModified: undefined },
  charset: "utf-8",
  servedAt: 0,
  note: undefined,
};

/** A bot that looks at one feed, whose server has pages as well. */
async function scene(lead = LEAD) {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startFeedServer());
  const house = stack.use(
    await openHouse({ adapters: (clock) => ({ office: simulatedChat({ clock }) }), channels: [channel] }),
  );
  const pages = new Map<string, Reply>([[SPAM, html(articlePage(TITLE, ARTICLE))]]);
  let items: readonly RssItem[] = [];
  server.reply(({ path }) =>
    server.url.endsWith(path)
      ? { kind: "document", body: rss(items) }
      : (pages.get(path) ?? { kind: "status", status: 404 }),
  );
  const network = systemNetwork(house.clock, "Tradepost/test");
  const robots = createRobots(network);
  const feed: Feed = { name: "wto-news", url: server.url, language: "en", backfill: 9, unchangedDays: 10 };
  const tools: PollTools = {
    store: house.store,
    fetchFeed: (request, signal) => fetchFeed(request, network, signal),
    analyse: (item) => analyse(item, rules),
    findArticle: (item, url, signal) => fetchArticle(item, url, { network, robots, limits: ARTICLE_LIMITS }, signal),
    channels: async () => [channel],
    operators: undefined,
    said: new Set(),
    feeds: new Set([feed.name]),
    flood: 5,
    clock: house.clock,
    log: house.tools.log,
    random: () => 0,
  };
  const entry = (path: string, title: string, description: string): RssItem => ({
    title,
    link: new URL(path, server.url).href,
    description,
    day: "2026-06-23",
  });
  const spam = entry(SPAM, TITLE, lead);
  const open = stack.move();
  return {
    house,
    feed,
    tools,
    pages,
    spam,
    cotton: entry(COTTON, "Cotton days open", "Members opened the cotton days on 22 June."),
    async look(...shown: readonly RssItem[]): Promise<void> {
      items = shown;
      await pollFeed(feed, tools, NEVER);
      await house.settle();
    },
    asked: () => server.requests.map(({ path }) => path).filter((path) => !server.url.endsWith(path)),
    async stored(): Promise<StoredItem> {
      const [first] = await newestRelevant(house.store.db, { limit: 1 });
      if (first === undefined) throw new Error("no relevant item was stored");
      return first;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

function analysisIn({ versions: [version] }: StoredItem): Analysis {
  if (version === undefined) throw new Error("the item has no version");
  return toldOf(version).analysis;
}

test("a new item on the subject is read with its article, once; others are not asked for", async () => {
  await using one = await scene();
  await one.look(one.spam, one.cotton);
  await one.look(one.spam, one.cotton, { ...one.cotton, link: `${one.cotton.link}x`, title: "Cotton days close" });

  expect(one.asked()).toEqual(["/robots.txt", SPAM]);
  const stored = await one.stored();
  expect(stored.versions[0]?.text).toBe(ARTICLE.join("\n\n"));
  expect(analysisIn(stored)).toMatchObject({ article: { read: true }, participants: { count: 91 } });
});

test("an item whose article can't be read is posted from its lead at once, with the reason kept", async () => {
  await using one = await scene();
  one.pages.set("/robots.txt", robotsText("User-agent: *\nDisallow: /"));
  await one.look(one.spam);

  const stored = await one.stored();
  expect(stored.versions[0]?.text).toBeNull();
  expect(analysisIn(stored).article).toEqual({ read: false, reason: "robots.txt refuses it" });
  expect(analysisIn(stored).brief.points[0]).toContain("closed the article on spam");
  expect((await listDeliveries(one.house.store.db, { limit: 9 })).map(({ kind, state }) => [kind, state])).toEqual([
    ["post", "sent"],
  ]);
});

test("that an article can be read later, or no longer, or says something else, corrects nothing", async () => {
  await using one = await scene();
  one.pages.delete(SPAM);
  await one.look(one.spam);
  one.pages.set(SPAM, html(articlePage(TITLE, ARTICLE)));
  await one.look(one.spam, one.cotton);

  expect((await one.stored()).versions[0]?.revision).toBe(1);
  expect((await listDeliveries(one.house.store.db, { limit: 9 })).map(({ kind }) => kind)).toEqual(["post"]);
});

test("a correction of the feed reads the article anew; what only the article tells is told as no change", async () => {
  await using one = await scene(`${LEAD} The next plenary will be held on 13 July.`);
  one.pages.delete(SPAM);
  await one.look(one.spam);
  one.pages.set(SPAM, html(articlePage(TITLE, ARTICLE)));
  await one.look({ ...one.spam, description: `${LEAD} The next plenary will be held on 20 July.` });

  const stored = await one.stored();
  expect(analysisIn(stored)).toMatchObject({ article: { read: true }, participants: { count: 91 } });
  const [before, after] = (await readRevisions(one.house.store.db, stored.item.id, "en")).map(toldOf);
  const changes = before && after && changesBetween(before, after, "en");
  expect(changes?.map(({ text }) => text)).toEqual(["next meeting 13 July 2026 → 20 July 2026", "wording"]);
  expect((await listDeliveries(one.house.store.db, { limit: 9 })).map(({ kind }) => kind).toSorted()).toEqual([
    "edit",
    "post",
    "reply",
  ]);
});

test("slow articles together hold up a look no longer than their limit", async () => {
  await using one = await scene();
  for (const at of [1, 2, 3]) one.pages.set(`/slow-${at}`, { kind: "hang" });
  const slow = [1, 2, 3].map((at) => ({
    ...one.spam,
    title: `${TITLE}, part ${"I".repeat(at)} of several in June`,
    link: new URL(`/slow-${at}`, one.spam.link).href,
    day: `2026-06-0${at}`,
  }));
  const text = rss([one.spam, ...slow]);
  const document = { kind: "document", text, finalUrl: one.feed.url, ...UNTOLD } as const;

  const { understood } = await readDocument(document, one.feed, one.tools, NEVER, 300);

  const article = { read: false, reason: expect.stringContaining("no time left") };
  expect(understood.map(({ analysis }) => analysis.article)).toEqual([article, article, article, article]);
  expect(one.asked()).toEqual(["/robots.txt", "/slow-1"]);
});

test("an article decides on an item that names the subject in passing", async () => {
  await using one = await scene("E-commerce was among the matters that members raised on 22 June.");
  const title = "Members exchange views in Geneva";
  const path = "/english/news_e/news26_e/serv_23jun26_430_e.htm";
  const paragraphs = [
    "Electronic commerce was raised by many members, and e-commerce rules were named by several of them.",
    "On e-commerce, they asked the Secretariat for a paper on electronic commerce and on who takes part in e-commerce.",
  ];
  one.pages.set(path, html(articlePage(title, paragraphs)));
  await one.look({ ...one.spam, title, link: new URL(path, one.spam.link).href });

  expect(one.asked()).toEqual(["/robots.txt", path]);
});
