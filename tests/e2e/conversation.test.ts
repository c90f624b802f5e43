import { expect, test } from "vitest";
import { discordTalk } from "../support/fake-discord/talk.ts";
import { slackTalk } from "../support/fake-slack/talk.ts";
import { news, openOffice, SLACK_CHANNEL } from "./office.ts";

const ROUND = news("close the article on spam", 2, {
  description:
    "Participants in the e-commerce negotiations closed the article on spam. The next plenary meeting is on 20-23 July 2026.",
});

test("whoever asks in Slack or Discord gets the answer with its source, and managers change what comes", async () => {
  await using office = await openOffice("calendar: true\nhttp: { port: 39217 }");
  office.publish(ROUND);
  const bot = office.run();
  await office.slack.sockets.connected();
  await expect.poll(() => office.discord.world.commands.length, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => /"first":|first look|started/.test(bot.log()), { timeout: 20_000 }).toBe(true);
  const slack = slackTalk(office.slack, SLACK_CHANNEL);
  const discord = discordTalk(office.discord, office.discordChannel);

  await expect
    .poll(async () => (await slack.ask("meetings"))?.text, { timeout: 20_000 })
    .toContain("20–23 July 2026 · plenary meeting");
  const asked = await discord.ask("meetings", { when: "2026" });
  expect(asked?.text).toContain("The next plenary meeting is on 20-23 July 2026.");
  expect(asked?.links.map(({ url }) => url)).toContain(ROUND.link);
  expect((await slack.ask("meetngs"))?.text).toContain("Did you mean “meetings”?");
  expect(await discord.suggest?.("meetings", "topic", "mor")).toEqual(["moratorium"]);

  const elsewhere = slackTalk(office.slack, "C0TRADENEWS2");
  office.slack.workspace.set({ id: "C0TRADENEWS2", name: "second", creator: "U0ADMIN" });
  expect((await elsewhere.ask("subscribe"))?.text).toContain("Only who may manage");
  expect((await elsewhere.ask("subscribe", { topics: "spam" }, "manager"))?.text).toContain("Spam");
  await expect
    .poll(
      () =>
        office.slack
          .messages("C0TRADENEWS2")
          .map(({ text }) => text)
          .join("\n"),
      { timeout: 20_000 },
    )
    .toContain("ana");
  expect((await elsewhere.pressPosted(/Undo/, "manager"))?.text).toContain("Undone");
  expect((await slack.ask("subscribe", {}, "manager"))?.text).toContain("configuration file");

  const calendar = await fetch("http://127.0.0.1:39217/calendar.ics");
  expect(await calendar.text()).toContain("DTSTART;VALUE=DATE:20260720");
  const topic = await fetch("http://127.0.0.1:39217/calendar/spam.ics", {
    headers: { "if-none-match": (await fetch("http://127.0.0.1:39217/calendar/spam.ics")).headers.get("etag") ?? "" },
  });
  expect(topic.status).toBe(304);
  expect((await fetch("http://127.0.0.1:39217/calendar/nothing.ics")).status).toBe(404);
  expect(await (await fetch("http://127.0.0.1:39217/feed.xml")).text()).toContain("close the article on spam");

  bot.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
});
