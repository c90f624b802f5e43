import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentHash, keysOf, nearlySameTitle } from "../../../src/feed/identity.ts";
import type { Item } from "../../../src/model/item.ts";
import { wtoLink } from "../../support/rss.ts";

const ITEM: Item = {
  url: wtoLink("ecom", "2026-06-23", 429),
  guid: undefined,
  title: "Members review “digital” trade",
  published: "2026-06-23",
  language: "en",
  description: "87 members met - again - in Geneva.",
  text: undefined,
};

describe("an item is known by", () => {
  test("its canonical link and its guid", () => {
    expect(keysOf({ ...ITEM, guid: " abc " })).toEqual([
      "link:https://wto.org/*/news_*/news26_*/ecom_23jun26_429_*.htm",
      "guid:abc",
    ]);
  });

  test("one key where the guid is the link", () => {
    const link = wtoLink("ecom", "2026-06-23", 429);
    for (const guid of [link, link.replace("https", "http"), `${link}#x`, wtoLink("ecom", "2026-06-23", 429, "fr")]) {
      expect(keysOf({ ...ITEM, guid })).toHaveLength(1);
    }
  });

  test("its guid alone where it has no link, even one that is an address", () => {
    expect(keysOf({ ...ITEM, url: undefined, guid: "https://example.org/1" })).toEqual(["link:https://example.org/1"]);
  });

  test("nothing that many items share: a front page is no identity", () => {
    for (const front of ["https://www.wto.org", "https://www.wto.org/", "https://www.wto.org/#top"]) {
      expect(keysOf({ ...ITEM, url: front, guid: "abc" })).toEqual(["guid:abc"]);
      expect(keysOf({ ...ITEM, guid: front })).toHaveLength(1);
    }
    expect(keysOf({ ...ITEM, url: "https://example.org/?p=7" })).toEqual(["link:https://example.org?p=7"]);
  });

  test("its title where it has neither", () => {
    const bare = { ...ITEM, url: undefined, guid: undefined };

    expect(keysOf(bare)).toEqual(["title:en:members review digital trade"]);
    expect(keysOf({ ...bare, title: "Members  review digital trade!" })).toEqual(keysOf(bare));
  });
});

describe("titles", () => {
  test.each([
    ["Members review digital trade", "MEMBERS REVIEW DIGITAL TRADE!", true],
    ["86 members take part in the talks on e-commerce", "87 members take part in the talks on e-commerce", true],
    ["Négociations sur le commerce électronique", "Negociations sur le commerce electronique", true],
    ["Talks on digital trade resume", "Talks on fisheries subsidies resume", false],
    ["Members meet", "Members met", false],
    ["", "", false],
    ["trade trade trade trade", "trade", false],
  ])("%j and %j", (a, b, same) => {
    expect(nearlySameTitle(a, b)).toBe(same);
    expect(nearlySameTitle(b, a)).toBe(same);
  });

  test("are compared alike from both sides, and each is like itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        expect(nearlySameTitle(a, b)).toBe(nearlySameTitle(b, a));
        expect(nearlySameTitle(a, a)).toBe(/[\p{L}\p{N}]/u.test(a.normalize("NFKD")));
      }),
    );
  });
});

describe("what an item says is unchanged by", () => {
  test.each<[string, Partial<Item>]>([
    ["spacing", { title: " Members  review\u00a0“digital”\n trade " }],
    ["quotation marks", { title: 'Members review "digital" trade' }],
    ["guillemets", { title: "Members review « digital » trade" }],
    ["dashes", { description: "87 members met – again—in Geneva." }],
    ["composed letters", { description: "87 members met - again - in Geneva.".normalize("NFD") }],
    ["soft hyphens", { description: "87 mem\u00adbers met - again - in Geneva." }],
    ["tracking in the link", { url: `${wtoLink("ecom", "2026-06-23", 429)}?utm_source=rss#top` }],
    ["a new guid", { guid: "another" }],
  ])("%s", (_what, change) => {
    expect(contentHash({ ...ITEM, ...change })).toBe(contentHash(ITEM));
  });
});

describe("what an item says is changed by", () => {
  test.each<[string, Partial<Item>]>([
    ["a word", { title: "Members reject “digital” trade" }],
    ["a count", { description: "86 members met - again - in Geneva." }],
    ["its date", { published: "2026-06-24" }],
    ["a lost date", { published: undefined }],
    ["its link", { url: wtoLink("ecom", "2026-06-23", 430) }],
    ["capitals", { title: "Members review “Digital” trade" }],
    ["an article", { text: "More." }],
    [
      "words moved from one field to the next",
      { title: "Members review “digital”", description: "trade 87 members met - again - in Geneva." },
    ],
  ])("%s", (_what, change) => {
    expect(contentHash({ ...ITEM, ...change })).not.toBe(contentHash(ITEM));
  });
});

test("the hash follows the words and nothing else", () => {
  const words = fc.array(fc.stringMatching(/^[\p{L}\d]{1,6}$/u), { minLength: 1, maxLength: 8 });
  const gap = fc.constantFrom(" ", "  ", "\n", "\u00a0", "\u202f", "\t ");
  fc.assert(
    fc.property(words, fc.array(gap, { minLength: 8, maxLength: 8 }), (list, gaps) => {
      const spaced = list.map((word, index) => `${word}${gaps[index] ?? " "}`).join("");
      const hash = contentHash({ ...ITEM, description: list.join(" ") });
      expect(contentHash({ ...ITEM, description: spaced })).toBe(hash);
      expect(contentHash({ ...ITEM, description: [...list, "more"].join(" ") })).not.toBe(hash);
    }),
  );
});
