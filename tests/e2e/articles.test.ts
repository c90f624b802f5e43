import { expect, test } from "vitest";
import { until } from "../support/bot.ts";
import type { Reply } from "../support/feed-server.ts";
import { articlePage, html, robotsText } from "../support/pages.ts";
import { rss, type RssItem } from "../support/rss.ts";
import { news, openOffice, type Office } from "./office.ts";

const PATH = "/english/news_e/news26_e/ecom_23jun26_2_e.htm";
const OLD = news("open a new small group", 1);
const PARTICIPANTS = "There are now 91 participants in the joint initiative on e-commerce.";

/** The feed's server has the item's page as well. */
function site(office: Office, items: readonly RssItem[], robots: Reply): void {
  const page = articlePage(FIRST.title, [
    FIRST.description ?? "",
    `${PARTICIPANTS} Each of them has sent its own proposals on the text since the spring of this year.`,
    "The co-convenors of the initiative asked for further proposals, on paper and in good time.",
  ]);
  const own = items.map((item) => (item === FIRST ? { ...item, link: new URL(PATH, office.feed.url).href } : item));
  office.feed.reply(({ path }) => {
    if (path === "/robots.txt") return robots;
    return path === PATH ? html(page) : { kind: "document", body: rss(own) };
  });
}

const FIRST = news("close the article on spam", 2);

test.each([
  ["auto", "User-agent: *\nDisallow: /private/", true],
  ["auto", "User-agent: *\nDisallow: /english/", false],
  ["always", "User-agent: *\nDisallow: /", true],
  ["never", "", false],
])("with article: %s and a robots.txt of %j the article is read: %s", async (mode, robots, isRead) => {
  await using office = await openOffice(`article: ${mode}`);
  office.publish(OLD);
  const bot = office.run();
  await until(() => expect(office.feed.requests.length).toBeGreaterThan(1));
  site(office, [FIRST, OLD], robotsText(robots));

  await until(() => expect(office.onSlack()).toHaveLength(1));

  const asked = new Set(office.feed.requests.map(({ path }) => path));
  expect([asked.has(PATH), office.onSlack()[0]?.includes("91")]).toEqual([isRead, isRead]);
  expect(asked.has("/robots.txt")).toBe(mode === "auto");
  bot.kill("SIGTERM");
  await bot.ended;
  const { out } = await office.command("why", new URL(PATH, office.feed.url).href);
  const told = { auto: "not read, the lead stands alone: robots.txt refuses it", always: "", never: "" }[mode] ?? "";
  expect(out).toContain(isRead ? "read from its page" : told);
});

test("a dry run reads articles before its transaction, and shows them", async () => {
  await using office = await openOffice();
  site(office, [FIRST, OLD], robotsText(""));
  const { out } = await office.command("poll", "--dry-run");

  expect(out).toContain("close the article on spam");
  expect(office.feed.requests.filter(({ path }) => path === PATH)).toHaveLength(1);
});
