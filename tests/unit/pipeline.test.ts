import { expect, test } from "vitest";
import { fetchFeed } from "../../src/feed/fetch.ts";
import { systemNetwork } from "../../src/feed/network.ts";
import type { Channel } from "../../src/delivery/channel.ts";
import { pollFeed, type Feed, type Look, type PollTools } from "../../src/pipeline.ts";
import { openIncidents } from "../../src/store/incidents.ts";
import { listDeliveries } from "../../src/store/deliveries.ts";
import { readFeed } from "../../src/store/feeds.ts";
import { decodeAnalysis } from "../../src/store/analysis.ts";
import { countItems, readItem } from "../../src/store/items.ts";
import { readRevisions } from "../../src/store/revisions.ts";
import { listWaiting } from "../../src/store/waiting.ts";
import { analysisOf, channelOf, openHouse, type House } from "../support/delivery-house.ts";
import { startFeedServer, type FeedServer } from "../support/feed-server.ts";
import { rss, wtoLink, type RssItem } from "../support/rss.ts";
import { simulatedChat } from "../support/simulated-chat.ts";

const DAY = 24 * 60 * 60_000;
const NEVER = new AbortController().signal;
const everything = channelOf("office", "trade");
const french = channelOf("office", "commerce", { language: "fr" });
const privacy = channelOf("office", "privacy", { topics: ["privacy"] });
const operators = channelOf("office", "operators");

interface Scene extends AsyncDisposable {
  readonly house: House;
  readonly server: FeedServer;
  readonly feed: Feed;
  readonly tools: PollTools;
  look(): Promise<Look>;
  /** What waits in the outbox, as `kind subject channel`. */
  queued(): Promise<readonly string[]>;
}

/** One feed, whose server's clock is `off` milliseconds behind, read over a real socket into a real database. An item is relevant where its title says "trade". */
async function scene(changes: Partial<Feed> = {}, off = 0): Promise<Scene> {
  const channels = [everything, french, privacy];
  const house = await openHouse({
    adapters: (clock) => ({ office: simulatedChat({ clock }) }),
    channels,
    operators,
  });
  const server = await startFeedServer();
  const network = systemNetwork(house.clock, "Tradepost/test (+https://tradepost.example)");
  const feed: Feed = { name: "wto-news", url: server.url, language: "en", backfill: 0, unchangedDays: 10, ...changes };
  const tools: PollTools = {
    store: house.store,
    // The server's clock is that of this machine, and the house's is led by hand.
    fetchFeed: async (request, signal) => {
      const fetched = await fetchFeed(request, network, signal);
      return fetched.kind === "document" ? { ...fetched, servedAt: house.clock.now() - off } : fetched;
    },
    analyse: (item) => analysisOf(item.title, { relevant: item.title.includes("trade"), topics: topicsIn(item.title) }),
    channels: async () => channels,
    operators: { id: operators.id, chat: operators.chat, instead: undefined },
    said: new Set(),
    feeds: new Set([feed.name, "other"]),
    flood: 5,
    clock: house.clock,
    log: house.tools.log,
    random: () => 0,
  };
  return {
    house,
    server,
    feed,
    tools,
    look: () => pollFeed(feed, tools, NEVER),
    async queued() {
      const rows = await listDeliveries(house.store.db, { states: ["pending"], limit: 99 });
      const texts = rows.toReversed().map(async (row) => {
        const stored = row.subject_kind === "item" ? await readItem(house.store.db, row.subject_id) : undefined;
        return `${row.kind} ${stored?.versions[0]?.title ?? row.subject_kind} → ${row.channel_id.slice(7)}`;
      });
      return await Promise.all(texts);
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await house[Symbol.asyncDispose]();
    },
  };
}

function topicsIn(title: string): readonly string[] {
  return title.includes("privacy") ? ["privacy"] : [];
}

function story(title: string, serial: number, day = "2026-06-23"): RssItem {
  return { title, link: wtoLink("ecom", day, serial), description: `${title}, it says.`, day };
}

function serve(server: FeedServer, ...items: readonly RssItem[]): void {
  server.reply({ kind: "document", body: rss(items) });
}

test("the first look stores everything, posts no item, and shows the operators a preview", async () => {
  await using one = await scene();
  serve(one.server, story("Digital trade", 1), story("Fish", 2));

  expect(await one.look()).toMatchObject({ kind: "read", first: true });

  expect(await countItems(one.house.store.db)).toEqual({ all: 2, relevant: 1 });
  expect(await one.queued()).toEqual(["preview feed → operators"]);
});

