import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDesk } from "../support/bot.ts";
import { startFeedServer } from "../support/feed-server.ts";
import { rss, wtoLink } from "../support/rss.ts";

const ROUND = {
  title: "E-commerce negotiators close the article on spam",
  link: wtoLink("ecom", "2026-06-23", 429),
  day: "2026-06-23",
  description:
    "Participants in the joint initiative on e-commerce closed the article on spam. The next plenary meeting will be held from 14 to 16 September.",
};
const PAGE = `<!-- saved from url=(0067)https://www.wto.org/english/news_e/news25_e/ecom_10mar25_100_e.htm -->
<html><head><title>WTO | 2025 News items - Members take up the moratorium on electronic transmissions</title></head><body>
<p>A dedicated discussion under the Work Programme was held on 10 March. Delegations spoke about the e-commerce moratorium.</p>
</body></html>`;
const LINE = {
  id: 1,
  url: wtoLink("ecom", "2024-02-05", 7),
  title: "E-commerce negotiators meet",
  published: "2024-02-05",
  description: "The joint initiative on e-commerce met on 5 February 2024.",
};

test("saved feeds, pages and JSON lines fill the archive, once, and nothing is posted", async () => {
  await using desk = await openDesk();
  const config = await desk.configure(
    "chats: [{ name: t, platform: terminal }]\nchannels: [{ chat: t, channel: a }]\n",
  );
  const files = ["feed.xml", "page.htm", "items.jsonl"];
  const texts = [rss([ROUND]), PAGE, JSON.stringify(LINE)];
  for (const [at, name] of files.entries()) await writeFile(join(desk.folder, name), texts[at] ?? "");

  const first = await desk.finish([...config, "import", ...files]);
  expect([first.status, first.out]).toEqual([
    0,
    files.map((name) => `${name}: 1 read, 1 new (1 on e-commerce), 0 known before\n`).join(""),
  ]);
  const again = await desk.finish([...config, "import", "feed.xml", "nowhere.xml"]);
  expect([again.status, again.out]).toEqual([
    1,
    "feed.xml: 1 read, 0 new (0 on e-commerce), 1 known before\nnowhere.xml: not imported: there is no such file\n",
  ]);
  expect((await desk.finish([...config, "deliveries", "--all"])).out).not.toContain("post");
  expect((await desk.finish([...config, "meetings", "2025"])).out).toContain("10 March 2025 · dedicated discussion");

  const out = await desk.finish([...config, "export", "--format", "json", "--since", "2025"]);
  expect(JSON.parse(out.out)).toMatchObject({
    meetings: [{ start: "2026-09-14" }, { start: "2025-03-10" }],
    items: [{ source: { title: ROUND.title } }, { source: { published: "2025-03-10" } }],
  });
  await desk.finish([...config, "meetings", "--ics", "meetings.ics"]);
  expect(await readFile(join(desk.folder, "meetings.ics"), "utf8")).toContain("DTSTART;VALUE=DATE:20260914");
  const wrong = await desk.finish([...config, "export", "items", "--format", "ics"]);
  expect([wrong.status, wrong.out]).toEqual([2, ""]);
});

test("what is imported is no news to the feed that still has it", async () => {
  await using desk = await openDesk();
  await using feed = await startFeedServer();
  const config = await desk.configure(
    `feeds: [{ name: wto, url: "${feed.url}", backfill: 5 }]\nchats: [{ name: t, platform: terminal }]\nchannels: [{ chat: t, channel: a }]\nwelcome: false\n`,
  );
  feed.reply({ kind: "document", body: rss([ROUND]) });
  await writeFile(join(desk.folder, "feed.xml"), rss([ROUND]));
  await desk.finish([...config, "import", "feed.xml"]);
  const poll = await desk.finish([...config, "poll"]);
  expect([poll.status, poll.out]).toEqual([0, ""]);
});
