import { expect, test } from "vitest";
import { until } from "../support/bot.ts";
import { startFakeModel, type FakeModel } from "../support/fake-model.ts";
import { news, openOffice, type Office } from "./office.ts";

const OLD = news("open a new small group", 1);
const FIRST = news("close the article on spam", 2, {
  description:
    "Participants in the e-commerce negotiations closed the article on spam at a plenary meeting on 22 June. There are now 91 participants.",
});
const POINT = "Negotiators closed the article on spam at a meeting on 22 June.";

async function officeWith(fake: FakeModel): Promise<Office> {
  return await openOffice(`brief: { model: { url: "${fake.url}", name: small, apiKey: "\${SLACK_BOT}" } }`);
}

/** The feed shows an item that was not there at the first look. */
async function publish(office: Office) {
  office.publish(OLD);
  const bot = office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  office.publish(FIRST, OLD);
  return bot;
}

test("the model's brief is posted in both chats, said so, after one question; SIGTERM ends the bot", async () => {
  await using fake = await startFakeModel();
  fake.reply({ kind: "points", points: [POINT] });
  await using office = await officeWith(fake);
  const bot = await publish(office);

  await until(() => expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]));

  for (const [shown] of [office.onSlack(), office.onDiscord()]) {
    expect(shown).toContain(POINT);
    expect(shown).toContain("brief by a language model");
  }
  expect(fake.asked).toHaveLength(1);
  bot.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  const { out } = await office.command("why", FIRST.link ?? "");
  expect(out).toContain("by small, held against the source");
});

test("an invented number does not go out: the quoted brief does, and the log and why tell the reason", async () => {
  await using fake = await startFakeModel();
  fake.reply({ kind: "points", points: ["There are now 92 participants."] });
  await using office = await officeWith(fake);
  const bot = await publish(office);

  await until(() => expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]));

  expect(office.onSlack()[0]).toContain("There are now 91 participants.");
  expect(office.onSlack()[0]).not.toMatch(/92|language model/u);
  expect(bot.log()).toContain("the model's brief is refused");
  expect(bot.log()).toContain("the number or month “92”");
  bot.kill("SIGTERM");
  await bot.ended;
  const { out } = await office.command("why", FIRST.link ?? "");
  expect(out).toContain("quoted; the one by small was refused");
});

test("while a model hangs the feed is read on, and SIGKILL loses nothing: the next start asks again and posts once", async () => {
  await using fake = await startFakeModel();
  fake.reply({ kind: "hang" });
  await using office = await officeWith(fake);
  const bot = await publish(office);
  await until(() => expect(fake.asked).toHaveLength(1));
  const looks = office.feed.requests.length;
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(looks + 1));
  expect(office.onSlack()).toEqual([]);
  bot.kill("SIGKILL");
  await bot.ended;
  fake.reply({ kind: "points", points: [POINT] });

  office.run();

  await until(() => expect([office.onSlack().length, office.onDiscord().length]).toEqual([1, 1]));
  expect(office.onSlack()[0]).toContain(POINT);
});

test("asked to end while a model hangs, it ends within ten seconds", async () => {
  await using fake = await startFakeModel();
  fake.reply({ kind: "hang" });
  await using office = await officeWith(fake);
  const bot = await publish(office);
  await until(() => expect(fake.asked).toHaveLength(1));
  const began = performance.now();
  bot.kill("SIGTERM");

  expect(await bot.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});