test("with a backfill the first look posts the newest relevant items", async () => {
  await using one = await scene({ backfill: 1 });
  serve(
    one.server,
    story("Fish", 3),
    story("New trade talks", 2, "2026-06-22"),
    story("Older trade talks", 1, "2026-06-21"),
  );

  await one.look();

  expect(await one.queued()).toEqual([
    "post New trade talks → trade",
    "post New trade talks → commerce",
    "preview feed → operators",
  ]);
});

test("news goes to the channels that want it, the oldest first; what is irrelevant or known goes nowhere", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  serve(
    one.server,
    story("Trade and privacy, trade", 4),
    story("Fish", 3),
    story("Digital trade", 2, "2026-06-22"),
    story("Old trade news", 1),
  );

  const look = await one.look();

  expect(look.kind === "read" ? look.taken.map((taken) => taken.change) : []).toEqual(["new", "known", "new", "new"]);
  expect(await one.queued()).toEqual([
    "post Digital trade → trade",
    "post Trade and privacy, trade → trade",
    "post Digital trade → commerce",
    "post Trade and privacy, trade → commerce",
    "post Trade and privacy, trade → privacy",
  ]);
});

test("an unchanged feed is asked with its validators, and answers 304", async () => {
  await using one = await scene();
  serve(one.server, story("Digital trade", 1));
  await one.look();

  expect(await one.look()).toEqual({ kind: "unchanged" });

  expect(one.server.requests.map((request) => request.status)).toEqual([200, 304]);
});

test("validators are kept only with the news: where the transaction fails, the next look gets the whole document", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  serve(one.server, story("Digital trade", 2), story("Old trade news", 1));
  const broken = { ...one.tools, channels: async () => [channelOf("office", "not in the database")] };
  await expect(pollFeed(one.feed, broken, NEVER)).rejects.toThrow(/FOREIGN KEY/);
  expect(await countItems(one.house.store.db)).toMatchObject({ all: 1 });

  await one.look();

  expect(await one.queued()).toContain("post Digital trade → trade");
  expect(one.server.requests.at(-1)?.status).toBe(200);
});

test("a corrected item edits what was posted and is not posted again; a cosmetic change does nothing", async () => {
  await using one = await scene();
  serve(one.server);
  serve(one.server, story("Old trade news", 1));
  await one.look();
  serve(one.server, story("Digital trade talks", 2), story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  serve(one.server, { ...story("Digital  trade talks", 2), guid: "another" }, story("Old trade news", 1));
  await one.look();
  expect(await one.queued()).toEqual([]);
  serve(one.server, story("Digital trade talks in June", 2), story("Old trade news", 1));

  await one.look();

  expect(await one.queued()).toEqual([
    "edit Digital trade talks in June → trade",
    "edit Digital trade talks in June → commerce",
  ]);
});

test("what only the rules read otherwise since is no correction: the former wording is read anew", async () => {
  await using one = await scene();
  serve(one.server);
  serve(one.server, story("Old trade news", 1));
  await one.look();
  serve(one.server, story("Digital trade talks", 2), story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  const counting: PollTools = {
    ...one.tools,
    analyse: (item) => ({ ...one.tools.analyse(item), participants: { count: 91, quote: "There are 91." } }),
  };
  serve(one.server, story("Digital trade talks in June", 2), story("Old trade news", 1));
  one.house.clock.moveTo(one.house.clock.now() + 60 * 60_000);
  await pollFeed(one.feed, counting, NEVER);

  expect(await one.queued()).toEqual([
    "edit Digital trade talks in June → trade",
    "edit Digital trade talks in June → commerce",
  ]);
  const [post] = await listDeliveries(one.house.store.db, { states: ["sent"], limit: 9 });
  const history = await readRevisions(one.house.store.db, post?.subject_id ?? "", "en");
  expect(history.map(({ title, analysis }) => [title, decodeAnalysis(analysis).participants?.count])).toEqual([
    ["Digital trade talks", 91],
    ["Digital trade talks in June", 91],
  ]);
});

test("a story that moved to another link on the same day is the same story", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  serve(one.server, story("Members discuss rules for digital trade in Geneva", 2), story("Old trade news", 1));
  await one.look();
  serve(one.server, story("Members discuss rules for digital trade in Geneva", 7), story("Old trade news", 1));

  const look = await one.look();

  expect(look.kind === "read" ? look.taken.map((taken) => taken.change) : []).toEqual(["known", "corrected"]);
});

test.each([
  ["another title", story("Chair reports on rules of trade in fish", 9)],
  ["another stem", { ...story("Members discuss rules for digital trade", 9), link: wtoLink("jsec", "2026-06-23", 9) }],
  ["another day", story("Members discuss rules for digital trade", 9, "2026-06-24")],
])("an item at another link with %s is another story", async (_, other) => {
  await using one = await scene();
  serve(one.server, story("Members discuss rules for digital trade", 2));
  await one.look();
  serve(one.server, other);

  const look = await one.look();

  expect(look.kind === "read" ? look.taken.map((taken) => taken.change) : []).toEqual(["new"]);
});

test("stories that stand side by side are two, however alike their titles", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  const alike = ["spam", "source code"].map((subject, at) =>
    story(`Sample: digital trade talks take up ${subject}`, at + 2),
  );
  serve(one.server, ...alike);

  await one.look();

  expect(await countItems(one.house.store.db)).toMatchObject({ all: 3 });
});

