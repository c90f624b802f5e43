import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { groundOf, refusalOf } from "../../src/analysis/brief/gate.ts";
import { spanOf } from "../../src/commands/days.ts";
import { mark } from "../../src/commands/marks.ts";
import { termsOf } from "../../src/commands/search.ts";
import { cleanText, webAddress } from "../../src/chat/inert.ts";
import { fitText } from "../../src/chat/fit.ts";
import { inertMarkdown } from "../../src/chat/discord/markup.ts";
import { readArticle } from "../../src/feed/article.ts";
import { decodeFeed } from "../../src/feed/charset.ts";
import { parseDay } from "../../src/feed/date.ts";
import { FeedError } from "../../src/feed/errors.ts";
import { canonicalLink, stemOf } from "../../src/feed/link.ts";
import { parseFeed } from "../../src/feed/parse.ts";
import { toParagraphs, toPlainText } from "../../src/feed/text.ts";
import { foldedWords } from "../../src/model/fold.ts";
import { anItem, rules } from "./analysis/an-item.ts";

// A megabyte of one beginning after another. What takes quadratic time on it does not come to its end within the minute
// that a test has; what is linear takes a second or two.
const MEGABYTE = 1_000_000;
const MINUTE = 60_000;

function megabyteOf(unit: string): string {
  return unit.repeat(Math.ceil(MEGABYTE / unit.length));
}

describe("a megabyte of text is read to its end", () => {
  test.each([
    " ",
    "a",
    "A. ",
    "1-",
    "(",
    "“",
    "— a ",
    "; a",
    ", which a",
    ", who said ",
    ": Aa, ",
    "In addition, ",
    "under the chairmanship of ",
    "in Geneva, where ",
    "in Abu Dhabi (",
    "small groups on ",
    "General Council ",
    "13th Ministerial Conference (MC",
    "USD 1.",
    "INF/ECOM/",
    "1. Aa. ",
    "e-commerce ",
    "moratorium on customs duties ",
    "\u0301",
    "𝒳",
    "\n",
    "• ",
  ])(
    "as an item: %j",
    (unit) => {
      const text = megabyteOf(unit);
      const read = analyse(anItem({ title: text.slice(0, 2_000), description: text, text }), rules);
      expect(read.brief.points.join(" ").length).toBeLessThan(2_000);
      const ground = groundOf(anItem({ description: text }));
      expect(["string", "undefined"]).toContain(typeof refusalOf([text.slice(0, 400)], ground));
    },
    MINUTE,
  );

  test.each([
    "<",
    "</",
    "<a",
    "<a ",
    "<a b='",
    "<!",
    "<!--",
    "<![CDATA[",
    "<!DOCTYPE a [",
    "&",
    "&a",
    "&#",
    "&amp;",
    "\ud800",
  ])(
    "as a feed and as a page: %j",
    async (unit) => {
      const text = megabyteOf(unit);
      for (const document of [
        text,
        `<rss><channel><item><title>${text}</title><link>${text}</link></item></channel></rss>`,
      ])
        await expect(
          parseFeed(document, { url: "https://example.org/f", language: "en" }).catch((error: unknown) => error),
        ).resolves.toSatisfy((came) => !(came instanceof Error) || came instanceof FeedError);
      expect(toPlainText(text).length + toParagraphs(text).length).toBeLessThan(3 * MEGABYTE);
      expect(readArticle(`<html><body><p>${text}</p></body></html>`, undefined).text.length).toBeLessThan(3 * MEGABYTE);
    },
    MINUTE,
  );

  test.each([" ", "a", "*", "`", "[a](", "https://", "<@", ":a", "1. ", "\u202e", "\\", "ö", '"', "1-1-1-", "👨‍👩‍👧"])(
    "as what is shown, looked for or linked: %j",
    (unit) => {
      const text = megabyteOf(unit);
      expect(inertMarkdown(text, 2_000).length).toBeLessThan(2_001);
      expect(fitText(cleanText(text), 3_000).length).toBeLessThan(3_001);
      expect(foldedWords(text).length).toBeLessThan(MEGABYTE);
      expect(parseDay(text)).toBe(undefined);
      expect(spanOf(text, "2026-11-27")).toBe(undefined);
      expect(mark(text, termsOf("data flow*")).length).toBe(1);
      expect(termsOf(text).length).toBeLessThan(MEGABYTE);
      for (const link of [text, `https://example.org/${text}`, `https://example.org/?${text}`])
        expect([webAddress(link), canonicalLink(link), stemOf(link)].length).toBe(3);
      expect(decodeFeed(Buffer.from(text), `text/xml; charset="${text.slice(0, 9_000)}"`).text.length).toBeGreaterThan(
        0,
      );
    },
    MINUTE,
  );
});
