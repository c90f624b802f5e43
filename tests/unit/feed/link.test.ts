import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalLink, languageOf, stemOf } from "../../../src/feed/link.ts";
import { wtoLink } from "../../support/rss.ts";

describe("one page has one canonical link", () => {
  const page = "https://example.org/news/1?a=1&b=2";
  test.each([
    "http://example.org/news/1?a=1&b=2",
    "HTTPS://WWW.Example.ORG:443/news/1?b=2&a=1",
    "https://example.org/news/1/?a=1&b=2#top",
    "https://desk:s3cret@example.org/news/1?a=1&b=2",
    "https://example.org/news/1?utm_source=rss&a=1&UTM_Medium=x&b=2&fbclid=1&gclid=2&mc_cid=3&mc_eid=4",
    " https://example.org/news/1?a=1&b=2 ",
  ])("%s", (address) => {
    expect(canonicalLink(address)).toBe(page);
  });

  test("and another page another", () => {
    const others = [
      "https://example.org/news/2",
      "https://example.org/news/1?a=2&b=2",
      "https://example.com/news/1?a=1&b=2",
      "https://example.org/NEWS/1?a=1&b=2",
    ];

    expect(others.map(canonicalLink)).not.toContain(page);
    expect(new Set(others.map(canonicalLink)).size).toBe(others.length);
  });

  test("and what is no web address has none", () => {
    for (const text of ["", "news", "mailto:a@example.org", "urn:uuid:1", "javascript:alert(1)", "http://"]) {
      expect(canonicalLink(text)).toBeUndefined();
    }
  });
});

describe("the versions of a WTO story share one", () => {
  test.each([
    ["ecom", "2026-06-23", 429],
    ["jsec", "2022-10-28", 7],
  ])("%s of %s", (stem, day, number) => {
    const links = (["en", "fr", "es"] as const).map((language) => wtoLink(stem, day, number, language));

    expect(new Set(links.map(canonicalLink)).size).toBe(1);
    expect(links.map(languageOf)).toEqual(["en", "fr", "es"]);
    expect(links.map(stemOf)).toEqual([
      { stem, day },
      { stem, day },
      { stem, day },
    ]);
  });

  test("also outside the news, in other case, and without www", () => {
    const english = canonicalLink("http://wto.org/English/tratop_E/ecom_e/Briefing_note_e.htm");

    expect(canonicalLink("https://www.wto.org/french/tratop_f/ecom_f/briefing_note_f.htm")).toBe(english);
  });

  test("but not by what merely looks alike", () => {
    expect(canonicalLink("https://example.org/english/a_e.htm")).not.toBe(
      canonicalLink("https://example.org/french/a_f.htm"),
    );
    expect(canonicalLink("https://notwto.org/english/a_e.htm")).toContain("english");
    expect(canonicalLink(wtoLink("ecom", "2026-06-23", 429))).not.toBe(
      canonicalLink(wtoLink("ecom", "2026-06-23", 430)),
    );
  });
});

describe("languageOf", () => {
  test.each([
    ["https://www.wto.org/english/news_e/a.htm", "en"],
    ["https://docs.wto.org/spanish/x", "es"],
    ["https://www.wto.org/library/events_f.htm", "fr"],
    ["https://www.wto.org/", undefined],
    ["https://example.org/french/a_f.htm", undefined],
    ["nonsense", undefined],
  ])("%s", (address, language) => {
    expect(languageOf(address)).toBe(language);
  });
});

describe("stemOf", () => {
  test.each([
    ["https://www.wto.org/english/news_e/news20_e/ecom_01dec20_e.htm", { stem: "ecom", day: "2020-12-01" }],
    ["https://www.wto.org/english/news_e/news22_e/mc12_7jun22_e.htm", { stem: "mc12", day: "2022-06-07" }],
    ["https://www.wto.org/english/news_e/news98_e/ecom_25sep98_e.htm", { stem: "ecom", day: "1998-09-25" }],
    ["https://www.wto.org/english/news_e/pres22_e/pr912_e.htm", undefined],
    ["https://www.wto.org/english/news_e/ecom_31jun26_1_e.htm", undefined],
    ["https://www.wto.org/english/news_e/ecom_01anf26_1_e.htm", undefined],
    ["https://www.wto.org/", undefined],
    ["", undefined],
  ])("%s", (address, stem) => {
    expect(stemOf(address)).toEqual(stem);
  });
});

test("a canonical link is its own canonical link, and no address makes any of them throw", () => {
  const address = fc.oneof(
    fc.stringMatching(/^https?:\/\/[a-z]{1,3}\.org(?:\/[\w%~-]{0,4}){0,3}\??(?:&?[a-z_]{1,3}=[\w%+]{0,3}){0,3}#?$/),
    fc.string(),
  );
  fc.assert(
    fc.property(address, (text) => {
      const link = canonicalLink(text);
      expect(link === undefined ? undefined : canonicalLink(link)).toBe(link);
      expect(languageOf(text)).toBeUndefined();
      expect(stemOf(text)).toBeUndefined();
    }),
  );
});

test("tracking, order of the query, fragment and slash never make a difference", () => {
  const parameter = fc.tuple(fc.stringMatching(/^[a-l]{1,4}$/), fc.stringMatching(/^\w{0,4}$/));
  fc.assert(
    fc.property(fc.array(parameter, { maxLength: 5 }), fc.stringMatching(/^[a-z]{1,8}$/), (parameters, name) => {
      const plain = `https://example.org/${name}?${new URLSearchParams(parameters).toString()}`;
      const tracked = [["utm_source", name], ...parameters.toReversed(), ["gclid", "1"]] as [string, string][];
      const noisy = `http://www.example.org/${name}/?${new URLSearchParams(tracked).toString()}#${name}`;
      expect(canonicalLink(noisy)).toBe(canonicalLink(plain));
    }),
  );
});
