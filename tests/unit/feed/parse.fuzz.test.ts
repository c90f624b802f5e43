import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFeed } from "../../../src/feed/charset.ts";
import { FeedError } from "../../../src/feed/errors.ts";
import { parseFeed } from "../../../src/feed/parse.ts";
import { rss, wtoLink } from "../../support/rss.ts";

const SOURCE = { url: "https://www.wto.org/feed.xml", language: "en" } as const;
const SOUND = rss([
  {
    title: "One & two",
    link: wtoLink("ecom", "2026-06-23", 429),
    description: "<p>Lead</p>",
    day: "2026-06-23",
    guid: "g1",
  },
  { title: "Three", link: wtoLink("jsec", "2026-06-24", 430), day: "2026-06-24" },
]);

const scrap = fc.constantFrom(
  ..."<rss version='2.0'>|</rss>|<channel>|</channel>|<item>|</item>|<item/>|<title>|</title>|<link>|</link>|<feed>|</feed>".split(
    "|",
  ),
  ..."<entry>|</entry>|<rdf:RDF>|<guid isPermaLink='x'>|</guid>|<![CDATA[|]]>|<!--|-->|<?xml|?>|<!DOCTYPE x [|]>|&|&amp;|&#0;".split(
    "|",
  ),
  ...'&#xD800;|<|>|"|\'|=|<content:encoded>|<a:title xmlns:a="">|xmlns|<__proto__>|<constructor>|<_>|</_>|<$>|\u0000|\ud800'.split(
    "|",
  ),
  ..."<link href='::'/>|<link/>|<dc:date>|99999|2026-13-45|<pubDate>|</pubDate>|<title a=\"|xml:base='//['".split("|"),
);
const soup = fc.array(fc.oneof({ weight: 5, arbitrary: scrap }, fc.string({ unit: "binary", maxLength: 8 })), {
  maxLength: 60,
});

/** What came of reading a text: the items as texts, or the name of the error. */
async function outcome(text: string): Promise<string> {
  try {
    const { items } = await parseFeed(text, SOURCE);
    return items.every(({ title }) => typeof title === "string") ? "read" : "an item without title";
  } catch (error) {
    return error instanceof FeedError ? "refused" : String(error);
  }
}

const SETTLED = /^(?:read|refused)$/;

describe("reading a feed either succeeds or says why not", () => {
  test("whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (pieces) => {
        expect(await outcome(pieces.join(""))).toMatch(SETTLED);
      }),
      { numRuns: 400 },
    );
  });

  test("wherever a root is followed by anything", async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (pieces) => {
        expect(await outcome(`<rss><channel><item>${pieces.join("")}</item></channel></rss>`)).toMatch(SETTLED);
      }),
      { numRuns: 400 },
    );
  });

  test("wherever a sound feed is cut, and never with half of its items", async () => {
    for (let length = 0; length < SOUND.lastIndexOf("</rss"); length += 7) {
      expect(await outcome(SOUND.slice(0, length))).toBe("refused");
    }
  });

  test("whichever byte is damaged", async () => {
    const bytes = Buffer.from(SOUND);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = value;
        expect(await outcome(decodeFeed(damaged, undefined).text)).toMatch(SETTLED);
      }),
      { numRuns: 200 },
    );
  });
});

// Each of these would make a careless parser search the rest of the document again at every piece.
const PIECES = [
  "<",
  "<a",
  "</",
  "<!",
  "<!--",
  "<![CDATA[",
  "&",
  "&amp;",
  "<a ",
  "<a='",
  '<a b="',
  "]]>",
  "<p<p",
  "<b>",
];

describe("a hostile document ends soon", () => {
  test.each([...PIECES, "<item>", "<title>", "\n "])("of %j over and over", async (piece) => {
    const filling = piece.repeat(40_000 / piece.length);
    for (const document of [
      filling,
      `<rss><channel><item><title>${filling}</title><description>${filling}</description></item></channel></rss>`,
      `<rss><channel><item>${filling}</item></channel></rss>`,
      `<rss ${filling}><channel><item><pubDate>${filling}</pubDate><link>${filling}</link></item></channel></rss>`,
    ]) {
      expect(await outcome(document)).toMatch(SETTLED);
    }
  });
});
