import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/feed/article.ts";

const PARAGRAPHS = [
  "Participants in the joint initiative on e-commerce closed an article on spam at a round on 22 and 23 June, the co-convenors said.",
  "The next round will be held from 14 to 16 September. All participants were asked to hand in proposals by 31 July, so that a text can be circulated before the round.",
  "Small groups meet again in July, and report to the whole membership at the end of each meeting, on paper where time is short.",
];

const MENU = '<ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul>';
const FOOTER = '<div id="footer"><a href="/privacy">Privacy</a> | <a href="/terms">Terms of use</a></div>';
const ADDRESS = "https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm";

function page(head: string, body: string): string {
  return `<!DOCTYPE html>\n${head}<body>${MENU}<div class="centerCol">${body}</div>${FOOTER}</body></html>`;
}

const BODY = `<h1>Negotiators close the article on spam</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}`;
const TITLE = "<html><head><title>WTO | 2026 News items - Negotiators close the article on spam</title>";

describe("the article of a page", () => {
  it("is its paragraphs without menu, footer and repeated title", () => {
    const article = readArticle(page(`${TITLE}</head>`, BODY), ADDRESS);
    expect(article).toEqual({
      title: "Negotiators close the article on spam",
      url: ADDRESS,
      published: "2026-06-23",
      text: PARAGRAPHS.join("\n\n"),
    });
  });

  it.each([
    ["a browser's note", `<!-- saved from url=(0067)${ADDRESS} -->${TITLE}</head>`],
    ["the canonical link", `${TITLE}<link rel="canonical" href="${ADDRESS}"></head>`],
    ["what it tells other sites", `${TITLE}<meta property="og:url" content="${ADDRESS}"></head>`],
  ])("knows its address by %s", (_, head) => {
    expect(readArticle(page(head, BODY), undefined)).toMatchObject({ url: ADDRESS, published: "2026-06-23" });
  });

  it("is dated by the page before its address, and never by a day that does not exist", () => {
    const dated = (day: string) => `${TITLE}<meta name="date" content="${day}T09:00"></head>`;
    expect(readArticle(page(dated("2026-06-24"), BODY), ADDRESS).published).toBe("2026-06-24");
    expect(readArticle(page(dated("2026-02-30"), BODY), ADDRESS).published).toBe("2026-06-23");
  });

  it("is titled by its heading where the page's title names the site alone", () => {
    const head = "<html><head><title>WTO | News</title></head>";
    expect(readArticle(page(head, BODY), undefined).title).toBe("Negotiators close the article on spam");
  });

  it.each([
    ["nothing", ""],
    ["no tags", "<".repeat(1_000)],
    ["an open comment", "<!--".repeat(1_000)],
    ["very deep", `${"<div>".repeat(50_000)}deep`],
    ["very many", "<p>some words</p>".repeat(50_000)],
  ])("of a page that is %s is what its body says", (_, html) => {
    const { text } = readArticle(html, undefined);
    expect(text.length).toBeLessThanOrEqual(html.length);
  });
});
