import { describe, expect, test } from "vitest";
import { decodeFeed } from "../../../src/feed/charset.ts";
import { parseFeed, type ParsedFeed } from "../../../src/feed/parse.ts";
import { rss, wtoLink } from "../../support/rss.ts";

const URL_OF_FEED = "https://www.wto.org/library/rss/latest_news_e.xml";

async function parse(text: string): Promise<ParsedFeed> {
  return await parseFeed(text, { url: URL_OF_FEED, language: "en" });
}

async function only(item: string): Promise<ParsedFeed["items"][number] | undefined> {
  const { items } = await parse(`<rss version="2.0"><channel><item>${item}</item></channel></rss>`);
  return items[0];
}

describe("the WTO's feed", () => {
  test("is read as it is", async () => {
    const link = wtoLink("ecom", "2026-06-23", 429);
    const feed = await parse(
      rss([
        {
          title: "Members review e-commerce & tariffs",
          link,
          description: "Members met on 23 June.",
          day: "2026-06-23",
        },
      ]),
    );

    expect(feed).toEqual({
      title: "WTO latest news",
      skipped: [],
      items: [
        {
          url: "https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm",
          guid: undefined,
          title: "Members review e-commerce & tariffs",
          published: "2026-06-23",
          language: "en",
          description: "Members met on 23 June.",
          text: undefined,
        },
      ],
    });
  });

  test("tells the language of an item by its link before the feed's own", async () => {
    const { items } = await parse(
      rss([
        { title: "Réunion", link: wtoLink("ecom", "2026-06-23", 429, "fr") },
        { title: "Reunión", link: wtoLink("ecom", "2026-06-23", 429, "es") },
        { title: "Elsewhere", link: "https://example.org/french/page_f.htm" },
      ]),
    );

    expect(items.map(({ language }) => language)).toEqual(["fr", "es", "en"]);
  });
});

