import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openDesk, type Desk } from "../support/bot.ts";
import { startFeedServer } from "../support/feed-server.ts";
import { rss } from "../support/rss.ts";
import { news } from "./office.ts";

const ADAPTER = fileURLToPath(new URL("../fixtures/adapter/json-lines.js", import.meta.url));
const ITEM = news("close the article on spam", 2);

test("an adapter from outside posts from a checkout, too", async () => {
  await using desk = await openDesk();
  await using feed = await startFeedServer();
  feed.reply({ kind: "document", body: rss([ITEM]) });
  await mkdir(join(desk.folder, "journal"));
  const options = await configure(desk, ADAPTER, feed.url);

  const { status } = await desk.finish([...options, "poll"]);

  expect(status).toBe(0);
  const [line, ...more] = (await readFile(join(desk.folder, "journal/news.jsonl"), "utf8")).trim().split("\n");
  expect(more).toEqual([]);
  expect(JSON.parse(line ?? "")).toMatchObject({ text: expect.stringContaining(ITEM.title), links: [ITEM.link] });
});

test("the errors that it throws are known: a channel that is refused is paused, with the adapter's own remedy", async () => {
  await using desk = await openDesk();
  await using feed = await startFeedServer();
  feed.reply({ kind: "document", body: rss([ITEM]) });
  const options = await configure(desk, ADAPTER, feed.url);

  const { log } = await desk.finish([...options, "poll"]);

  expect(log).toContain('"channel paused"');
  expect(log).toContain("can't be opened: create its folder");
});

test("an adapter that lacks something is named, with what it lacks", async () => {
  await using desk = await openDesk();
  const options = await configure(desk, "node:path", "http://127.0.0.1:9/");

  const { status, log } = await desk.finish([...options, "poll"]);

  expect(status).toBe(1);
  expect(log).toContain("the adapter node:path of chat journal: its module must export a function createAdapter");
});

async function configure(desk: Desk, adapter: string, feed: string): Promise<readonly string[]> {
  return await desk.configure(`
database: file:./host.db
feeds: [{ name: wto-news, url: "${feed}", backfill: 1 }]
chats: [{ name: journal, platform: custom, adapter: "${adapter}", options: { folder: ./journal } }]
channels: [{ chat: journal, channel: news }]
welcome: false
`);
}
