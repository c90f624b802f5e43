import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ItemPost, NotePost, Post } from "../../../../src/model/post.ts";
import { LIMITS } from "../../../../src/chat/slack/limits.ts";
import { render } from "../../../../src/chat/slack/render.ts";
import { BEFORE_URL, digestPost, ITEM_URL, itemPost, longPost, notePost } from "../../../contract/suite/posts.ts";
import { blockErrors, tooLong } from "../../../support/fake-slack/block-kit.ts";

describe("an item", () => {
  test("looks like this", () => {
    const moment = { at: Date.UTC(2026, 5, 24, 7, 12), shown: "24 June 2026, 09:12" };
    const post = itemPost({ updates: [{ text: "Updated 24 June 2026, 09:12: participants 90 → 91", moment }] });
    expect(render(post).blocks).toEqual([
      richText([section([link(post.headline, true), text("\n"), text("23 June 2026 · "), link("WTO news")])]),
      richText([
        { type: "rich_text_list", style: "bullet", elements: post.points.map((point) => section([text(point)])) },
      ]),
      richText([
        section([
          text("Meeting: ", true),
          text("6 to 8 July 2026 (planned)"),
          text("\n"),
          text("Participants: ", true),
          text("91"),
        ]),
      ]),
      richText([
        section([
          text("🆕 89 → 91 participants since 12 June 2026", true),
          text(" ("),
          link("before", false, BEFORE_URL),
          text(" · "),
          link("now"),
          text(")"),
        ]),
      ]),
      context("✍️ Electronic signatures · 🌐 Data flows · ⏸️ Moratorium"),
      richText([
        section([
          text("✏️ "),
          text("Updated "),
          {
            type: "date",
            timestamp: 1_782_285_120,
            format: "{date_short_pretty}, {time}",
            fallback: "24 June 2026, 09:12",
          },
          text(" (24 June 2026, 09:12): participants 90 → 91"),
        ]),
      ]),
    ]);
  });

  test("without a headline is named after its source", () => {
    expect(JSON.stringify(render(itemPost({ headline: "\u0000 " })).blocks[0])).toContain('"text":"WTO news","style"');
  });

  test("has a headline of a readable length", () => {
    const [head] = render(itemPost({ headline: "word ".repeat(200) })).blocks;
    const [, shown = ""] = /"text":"([^"]*)"/.exec(JSON.stringify(head)) ?? [];
    expect(shown.length).toBeLessThanOrEqual(300);
    expect(shown.endsWith("word…")).toBe(true);
  });

  test("leaves out empty points", () => {
    expect(render(itemPost({ points: ["", "\u200B", "Said"] })).blocks[1]).toEqual(
      richText([{ type: "rich_text_list", style: "bullet", elements: [section([text("Said")])] }]),
    );
  });
});