describe("other dialects", () => {
  test("RSS 1.0, with its items beside the channel and its dates in Dublin Core", async () => {
    const { title, items } = await parse(`<?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:terms="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://example.org/"><title>Trade desk</title><items><rdf:Seq/></items></channel>
        <item rdf:about="https://example.org/1">
          <title>First</title><link>https://example.org/1</link><terms:date>2026-06-23T23:30:00-05:00</terms:date>
        </item>
      </rdf:RDF>`);

    expect(title).toBe("Trade desk");
    expect(items).toMatchObject([
      { title: "First", url: "https://example.org/1", guid: "https://example.org/1", published: "2026-06-23" },
    ]);
  });

  test("Atom 1.0, whatever its prefix, with XHTML in the order it is written", async () => {
    const { title, items } = await parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom">
      <a:title type="html">Trade &amp;amp; data</a:title>
      <a:entry>
        <a:title>Talks <![CDATA[go on]]></a:title>
        <a:link rel="self" href="https://example.org/self"/><a:link href="/talks"/>
        <a:id>urn:uuid:1</a:id><a:updated>not a date</a:updated><a:published>2026-06-23T10:00:00Z</a:published>
        <a:source><a:title>Elsewhere</a:title><a:id>urn:other</a:id></a:source>
        <a:summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three &lt;4 <i>five</i></div></a:summary>
      </a:entry></a:feed>`);

    expect(title).toBe("Trade & data");
    expect(items).toMatchObject([
      {
        title: "Talks go on",
        url: "https://www.wto.org/talks",
        guid: "urn:uuid:1",
        published: "2026-06-23",
        description: "One two three <4 five",
      },
    ]);
  });

  test.each([
    ['type="text"', "&lt;b&gt; &amp;amp; &lt;i&gt;", "<b> &amp; <i>"],
    ["", "How &lt;b&gt; is written", "How <b> is written"],
    ["", "&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;", "One two"],
    ['type="html"', "&lt;b&gt;bold&lt;/b&gt; &amp;amp; more", "bold & more"],
  ])("Atom says by its type whether a text is HTML: %s %s", async (type, written, shown) => {
    const { items } = await parse(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id>
        <title ${type}>${written}</title><summary ${type}>${written}</summary></entry></feed>`,
    );
    expect(items).toMatchObject([{ title: shown, description: shown }]);
  });

  test("the short texts that a document declares for itself are written out, elsewhere than in CDATA", async () => {
    const { items } = await parse(
      `<!DOCTYPE rss [<!ENTITY site "https://example.org"><!ENTITY body 'General &amp; Council'><!ENTITY site "x">]>
      <rss><channel><item><title>&body; of July &unknown;</title><link>&site;/a?b=1&amp;c=2</link>
      <description><![CDATA[&body;]]></description></item></channel></rss>`,
    );
    expect(items).toMatchObject([
      { title: "General & Council of July &unknown;", url: "https://example.org/a?b=1&c=2", description: "&body;" },
    ]);
  });

  test("Atom 0.3, RSS 0.91 with its DTD, and RSS 0.90", async () => {
    const atom = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title mode="base64">VGFsa3M=</title>
      <link rel="alternate" type="text/html" href="https://example.org/1"/><issued>2026-06-23</issued></entry></feed>`;
    const netscape = `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">
      <rss version="0.91"><channel><title>B</title><item><title>Talks</title></item></channel></rss>`;
    const early = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
      <channel><title>C</title></channel><item><title>Talks</title></item></rdf:RDF>`;

    for (const text of [atom, netscape, early]) expect((await parse(text)).items).toMatchObject([{ title: "Talks" }]);
  });

  test("RSS of no version, in capitals, or with its items outside the channel", async () => {
    for (const text of [
      "<rss><channel><item><title>Talks</title></item></channel></rss>",
      "<RSS><CHANNEL><ITEM><TITLE>Talks</TITLE></ITEM></CHANNEL></RSS>",
      "<rss version='2.0'><channel><title>T</title></channel><item><title>Talks</title></item></rss>",
      "<channel><item><title>Talks</title></item></channel>",
      '<feed xmlns="http://www.w3.org/2005/Atom"><item><title>Talks</title></item></feed>',
      '<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item><r:title>Talks</r:title></r:item></r:channel></r:rss>',
    ]) {
      expect((await parse(text)).items).toMatchObject([{ title: "Talks" }]);
    }
  });
});

describe("broken XML", () => {
  test.each([
    [
      "a byte order mark and white space before the declaration",
      "\ufeff \n<?xml version='1.0'?><!-- x -->",
      "Talks",
      "",
      "Talks",
    ],
    ["stray ampersands", "", "Q&A on R&D &c. a&b;", "", "Q&A on R&D &c. a&b;"],
    ["HTML entities", "", "Caf&eacute;&nbsp;du commerce &#8211; &#x2014; &rsquo;", "", "Café du commerce – — ’"],
    ["entities escaped twice", "", "Caf&amp;eacute; &amp;amp; Co", "", "Café & Co"],
    ["control characters", "", "Ta\u0000l\u0008ks\u001f", "", "Talks"],
    ["an entity that names a control of Windows", "", "the member&#146;s view", "", "the member’s view"],
    ["a lonely surrogate", "", "Talks\ud800", "", "Talks\ufffd"],
    ["a less-than sign", "", "3 < 4 and <3", "", "3 < 4 and <3"],
    ["inline markup that was not escaped", "", "Talks <b>go</b><br>on <unknown>", "", "Talks go on <unknown>"],
    ["a field left open", "", "Talks", "<link>https://example.org/1", "Talks"],
    ["an attribute without quotes", "", "Talks", "<guid isPermaLink=false>x</guid>", "Talks"],
    ["a tag that closes nothing", "", "Talks", "</b></div>", "Talks"],
    [
      "an RSS element of another namespace",
      "",
      "Talks",
      "<x:title xmlns:x='http://example.org/rss/mine/'>Other</x:title>",
      "Talks",
    ],
    ["a text after the end", "", "Talks", "", "Talks"],
  ])("with %s is read", async (_what, before, title, rest, expected) => {
    const { items } = await parse(
      `${before}<rss version="2.0"><channel><item><title>${title}</title>${rest}</item></channel></rss><!-- by cache`,
    );

    expect(items.map((item) => item.title)).toEqual([expected]);
  });

  test("whose last tag lost its end is whole", async () => {
    expect((await parse("<rss><channel><item><title>Talks</title></item></channel></rss")).items).toHaveLength(1);
  });

  test("with an item left open still holds both", async () => {
    const { items } = await parse(
      "<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>",
    );

    expect(items.map(({ title }) => title)).toEqual(["One", "Two"]);
  });
});

