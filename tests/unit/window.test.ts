import { describe, expect, it } from "vitest";
import { fetchFeed } from "../../src/feed/fetch.ts";
import { systemNetwork } from "../../src/feed/network.ts";
import { pollFeed, type Feed, type PollTools } from "../../src/pipeline.ts";
import { openIncidents } from "../../src/store/incidents.ts";
import { readItem } from "../../src/store/items.ts";
import { withdrawnSince } from "../../src/store/missing.ts";
import { ENGINES } from "../support/database.ts";
import type { Engine } from "../../src/store/engine.ts";
import { analysisOf, channelOf, openScene } from "../support/delivery-house.ts";
import { startFeedServer } from "../support/feed-server.ts";
import { ask, askTools, textOf } from "./commands/desk.ts";
import { rss, wtoLink, type RssItem } from "../support/rss.ts";

const NEVER = new AbortController().signal;
const trade = channelOf("office", "trade");
const french = channelOf("office", "commerce", { language: "fr" });
const operators = channelOf("office", "operators");

function story(title: string, day: string): RssItem {
  return { title, link: wtoLink("ecom", day, Number(day.slice(8))), description: `${title}, it says.`, day };
}

const [OLD, MIDDLE, NEW] = [story("Old", "2026-06-10"), story("Middle", "2026-06-15"), story("New", "2026-06-20")];

async function scene(engine: Engine = "sqlite") {
  const { house, chat } = await openScene({ engine, channels: [trade, french], operators });
  const server = await startFeedServer();
  const network = systemNetwork(house.clock, "Tradepost/test");
  const feed: Feed = { name: "wto-news", url: server.url, language: "en", backfill: 0, unchangedDays: 0 };
  const tools: PollTools = {
    ...house.tools,
    fetchFeed: async (request, signal) => {
      const fetched = await fetchFeed(request, network, signal);
      return fetched.kind === "document" ? { ...fetched, servedAt: undefined } : fetched;
    },
    analyse: (item) => analysisOf(item.title),
    channels: async () => [trade, french],
    said: new Set(),
    feeds: new Set([feed.name]),
    flood: 9,
  };
  return {
    house,
    chat,
    look: async (...items: readonly RssItem[]) => {
      server.reply({ kind: "document", body: rss(items) });
      house.clock.advance(60_000);
      await pollFeed(feed, tools, NEVER);
      await house.settle();
    },
    again: async () => {
      house.clock.advance(60_000);
      expect((await pollFeed(feed, tools, NEVER)).kind).toBe("unchanged");
      await house.settle();
    },
    shown: () => chat.messages("trade").map(({ text }) => text),
    async [Symbol.asyncDispose]() {
      await server.close();
      await house[Symbol.asyncDispose]();
    },
  };
}

describe.each(ENGINES)("what leaves the feed, on %s", (engine) => {
  it("is marked in place after two looks, in each channel's language, and the mark goes when it is back", async () => {
    await using one = await scene(engine);
    await one.look(OLD);
    await one.look(NEW, MIDDLE, OLD);
    await one.look(NEW, OLD);
    expect(one.shown().join("\n")).not.toContain("No longer");
    await one.look(NEW, OLD, story("Another", "2026-06-21"));

    const marked = one.shown().filter((text) => text.includes("No longer in the WTO feed since 23 June 2026"));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain("Middle");
    expect(one.chat.messages("commerce").filter(({ text }) => text.includes("N’est plus dans le fil"))).toHaveLength(1);
    const posts = one.shown().length;
    await one.look(NEW, MIDDLE, OLD);
    expect(one.shown().join("\n")).not.toContain("No longer");
    expect(one.shown()).toHaveLength(posts);
  });
});

describe("what leaves the feed", () => {
  it("counts a look that says nothing has changed", async () => {
    await using one = await scene();
    await one.look(OLD);
    await one.look(NEW, MIDDLE, OLD);
    await one.look(NEW, OLD);
    await one.again();
    expect(one.shown().filter((text) => text.includes("No longer in the WTO feed"))).toHaveLength(1);
    await one.again();
    expect(one.shown().filter((text) => text.includes("No longer in the WTO feed"))).toHaveLength(1);
  });

  it("is no withdrawal where it is the oldest that goes, or where only something very old stands behind it", async () => {
    await using one = await scene();
    const pinned = story("Pinned", "2026-01-05");
    await one.look(OLD, pinned);
    await one.look(MIDDLE, OLD, pinned);
    for (let looks = 0; looks < 3; looks += 1) await one.look(NEW, pinned, story(`Later ${looks}`, "2026-06-22"));
    expect(one.shown().join("\n")).not.toContain("No longer");
  });

  it("is no withdrawal where one look alone missed it", async () => {
    await using one = await scene();
    await one.look(OLD);
    await one.look(NEW, MIDDLE, OLD);
    for (let times = 0; times < 2; times += 1) {
      await one.look(NEW, OLD);
      await one.look(NEW, MIDDLE, OLD);
    }
    expect(one.chat.edits).toBe(0);
  });

  it("keeps all that was read of it", async () => {
    await using one = await scene();
    await one.look(OLD);
    await one.look(NEW, MIDDLE, OLD);
    for (let looks = 0; looks < 2; looks += 1) await one.look(NEW, OLD, story(`Later ${looks}`, "2026-06-22"));
    const rows = await one.house.store.db.selectFrom("versions").selectAll().where("title", "=", "Middle").execute();
    expect(rows.map((row) => withdrawnSince(row) !== undefined)).toEqual([true]);
    expect(await readItem(one.house.store.db, rows[0]?.item_id ?? "")).toMatchObject({ item: { relevant: 1 } });
  });
});

describe("a gap of the window", () => {
  const keys = async ({ house }: Awaited<ReturnType<typeof scene>>): Promise<readonly string[]> =>
    (await openIncidents(house.store.db)).map(({ key }) => key);

  it("is told once, with its days and how to fill it, where a look knows nothing of what it sees", async () => {
    await using one = await scene();
    await one.look(OLD);
    await one.look(story("Much later", "2026-07-20"), story("Later", "2026-07-18"));
    await one.look(story("Later still", "2026-07-21"), story("Much later", "2026-07-20"));
    expect(await keys(one)).toEqual(["gap:wto-news:2026-06-10"]);
    const notices = one.chat.messages("operators").filter(({ text }) => text.includes("npx tradepost import"));
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toMatch(/Between 2026-06-10 and 2026-07-18/);
    const { db } = one.house.store;
    const shown = (await ask(["status"], askTools(db))).entries.map((entry) => textOf(entry).join("\n")).join("\n");
    expect(shown).toContain("Between 2026-06-10 and 2026-07-18");
  });

  it("is none at the first look, where something is known, or where what is shown is older", async () => {
    await using one = await scene();
    await one.look(MIDDLE);
    await one.look(NEW, MIDDLE);
    await one.look(OLD);
    expect(await keys(one)).toEqual([]);
  });
});