describe("a digest and a note", () => {
  test("a digest looks like this: what its items share stands once, and a rule parts them", () => {
    const [one, two] = [
      itemPost(),
      itemPost({ headline: "Another", points: [], facts: [], novelties: [], topics: [] }),
    ];
    expect(render(digestPost([one, two])).blocks).toEqual([
      { type: "header", text: { type: "plain_text", text: "2 items on e-commerce", emoji: false } },
      richText([
        section([
          link(one.headline, true),
          text("\n"),
          text(one.points[0] ?? ""),
          text("\n"),
          text("Meeting: ", true),
          text("6 to 8 July 2026 (planned)"),
          text(" · "),
          text("Participants: ", true),
          text("91"),
          text("\n"),
          text("🆕 89 → 91 participants since 12 June 2026", true),
          text(" ("),
          link("before", false, BEFORE_URL),
          text(")"),
        ]),
      ]),
      context("✍️ Electronic signatures · 🌐 Data flows · ⏸️ Moratorium"),
      { type: "divider" },
      richText([section([link("Another", true)])]),
      { type: "divider" },
      context("WTO news · 23 June 2026"),
    ]);
  });

  test("an item of a digest says its own day and source where they differ, and that it was updated", () => {
    const updates = [{ text: "Updated on Monday" }, { text: "Updated on Tuesday" }];
    const other = itemPost({ published: { day: "2026-06-24", text: "24 June 2026" }, source: "Elsewhere", topics: [] });
    const { blocks } = render(digestPost([itemPost(), { ...other, updates }]));
    expect(blocks.at(-1)).toEqual(context("24 June 2026 · Elsewhere"));
    expect(JSON.stringify(blocks.at(-2))).toContain("Updated on Tuesday");
    expect(JSON.stringify(blocks.at(-2))).not.toContain("Monday");
    expect(JSON.stringify(blocks)).toContain("23 June 2026 · WTO news");
  });

  test("what was taken back is struck through, with who and why above it", () => {
    const retracted = { text: "Taken back by Ana: not on e-commerce" };
    for (const post of [itemPost({ retracted }), digestPost([itemPost({ retracted })])]) {
      const { blocks } = render(post);
      expect(blockErrors(blocks)).toEqual([]);
      const said = JSON.stringify(blocks);
      expect(said).toContain(retracted.text);
      expect(said.match(/"strike":true/g)?.length).toBeGreaterThanOrEqual(3);
    }
  });

  test("a digest begins with what comes next, and names its topics", () => {
    const next = { title: "What comes next", lines: ["6–8 July 2026 · plenary meeting"] };
    const post = digestPost([itemPost(), itemPost({ headline: "Another" })]);
    const { blocks } = render({
      ...post,
      next,
      sections: [
        { title: "Spam", from: 0 },
        { title: "Privacy", from: 1 },
      ],
    });
    expect(blockErrors(blocks)).toEqual([]);
    const said = JSON.stringify(blocks);
    const places = ["What comes next", "6–8 July 2026", "Spam", "Delegates finish", "Privacy", "Another"].map((text) =>
      said.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("a note's buttons stand below it", () => {
    const { blocks } = render(notePost({ buttons: [{ id: "undo:1", label: "Undo" }] }));
    expect(blockErrors(blocks)).toEqual([]);
    expect(blocks.at(-1)).toMatchObject({ type: "actions", elements: [{ value: "undo:1", text: { text: "Undo" } }] });
  });

  test.for([
    [15, 15],
    [20, 0],
  ])("a digest of %i items has %i rules, since Slack takes 50 blocks", ([count, rules]) => {
    const entry = itemPost({ headline: "Short", url: undefined, points: ["Said."], facts: [], novelties: [] });
    const { blocks } = render(digestPost(Array.from({ length: count ?? 0 }, () => entry)));
    expect(blocks.filter((block) => block.type === "divider")).toHaveLength(rules ?? 0);
    expect(blocks.filter((block) => JSON.stringify(block).includes("Said."))).toHaveLength(count ?? 0);
  });

  test("paragraphs of a note are parted by an empty line", () => {
    const { blocks } = render(notePost({ title: "Title", paragraphs: ["One.", "Two."], link: undefined }));
    const lines = [text("\n"), text("One."), text("\n"), text("\n"), text("Two.")];
    expect(blocks).toEqual([richText([section([text("Title", true), ...lines])])]);
  });

  test("a note whose text grows in JSON still fits", () => {
    const quotes = '"'.repeat(5000);
    const url = `https://docs.example.org/${"x".repeat(1900)}`;
    const note = notePost({
      title: quotes,
      paragraphs: Array.from({ length: 9 }, () => quotes),
      link: { text: quotes, url },
    });
    expect(JSON.stringify(render(note).blocks).length).toBeLessThanOrEqual(LIMITS.blocksJson);
  });

  test.for([
    ["neutral", "Title"],
    ["warning", "⚠️ Title"],
    ["good", "✅ Title"],
  ] as const)("a %s note is titled %s", ([tone, title]) => {
    const note = notePost({ tone, title: "Title", paragraphs: ["One."], link: undefined });
    expect(render(note).blocks).toEqual([richText([section([text(title, true), text("\n"), text("One.")])])]);
  });

  test("a digest that is too long says how many items are left out", () => {
    const { blocks } = render(digestPost(Array.from({ length: 200 }, () => itemPost({ headline: "x ".repeat(100) }))));
    const shown = blocks.filter((block) => JSON.stringify(block).includes(ITEM_URL)).length;
    expect(shown).toBeGreaterThan(20);
    expect(JSON.stringify(blocks.at(-2))).toContain(`… +${200 - shown}`);
  });
});

describe("the text beside the blocks", () => {
  test("has Slack's control characters as entities", () => {
    const { text: said } = render(itemPost({ headline: "<!channel> & <@U1>" }));
    expect(said).toContain("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  });

  test("stays within what Slack advises, entities included", () => {
    expect(render(itemPost({ headline: "<&>".repeat(5000) })).text.length).toBeLessThanOrEqual(LIMITS.fallbackText);
    expect(render(longPost()).text.length).toBeGreaterThan(2000);
  });
});

test("any post keeps every rule of Slack, links only what is a web address, and says nothing that is parsed", () => {
  fc.assert(
    fc.property(anyPost(), (post) => {
      const { blocks, text: said } = render(post);
      expect(blockErrors(blocks)).toEqual([]);
      expect(tooLong(blocks)).toBe(false);
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.blocksJson);
      expect(said.length).toBeLessThanOrEqual(LIMITS.fallbackText);
      expect(said).not.toMatch(/[<>]/);
      expect(JSON.stringify(blocks)).not.toContain("mrkdwn");
      expect(JSON.stringify(blocks)).not.toMatch(/"url":"(?!https?:\/\/)/);
    }),
    { numRuns: 100 },
  );
});

function anyPost(): fc.Arbitrary<Post> {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 });
  const anyText = units.map((codes) => String.fromCharCode(...codes));
  const long = `https://x.example/${"y".repeat(5000)}`;
  const address = fc.oneof(anyText, fc.constantFrom(ITEM_URL, "http://x.example/a b", "javascript:alert(1)", long));
  const words = fc.oneof(
    { weight: 3, arbitrary: anyText },
    fc.constantFrom("", '"'.repeat(1500), "x".repeat(1500), "👨‍👩‍👧 ".repeat(200), "a word ".repeat(200), "<!here>"),
  );
  const itemOf = (parts: number): fc.Arbitrary<ItemPost> =>
    fc.record({
      kind: fc.constant("item" as const),
      language: fc.constant("en" as const),
      headline: words,
      url: fc.option(address, {
        nil: undefined,
      }),
      published: fc.option(fc.record({ day: fc.constant("2026-06-23"), text: words }), { nil: undefined }),
      points: fc.array(words, { maxLength: parts }),
      facts: fc.array(fc.record({ label: words, value: words }), { maxLength: parts }),
      novelties: fc.array(
        fc.record({ text: words, sources: fc.array(fc.record({ text: words, url: address }), { maxLength: 2 }) }),
        { maxLength: parts },
      ),
      topics: fc.array(fc.record({ id: fc.constant("t"), label: words, emoji: words }), { maxLength: parts }),
      source: words,
      updates: fc.array(fc.record({ text: words }), { maxLength: 5 }),
    });
  const item = itemOf(25);
  const note: fc.Arbitrary<NotePost> = fc.record({
    kind: fc.constant("note" as const),
    language: fc.constant("en" as const),
    tone: fc.constantFrom("neutral" as const, "warning" as const, "good" as const),
    title: words,
    paragraphs: fc.array(words, { maxLength: 12 }),
    link: fc.option(fc.record({ text: words, url: address }), { nil: undefined }),
    items: fc.array(itemOf(8), { maxLength: 3 }),
  });
  const digest = fc.record({
    kind: fc.constant("digest" as const),
    language: fc.constant("en" as const),
    title: words,
    entries: fc.array(itemOf(2), { maxLength: 20 }),
  });
  return fc.oneof(item, note, digest);
}

function text(content: string, isBold = false): object {
  return { type: "text", text: content, ...(isBold ? { style: { bold: true } } : {}) };
}

function link(content: string, isBold = false, url = ITEM_URL): object {
  return { ...text(content, isBold), type: "link", url };
}

function section(elements: readonly object[]): object {
  return { type: "rich_text_section", elements };
}

function richText(elements: readonly object[]): object {
  return { type: "rich_text", elements };
}

function context(content: string): object {
  return { type: "context", elements: [{ type: "plain_text", text: content, emoji: false }] };
}
