import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDesk, until } from "../support/bot.ts";
import { startFeedServer } from "../support/feed-server.ts";
import { rss } from "../support/rss.ts";
import { news, openOffice, SLACK_CHANNEL } from "./office.ts";

test("demo shows every step offline and ends with status 0", async () => {
  await using desk = await openDesk();

  const { status, out, log } = await desk.finish(["demo", "--exit"]);

  expect(status).toBe(0);
  expect(log).toBe("");
  for (const step of [
    "first look",
    "304",
    "passed over",
    "edited in place",
    "7 new items",
    "answered 503",
    "can be read again",
  ])
    expect(out).toContain(step);
  expect(out).not.toContain("clock of this machine");
  expect(out).not.toContain("\u001b");
  expect(await readdir(desk.folder)).toEqual([]);
});

test("a feed that is away is only logged, the channel is greeted all the same, and SIGINT ends the bot", async () => {
  await using desk = await openDesk();
  const options = await desk.configure(
    "feeds: [{ name: wto-news, url: http://127.0.0.1:9/ }]\nchats: [{ name: here, platform: terminal }]\nchannels: [{ chat: here, channel: wto }]\n",
  );
  const bot = desk.start([...options, "run"]);
  await until(() => expect(bot.log()).toContain("feed failed"));
  bot.kill("SIGINT");
  expect(await bot.ended).toBe(0);
  expect(bot.out()).toContain("Tradepost is connected");
});

test("a wrong configuration ends with status 2 and all that is wrong, with line and column, before anything connects", async () => {
  await using desk = await openDesk();
  const options = await desk.configure("chat:\n  - {}\nchannels:\n  - { chat: office, channel: #trade }\n");

  const { status, log } = await desk.finish([...options, "run"]);

  expect(status).toBe(2);
  expect(log).toMatch(/tradepost\.yaml:\d+:\d+/);
});