describe("an odd item", () => {
  test.each([
    [
      "<title>T</title><description>A day<pubDate>Tue, 23 Jun 2026 00:00:00 GMT</pubDate><guid>g</guid>",
      { description: "A day", published: "2026-06-23", guid: "g" },
    ],
    [
      "<title>T<link>https://example.org/1</link><description>A <summary>day</summary> <link rel='x'>out</description>",
      { title: "T", url: "https://example.org/1", description: "A day out" },
    ],
    ["<description>A day<title>T</title></description>", { description: "A day T" }],
    ["<title>T</title><guid isPermaLink='false'></guid>", { guid: undefined, title: "T" }],
    ["<title>T</title><guid isPermaLink='false'>x<y/>z</guid>", { guid: "x<y/>z" }],
    [
      "<title>T</title><guid>https://example.org/1</guid>",
      { url: "https://example.org/1", guid: "https://example.org/1" },
    ],
    [
      "<title>T</title><guid isPermaLink='false'>https://example.org/1</guid>",
      { url: undefined, guid: "https://example.org/1" },
    ],
    ["<title>T</title>", { url: undefined, guid: undefined, published: undefined, description: "", text: undefined }],
    ["<link>https://example.org/1</link><description>A long day</description>", { title: "A long day" }],
    ["<link>https://example.org/1</link>", { title: "https://example.org/1" }],
    ["<link> https://example.org/a b\n   /c </link>", { url: "https://example.org/a%20b/c" }],
    ["<guid>only-a-guid</guid>", { title: "only-a-guid", guid: "only-a-guid", url: undefined }],
    ["<title>T</title><link>news/1.htm</link>", { url: "https://www.wto.org/library/rss/news/1.htm" }],
    [
      "<title>T</title><link>\n https://example.org/\n1?a=1&copy=2 </link>",
      { url: "https://example.org/1?a=1&copy=2" },
    ],
    ["<title>T</title><link>javascript:alert(1)</link>", { url: undefined }],
    ["<title>T</title><link>http://www.wto.org@example.org/1</link>", { url: "http://example.org/1" }],
    ["<title>T</title><link>http://me:secret@www.wto.org@example.org/1</link>", { url: "http://example.org/1" }],
    ["<title>T</title><pubDate>soon</pubDate>", { published: undefined }],
    [
      "<title>T</title><pubDate>soon</pubDate><pubDate>Tue, 23 Jun 2026 00:00:00 GMT</pubDate>",
      { published: "2026-06-23" },
    ],
    [
      "<textInput><title>Search</title><link>https://example.org/s</link></textInput><title>T</title>",
      { title: "T", url: undefined },
    ],
    [
      "<title>T</title><a:updated xmlns:a='http://www.w3.org/2005/Atom'>2026-06-23T10:00:00Z</a:updated>",
      { published: "2026-06-23" },
    ],
    ["<title></title><title>Second</title>", { title: "Second" }],
    ["<title>T</title><description><p>One</p><p>two</p></description>", { description: "One two" }],
  ])("%s", async (item, expected) => {
    expect(await only(item)).toMatchObject(expected);
  });

  test("with neither link nor guid, title nor description is passed over, and the rest is kept", async () => {
    const { items, skipped } = await parse(
      "<rss><channel><item><pubDate>Tue, 23 Jun 2026 00:00:00 GMT</pubDate></item><item><title>T</title></item><item/></channel></rss>",
    );

    expect(items).toHaveLength(1);
    expect(skipped).toEqual([
      { reason: "it has neither link nor guid, title nor description", title: "" },
      { reason: "it has neither link nor guid, title nor description", title: "" },
    ]);
  });

  test("with a description alone is known by its beginning", async () => {
    const { items, skipped } = await parse(
      "<rss><channel><item><description>Members met on digital trade.</description></item></channel></rss>",
    );

    expect(items).toMatchObject([
      { title: "Members met on digital trade.", description: "Members met on digital trade." },
    ]);
    expect(skipped).toEqual([]);
  });

  test("gives its article as paragraphs where it says more than the lead", async () => {
    const item = (content: string) =>
      `<title>T</title><description>The lead.</description><content:encoded>${content}</content:encoded>`;

    expect(await only(item("<![CDATA[<p>The lead.</p><p>And <b>more</b>.</p>]]>"))).toMatchObject({
      text: "The lead.\n\nAnd more.",
    });
    expect(await only(item("The lead."))).toMatchObject({ text: undefined });
    expect(
      await only("<title>T</title><content:encoded>&lt;p>Lead.&lt;/p>&lt;p>More.&lt;/p></content:encoded>"),
    ).toMatchObject({
      description: "Lead.",
      text: "Lead.\n\nMore.",
    });
  });
});

