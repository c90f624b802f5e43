import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyse } from "../../src/analysis/analyse.ts";
import type { Rules } from "../../src/analysis/rules.ts";
import { configuredOf } from "../../src/app.ts";
import { configSchema } from "../../src/config/schema.ts";
import { feedDocument } from "../../src/demo/feed-document.ts";
import { BURST, EARLIER, ROUND, ROUND_CORRECTED, TENDERS, type SampleItem } from "../../src/demo/news.ts";
import { deskFor } from "../../src/desks.ts";
import { parseFeed } from "../../src/feed/parse.ts";
import { storiesOf } from "../../src/feed/stories.ts";
import { takeIn } from "../../src/intake.ts";
import { createLog } from "../../src/log.ts";
import type { Desk } from "../../src/model/ask.ts";
import type { Millis } from "../../src/model/time.ts";
import { isCron } from "../../src/schedule.ts";
import { ensureChannel } from "../../src/store/channels.ts";
import { ensureFeed, updateFeed } from "../../src/store/feeds.ts";
import { openStore } from "../../src/store/open.ts";
import type { Db } from "../../src/store/tables.ts";

/** An archive of the demo's news, which can be asked as the bot's own. */
export interface Archive extends AsyncDisposable {
  /** The chat `office` is a Slack, `community` a Discord. */
  deskOf(chat: "office" | "community"): Desk;
  /** The id of an item by the stem and number of its link. */
  itemId(title: string): Promise<string>;
}

/** The morning after a week of news. */
const NOW: Millis = Date.UTC(2026, 5, 30, 7, 0);
const HOUR: Millis = 60 * 60_000;
const FEED = { name: "wto-news", url: "https://www.wto.org/library/rss/latest_news_e.xml", language: "en" } as const;

/** Reads the demo's news into an archive of its own, look by look. */
export async function openArchive(rules: Rules): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-pictures-"));
  const store = await openStore(`file:${join(folder, "archive.db")}`);
  const looks: readonly (readonly SampleItem[])[] = [
    EARLIER,
    [ROUND, TENDERS, ...EARLIER],
    [ROUND_CORRECTED, TENDERS, ...EARLIER],
    [...BURST, ROUND_CORRECTED],
  ];
  for (const [at, items] of looks.entries())
    await store.transaction((db) => look(db, items, rules, NOW - (looks.length - at) * 24 * HOUR));
  const config = configSchema({ topicIds: rules.topics.map(({ id }) => id), isCron }).parse({
    feeds: [FEED],
    chats: [
      { name: "office", platform: "slack", botToken: "xoxb-picture", appToken: "xapp-picture" },
      { name: "community", platform: "discord", token: "picture" },
    ],
    channels: [
      { chat: "office", channel: "C0TRADENEWS" },
      { chat: "community", channel: "1180000000000000101", topics: ["cybersecurity", "e-invoicing"] },
    ],
  });
  for (const { chat, channel } of config.channels)
    await ensureChannel(store.db, { id: `${chat}/${channel}`, chat, channel, now: NOW - 240 * HOUR });
  await ensureChannel(store.db, {
    id: "community/1180000000000000777",
    chat: "community",
    channel: "1180000000000000777",
    now: NOW,
  });
  const settings = { config: { ...config, file: undefined }, rules, log: createLog({ level: "silent", secrets: [] }) };
  const tools = {
    settings,
    store,
    adapters: new Map(),
    configured: configuredOf(config),
    clock: { now: () => NOW, sleep: async () => {} },
    ring: () => {},
  };
  return {
    deskOf: (chat) => deskFor(chat, tools),
    async itemId(title) {
      const row = await store.db.selectFrom("versions").select("item_id").where("title", "=", title).executeTakeFirst();
      return row?.item_id ?? "";
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function look(db: Db, items: readonly SampleItem[], rules: Rules, now: Millis): Promise<void> {
  await ensureFeed(db, FEED);
  const { items: read } = await parseFeed(feedDocument(items, "english", "utf-8"), FEED);
  const stories = storiesOf(read);
  const standing = new Set(stories.flatMap(({ keys }) => keys));
  const origin = { feed: FEED.name, feeds: new Set([FEED.name]), standing };
  for (const story of stories) await takeIn(db, { ...story, analysis: analyse(story.item, rules) }, origin, now);
  await updateFeed(db, FEED.name, {
    first_look_at: now,
    checked_at: now,
    succeeded_at: now,
    changed_at: now,
    ticked_at: now,
    tick_due_at: NOW + HOUR / 4,
  });
}