test("wrong usage ends with status 2; help and version with 0", async () => {
  await using desk = await openDesk();

  expect((await desk.finish(["fly"])).status).toBe(2);
  expect((await desk.finish(["deliveries", "resolve", "x"])).status).toBe(2);
  expect((await desk.finish(["--help"])).out).toContain("analyze");
  expect((await desk.finish(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("poll posts what is due and ends; a dry run prints what it would post and keeps nothing", async () => {
  await using office = await openOffice();
  office.publish(news("open a new small group", 1));
  expect((await office.command("poll")).status).toBe(0);
  const item = news("close the article on spam", 2);
  office.publish(item, news("open a new small group", 1));

  const dry = await office.command("poll", "--dry-run");

  expect(dry.status).toBe(0);
  expect(dry.out).toContain(`Would send a post to office/${SLACK_CHANNEL}`);
  expect(dry.out).toContain(item.title);
  expect(dry.out + dry.log).not.toContain(office.slack.botToken);
  expect(office.onSlack()).toEqual([]);

  expect((await office.command("poll")).status).toBe(0);

  expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]);
});

test("check says that all is in order, or names the channel that is not and what to do", async () => {
  await using office = await openOffice();
  office.publish(news("open a new small group", 1));
  const good = await office.command("check");
  expect(good.out).not.toContain("FAIL");
  expect(good.status).toBe(0);
  expect(office.onSlack()).toEqual([]);

  await using other = await openOffice(`operators: { chat: office, channel: C0NOTINVITED }`);
  other.publish(news("open a new small group", 1));
  const bad = await other.command("check");

  expect(bad.status).toBe(1);
  expect(bad.out).toMatch(/FAIL.*\/invite @tradepost/);
});

test("check --post posts a line to each channel and takes it away again, or says why it can't", async () => {
  await using office = await openOffice(`operators: { chat: office, channel: C0ARCHIVED }`);
  office.publish(news("open a new small group", 1));
  const { out, status } = await office.command("check", "--post");
  expect(out).toContain(`ok    test post in ${SLACK_CHANNEL}: posted, and taken away again`);
  expect(out).toContain(`ok    test post in ${office.discordChannel}: posted, and taken away again`);
  expect(out).toMatch(/FAIL {2}test post in C0ARCHIVED: .*archived/);
  expect(status).toBe(1);
  expect([...office.onSlack(), ...office.onDiscord()]).toEqual([]);
});

test("health is green while polling goes on and red without it", async () => {
  await using office = await openOffice();
  office.publish(news("open a new small group", 1));
  expect((await office.command("health")).status).toBe(1);
  const bot = office.run();
  await until(() => expect(bot.log()).toContain("started"));
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));

  expect((await office.command("health")).status).toBe(0);
});

test("preview shows a text, a feed and an address on every surface, and leaves no file behind", async () => {
  await using desk = await openDesk();
  await using feed = await startFeedServer();
  const item = news("close the article on spam", 2);
  await writeFile(join(desk.folder, "item.txt"), `${item.title}\n\n${item.description}`);
  await writeFile(join(desk.folder, "feed.xml"), rss([item]));

  const text = await desk.finish(["preview", "item.txt"]);
  expect(text.out).toContain("Participants in the e-commerce negotiations close the article on spam");
  const slack = await desk.finish(["preview", "feed.xml", "--as", "slack"]);
  expect(JSON.parse(slack.out)).toHaveProperty("blocks");
  const discord = await desk.finish(["preview", "feed.xml", "--as", "discord"]);
  expect(JSON.parse(discord.out)).toHaveProperty("embeds");
  const latin = Buffer.from("Négociations sur le commerce électronique\n\nLes Membres ont négocié.", "latin1");
  await writeFile(join(desk.folder, "item.txt"), latin);
  expect((await desk.finish(["preview", "item.txt"])).out).toContain("Négociations sur le commerce électronique");
  expect(await readdir(desk.folder)).toEqual(["feed.xml", "item.txt"]);

  feed.reply({ kind: "document", body: rss([item]) });
  const html = await desk.finish(["preview", feed.url, "--as", "html"]);
  expect(html.out).toContain(`<h2><a href="${item.link}">`);
  const missing = await desk.finish(["preview", "nothing"]);
  expect([missing.status, missing.log]).toEqual([
    1,
    expect.stringContaining("give an address, a file, or an item's id"),
  ]);
});

test("analyze answers line by line in order, and a line that is no item is an error among them", async () => {
  await using desk = await openDesk();
  const item = {
    id: "a",
    url: null,
    title: "Digital trade",
    published: "2026-06-23",
    language: "en",
    description: "x",
    text: null,
  };

  const { status, out } = await desk.finish(
    ["analyze"],
    {},
    `${JSON.stringify(item)}\nnot json\n${JSON.stringify({ ...item, id: "b" })}\n`,
  );

  const lines = out
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([{ id: "a" }, { id: null, error: expect.any(String) }, { id: "b" }]);
  expect(status).toBe(1);
  expect((await desk.finish(["analyze"], {}, `${JSON.stringify(item)}\n`)).status).toBe(0);
});

test("a held delivery is listed with its reason and settled by a person", async () => {
  await using office = await openOffice();
  office.publish(news("open a new small group", 1));
  await office.command("poll");
  office.slack.fault("chat.postMessage", { kind: "refused", error: "invalid_blocks" });
  office.publish(news("close the article on spam", 2), news("open a new small group", 1));
  await office.command("poll");

  const listed = await office.command("deliveries");
  const [id = ""] = listed.out.split(" ");
  expect(listed.out).toMatch(/^[0-9a-f]{24}\s+failed\s+post/);
  expect((await office.command("deliveries", "resolve", id, "--send")).status).toBe(0);
  await office.command("poll");

  expect(office.onSlack()).toHaveLength(1);
  expect((await office.command("deliveries")).out).toContain("Nothing waits");
  expect((await office.command("deliveries", "resolve", id, "--drop")).log).toContain("was sent");
});