test("a document that holds a story twice does not correct it back and forth", async () => {
  await using one = await scene();
  serve(one.server, story("Digital trade", 1), { ...story("Digital trade", 1), description: "Otherwise worded." });
  await one.look();
  one.server.reply({
    kind: "document",
    body: rss([story("Digital trade", 1), { ...story("Digital trade", 1), description: "Otherwise worded." }]),
    validators: {},
  });

  const look = await one.look();

  expect(look.kind === "read" ? look.taken.map((taken) => taken.change) : []).toEqual(["known"]);
});

test("the versions of one story in several languages are one item, and the French channel's post becomes French", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  serve(one.server, story("Digital trade", 2), story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  const other: Feed = { ...one.feed, name: "other", language: "fr" };
  one.server.reply({
    kind: "document",
    body: rss([
      { title: "Le commerce numérique (trade)", link: wtoLink("ecom", "2026-06-23", 2, "fr"), day: "2026-06-23" },
    ]),
  });

  await pollFeed(other, one.tools, NEVER);

  expect(await countItems(one.house.store.db)).toMatchObject({ all: 2 });
  expect(await one.queued()).toEqual(["edit Digital trade → commerce", "preview feed → operators"]);
});

test("more news at once than the limit is one digest for each channel", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  const subjects = ["privacy", "spam", "signatures", "invoices", "source code", "payments"];
  const fresh = subjects.map((subject, at) => story(`${subject} in trade: ${subject}`, at + 2));
  serve(one.server, ...fresh, story("Old trade news", 1));

  await one.look();

  expect(await one.queued()).toEqual([
    "post digest → trade",
    "post digest → commerce",
    "post privacy in trade: privacy → privacy",
  ]);
});

test("what is news to a channel with digests waits for the next one, however much it is", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  const daily: Channel = { ...everything, digest: { every: "day", at: 0 } };
  const tools = { ...one.tools, channels: async () => [daily] };
  const subjects = ["privacy", "spam", "signatures", "invoices", "source code", "payments"];
  const fresh = subjects.map((subject, at) => story(`${subject} in trade: ${subject}`, at + 2));
  serve(one.server, ...fresh, story("Old trade news", 1));

  await pollFeed(one.feed, tools, NEVER);
  serve(one.server, story("Fees and privacy in trade", 2), story("Old trade news", 1));
  await pollFeed(one.feed, tools, NEVER);

  expect(await one.queued()).toEqual([]);
  expect(await listWaiting(one.house.store.db, daily.id)).toHaveLength(6);
});

test("a channel counts from the look on at which it is there", async () => {
  await using one = await scene();
  let channels: readonly Channel[] = [everything];
  const tools = { ...one.tools, channels: async () => channels };
  serve(one.server, story("Old trade news", 1));
  await pollFeed(one.feed, tools, NEVER);
  await one.house.settle();
  channels = [everything, privacy];
  serve(one.server, story("On trade and privacy", 2), story("Old trade news", 1));
  await pollFeed(one.feed, tools, NEVER);
  channels = [privacy];
  serve(one.server, story("More trade and privacy", 3), story("On trade and privacy", 2));
  await pollFeed(one.feed, tools, NEVER);

  expect(await one.queued()).toEqual([
    "post On trade and privacy → trade",
    "post On trade and privacy → privacy",
    "post More trade and privacy → privacy",
  ]);
});

