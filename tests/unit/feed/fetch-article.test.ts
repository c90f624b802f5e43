import { expect, test } from "vitest";
import { ARTICLE_LIMITS, fetchArticle, type FoundArticle } from "../../../src/feed/fetch-article.ts";
import { systemNetwork } from "../../../src/feed/network.ts";
import { createRobots } from "../../../src/feed/robots.ts";
import type { Item } from "../../../src/model/item.ts";
import { startFeedServer, type FeedServer, type Reply } from "../../support/feed-server.ts";
import { articlePage, html, robotsText } from "../../support/pages.ts";

const NEVER = new AbortController().signal;
const PATH = "/english/news_e/news26_e/ecom_23jun26_429_e.htm";
const TITLE = "Negotiators close the article on spam";
const LEAD =
  "Participants in the joint initiative on e-commerce closed an article on spam at a round on 22 and 23 June.";
const PARAGRAPHS = [
  LEAD,
  "The next round will be held from 14 to 16 September. All participants were asked to hand in proposals by 31 July.",
  "Small groups meet again in July, and report to the whole membership at the end of each meeting.",
];
const PAGE = articlePage(TITLE, PARAGRAPHS);

type Site = Readonly<Record<string, Reply>>;

/** Serves pages by their paths; `robots.txt` is absent unless it is one of them. */
async function serve(site: Site): Promise<FeedServer> {
  const server = await startFeedServer();
  server.reply(({ path }) => site[path] ?? { kind: "status", status: 404 });
  return server;
}

async function look(server: FeedServer, changes: Partial<Item> = {}, limits = ARTICLE_LIMITS): Promise<FoundArticle> {
  const network = systemNetwork({ now: () => Date.UTC(2026, 5, 23) }, "Tradepost/test");
  const item: Item = {
    url: new URL(PATH, server.url).href,
    guid: undefined,
    title: TITLE,
    published: "2026-06-23",
    language: "en",
    description: LEAD,
    text: undefined,
    ...changes,
  };
  return await fetchArticle(item, server.url, { network, robots: createRobots(network), limits }, NEVER);
}

function refused(reason: string): FoundArticle {
  return { article: { read: false, reason }, text: undefined };
}

test("an article is read from its page on the feed's host, after robots.txt was asked", async () => {
  await using server = await serve({ [PATH]: html(PAGE) });

  expect(await look(server)).toEqual({ article: { read: true }, text: PARAGRAPHS.join("\n\n") });

  expect(server.requests.map(({ path }) => path)).toEqual(["/robots.txt", PATH]);
  expect(server.requests[1]?.headers.accept).toMatch(/^text\/html/);
});

const OLD = `<HTML><HEAD><TITLE>WTO | News - ${TITLE}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=600><TR>
<TD WIDTH=150><A HREF="/">home</A><BR><A HREF="/e">wto news</A></TD>
<TD><H3>${TITLE}</H3>${PARAGRAPHS.map((text) => `<P>${text}`).join("\n")}</TD></TR></TABLE></BODY></HTML>`;
const REPUBLISHED = `<!doctype html><html><head><title>${TITLE} | Trade Watch</title></head><body><nav><a href="/">All</a></nav>
<main><article><header><h1>${TITLE}</h1><time datetime="2026-06-24">24 June</time></header>
${PARAGRAPHS.map((text) => `<p><span>${text}</span></p>`).join("\n")}</article>
<aside><h2>Read next</h2><a href="/x">Cotton prices</a></aside></main></body></html>`;

test.each([
  ["old, of tables", OLD],
  ["republished", REPUBLISHED],
])("a page that is %s gives its paragraphs without the menu", async (_, page) => {
  await using server = await serve({ [PATH]: html(page) });

  const { text } = await look(server);

  for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  expect(text).not.toMatch(/wto news|Cotton/);
});