describe("what is no feed", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>
    <rss version="2.0"><channel><item><title>&lol2;</title></item></channel></rss>`;
  test.each([
    ["an HTML page", "<!DOCTYPE html><html><head><title>Sorry</title></head><body>Closed</body></html>", "not-a-feed"],
    ["a page that holds a feed", `<html><body><pre>${rss([{ title: "One" }])}</pre></body></html>`, "not-a-feed"],
    ["a message in HTML", "<br />\n<b>Fatal error</b>: in feed.php", "not-a-feed"],
    ["an empty body", "", "not-a-feed"],
    ["white space", " \n\t", "not-a-feed"],
    ["JSON", '{"items":[]}', "not-a-feed"],
    ["plain text", "Service unavailable", "not-a-feed"],
    ["another kind of XML", "<svg/>", "not-a-feed"],
    ["RDF that is no RSS", "<rdf:RDF><Person/></rdf:RDF>", "not-a-feed"],
    ["truncated XML", rss([{ title: "One" }, { title: "Two" }]).slice(0, -40), "truncated"],
    ["XML cut within a tag", "<rss version='2.0'><channel><item><title>T</tit", "truncated"],
    ["XML cut within CDATA", "<rss><channel><item><title><![CDATA[T", "truncated"],
    ["a feed without items", rss([]), "empty"],
    ["an entity bomb", bomb, "refused"],
    ["an entity that reads a file", bomb.replace('lol "lol"', 'x SYSTEM "file:///etc/passwd"'), "refused"],
    ["an entity that holds markup", bomb.replace('"lol"', '"<item/>"'), "refused"],
    ["an entity for declarations", bomb.replace('lol "lol"', '% lol "lol"'), "refused"],
    [
      "one long text a thousand times",
      `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(999)}">]><rss><channel><item><title>${"&a;".repeat(1000)}</title></item></channel></rss>`,
      "refused",
    ],
    ["a document of a mainframe", Buffer.from("4c6fa7948599a289969540", "hex").toString("latin1"), "not-a-feed"],
    ["a bottomless document", `<rss><channel>${"<a>".repeat(100_000)}`, "malformed"],
  ])("%s", async (_what, text, failure) => {
    await expect(parse(text)).rejects.toMatchObject({ name: "FeedError", failure });
  });

  test("of a mainframe's writing is told as such", async () => {
    const { text } = decodeFeed(Buffer.from("4c6fa7948599a289969540", "hex"), undefined);
    await expect(parse(text)).rejects.toThrow(/a document in EBCDIC, which is not read/);
  });

  test("is named without the credentials of its address", async () => {
    const parsed = parseFeed("", { url: "https://desk:s3cret@example.org/feed?key=hidden", language: "en" });

    await expect(parsed).rejects.toMatchObject({ message: expect.not.stringMatching(/s3cret|hidden/) });
  });
});