test("a failing feed is left alone for a while, the operators hear of the third failure, and of the end", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  one.server.reply({ kind: "status", status: 500 });

  expect(await one.look()).toMatchObject({ kind: "failed", failures: 1 });
  expect(await one.look()).toMatchObject({ kind: "waiting" });
  for (const failures of [2, 3]) {
    one.house.clock.moveTo((await readFeed(one.house.store.db, "wto-news"))?.next_at ?? 0);
    expect(await one.queued()).toEqual([]);
    expect(await one.look()).toMatchObject({ kind: "failed", failures });
  }
  expect(await one.queued()).toEqual(["notice incident → operators"]);
  one.house.clock.moveTo((await readFeed(one.house.store.db, "wto-news"))?.next_at ?? 0);
  serve(one.server, story("Old trade news", 1));

  await one.look();

  expect(await one.queued()).toEqual(["notice incident → operators", "notice incident → operators"]);
});

test("a feed that shows nothing new for ten days is told once, and that it does again", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  await one.house.settle();
  const incidents = async () => (await openIncidents(one.house.store.db)).map(({ key }) => key);

  one.house.clock.advance(10 * DAY - 1);
  await one.look();
  expect(await incidents()).toEqual([]);
  one.house.clock.advance(1);
  await one.look();
  one.house.clock.advance(DAY);
  await one.look();
  expect(await incidents()).toEqual(["unchanged:wto-news"]);
  expect(await one.queued()).toEqual(["notice incident → operators"]);
  serve(one.server, story("New news", 2), story("Old trade news", 1));
  await one.look();
  expect(await incidents()).toEqual([]);
  expect(await one.queued()).toEqual(["notice incident → operators", "notice incident → operators"]);
});

test("patience of 0 days is silence about silence", async () => {
  await using one = await scene({ unchangedDays: 0 });
  serve(one.server, story("Old trade news", 1));
  await one.look();
  one.house.clock.advance(400 * DAY);
  await one.look();
  expect(await openIncidents(one.house.store.db)).toEqual([]);
});

test.each([
  [30_000, 0],
  [30_001, 1],
  [-30_001, 1],
])("a clock that is %i ms off the server's is told %i times", async (off, times) => {
  await using one = await scene({}, off);
  serve(one.server, story("Old trade news", 1));
  await one.look();
  await one.look();
  expect((await openIncidents(one.house.store.db)).filter(({ key }) => key === "clock")).toHaveLength(times);
});

test("of a feed with thousands of items the newest thousand are read, and it is said", async () => {
  await using one = await scene();
  const many = Array.from({ length: 1_002 }, (_, at): RssItem => ({
    title: `Cotton, part ${at}`,
    link: `https://example.org/${at}`,
    description: `Part ${at}.`,
    day: at < 2 ? "2001-01-01" : "2026-06-23",
  }));
  one.server.reply({ kind: "document", body: rss(many, { window: many.length }) });

  const read = await one.look();

  const skipped = [{ reason: "it holds 1002 items; the 1000 newest are read", title: "the whole feed" }];
  expect(read).toMatchObject({ kind: "read", skipped });
  const days = read.kind === "read" ? read.taken.map(({ after }) => after.item.published) : [];
  expect(days).toHaveLength(1_000);
  expect(new Set(days)).toEqual(new Set(["2026-06-23"]));
});

test("a web page in place of the feed loses nothing", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  one.server.reply({
    kind: "status",
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<html>Sorry</html>",
  });
  expect(await one.look()).toMatchObject({ kind: "failed" });
  one.house.clock.moveTo((await readFeed(one.house.store.db, "wto-news"))?.next_at ?? 0);
  serve(one.server, story("Digital trade", 2), story("Old trade news", 1));

  await one.look();

  expect(await one.queued()).toContain("post Digital trade → trade");
});

test("items that share a page under different titles are all kept, also when one of them stands alone later", async () => {
  await using one = await scene();
  serve(one.server, story("Old trade news", 1));
  await one.look();
  const page = wtoLink("ecom", "2026-06-23", 9);
  const shared = ["Film on digital trade", "Interview about trade rules", "Statistics of e-trade"].map((title) => ({
    ...story(title, 9),
    link: page,
  }));
  serve(one.server, ...shared);
  await one.look();
  expect(await countItems(one.house.store.db)).toMatchObject({ all: 4 });
  serve(one.server, ...shared.slice(1, 2));

  const look = await one.look();

  expect(look.kind === "read" ? look.taken.map((taken) => taken.change) : []).toEqual(["known"]);
});
