import { expect, test } from "vitest";
import { until } from "../support/bot.ts";
import { ENGINES, freshDatabase } from "../support/database.ts";
import { news, openOffice, SLACK_CHANNEL } from "./office.ts";

const OLD = news("open a new small group", 1);
const FIRST = news("close the article on spam", 2);
const SECOND = news("take up data flows", 3);

test.each(ENGINES)(
  "on %s the first look is quiet, a new item comes once in Slack and in Discord, SIGTERM ends it",
  async (engine) => {
    await using database = await freshDatabase(engine);
    await using office = await openOffice("", database.url);
    office.publish(OLD);
    const bot = office.run();
    await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
    office.publish(FIRST, OLD);

    await until(() => expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]));
    const looks = office.feed.requests.length;
    await until(() => expect(office.feed.requests.length).toBeGreaterThan(looks + 1));

    for (const [shown] of [office.onSlack(), office.onDiscord()]) {
      expect(shown).toContain(FIRST.title);
      expect(shown).toContain("Participants in the e-commerce negotiations close the article on spam");
    }
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]);
    expect(bot.log()).not.toContain(office.slack.botToken);
  },
);

test("a correction is edited in place in Slack and in Discord", async () => {
  await using office = await openOffice();
  office.publish(OLD);
  office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  office.publish(FIRST, OLD);
  await until(() => expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]));
  office.publish({ ...FIRST, title: `${FIRST.title} at last` }, OLD);

  await until(() => {
    expect(office.onSlack()[0]).toContain("at last");
    expect(office.onDiscord()[0]).toContain("at last");
  });

  expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]);
  expect(office.onSlack()[0]).toContain("Updated");
});

test("while Slack is away Discord is not delayed, and Slack catches up in order", async () => {
  await using office = await openOffice();
  office.publish(OLD);
  office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  const outage = await office.slack.outage();
  office.publish(FIRST, OLD);
  await until(() => expect(office.onDiscord()).toHaveLength(1));
  office.publish(SECOND, FIRST, OLD);
  await until(() => expect(office.onDiscord()).toHaveLength(2));
  expect(office.onSlack()).toEqual([]);

  await outage[Symbol.asyncDispose]();

  await until(() => expect(office.onSlack()).toHaveLength(2));
  expect(office.onSlack()[0]).toContain("spam");
  expect(office.onSlack()[1]).toContain("data flows");
});

test("killed after storing and before posting, it posts once after the restart", async () => {
  await using office = await openOffice();
  office.publish(OLD);
  const bot = office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  const outage = await office.slack.outage();
  office.publish(FIRST, OLD);
  await until(() => expect(office.onDiscord()).toHaveLength(1));
  bot.kill("SIGKILL");
  await bot.ended;
  await outage[Symbol.asyncDispose]();

  office.run();

  await until(() => expect(office.onSlack()).toHaveLength(1));
  expect(office.onDiscord()).toHaveLength(1);
});

test("killed while Slack has the post and the answer is on its way, it asks and does not post again", async () => {
  await using office = await openOffice();
  office.publish(OLD);
  const bot = office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  const fault = office.slack.fault("chat.postMessage", { kind: "lost", how: "hang", stored: true });
  office.publish(FIRST, OLD);
  await fault.struck;
  bot.kill("SIGKILL");
  await bot.ended;

  office.run();

  await until(() => {
    const asked = office.slack.requests.filter((request) => request.method === "conversations.history");
    expect(asked.length).toBeGreaterThan(0);
  });
  office.publish(SECOND, FIRST, OLD);
  await until(() => expect(office.onSlack()).toHaveLength(2));
  const posts = office.slack.requests.filter((request) => request.method === "chat.postMessage");
  expect(posts).toHaveLength(2);
  expect(office.slack.messages(SLACK_CHANNEL)[1]?.text).toContain("data flows");
});

test("a poll that looks at nothing, since the feed just failed, says so", async () => {
  await using office = await openOffice();
  office.feed.reply({ kind: "status", status: 500 });
  expect((await office.command("poll")).status).toBe(1);

  const { status, log } = await office.command("poll");

  expect(status).toBe(1);
  expect(log).toMatch(/"until":"20[^"]*".*not looked at: it waits after failures/);
});

test("a second bot on the same database is refused with a sentence that names the first", async () => {
  await using office = await openOffice();
  office.publish(OLD);
  office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(0));

  const { status, log } = await office.command("poll");

  expect(status).toBe(1);
  expect(log).toMatch(/Another Tradepost \(process \d+\) works with file:/);
  const checked = await office.command("check");
  expect(checked.out).toMatch(
    /^ok +running bot: Another Tradepost \(process \d+\) works with file:\S+ What only reads/m,
  );
  expect(checked.out).not.toContain("Stop it first");
});