test.each([
  ["refuses", robotsText("User-agent: *\nDisallow: /"), "robots.txt refuses it"],
  ["fails", { kind: "status", status: 500 }, "robots.txt could not be read, so nothing is allowed"],
] as const)("where robots.txt %s the page is not asked for", async (_, reply, reason) => {
  await using server = await serve({ "/robots.txt": reply, [PATH]: html(PAGE) });

  expect(await look(server)).toEqual(refused(reason));

  expect(server.requests.map(({ path }) => path)).toEqual(["/robots.txt"]);
});

const SOON = { ...ARTICLE_LIMITS, total: 500, bytes: 64 * 1024 };

test.each<readonly [what: string, reply: Reply, reason: string]>([
  ["is slow", { kind: "hang" }, "its page took longer than 0.5 s"],
  ["stalls in the middle", { kind: "stall", body: PAGE.slice(0, 200) }, "its page took longer than 0.5 s"],
  ["is too large", { kind: "flood", bytes: 1_000_000 }, "its page is larger than 64 KiB"],
  ["is cut", { kind: "cut", body: PAGE }, "its page ended in the middle"],
  ["is refused", { kind: "status", status: 403 }, "its server answered 403"],
  ["is gone", { kind: "status", status: 404 }, "its server answered 404"],
  ["is a paper", { kind: "document", body: "%PDF-1.7 …" }, "its page is no HTML"],
  [
    "is a challenge",
    html(articlePage("Just a moment", ["Checking your browser. ".repeat(20)])),
    "its page tells of something else",
  ],
  ["says nothing", html(articlePage(TITLE, ["Soon."])), "no article was found in its page"],
  [
    "leads to a private address",
    { kind: "redirect", to: "http://192.168.0.1/" },
    "it leads to another host than the feed's",
  ],
  [
    "leads to a cloud's metadata",
    { kind: "redirect", to: "http://169.254.169.254/latest/" },
    "it leads to another host than the feed's",
  ],
  [
    "leads to another port",
    { kind: "redirect", to: "http://127.0.0.1:9/" },
    "it leads to another host than the feed's",
  ],
  ["leads in a circle", { kind: "redirect", to: PATH }, "its page redirects to where it is not followed"],
])("a page that %s leaves the lead alone, with the reason", async (_, reply, reason) => {
  await using server = await serve({ [PATH]: reply });

  expect(await look(server, {}, SOON)).toEqual(refused(reason));
});

test("a redirect on the same host is followed where robots.txt allows its end as well", async () => {
  const moved: Reply = { kind: "redirect", to: "/moved.htm" };
  await using open = await serve({ [PATH]: moved, "/moved.htm": html(PAGE) });
  await using closed = await serve({
    "/robots.txt": robotsText("User-agent: *\nDisallow: /moved"),
    [PATH]: moved,
    "/moved.htm": html(PAGE),
  });

  expect(await look(open)).toMatchObject({ article: { read: true } });
  expect(await look(closed)).toEqual(refused("robots.txt refuses it"));
});

test.each([
  ["on another host", "http://other.example/news.htm"],
  ["on a private address", "http://10.0.0.1/news.htm"],
  ["on another port", "http://127.0.0.1:9/news.htm"],
  ["no page of the web", "file:///etc/passwd"],
])("an item whose link is %s causes no request", async (_, url) => {
  await using server = await serve({});

  expect(await look(server, { url })).toEqual(refused("its page is on another host than the feed"));

  expect(server.requests).toEqual([]);
});

test("when the program ends, looking ends with it", async () => {
  await using server = await serve({ [PATH]: { kind: "hang" } });
  const network = systemNetwork({ now: () => 0 }, "Tradepost/test");
  const stop = new AbortController();
  const item = { url: new URL(PATH, server.url).href, title: TITLE, description: LEAD } as const;
  const looking = fetchArticle(
    { ...item, guid: undefined, published: undefined, language: "en", text: undefined },
    server.url,
    { network, robots: undefined, limits: ARTICLE_LIMITS },
    stop.signal,
  );
  stop.abort(new Error("the end"));

  await expect(looking).rejects.toThrow("the end");
});
