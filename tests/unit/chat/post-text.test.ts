import { expect, test } from "vitest";
import { cleanPost } from "../../../src/chat/clean-post.ts";
import { htmlPage } from "../../../src/chat/html.ts";
import { PLAIN, plainText } from "../../../src/chat/plain-text.ts";
import type { DigestPost, ItemPost, NotePost } from "../../../src/model/post.ts";

const ITEM: ItemPost = {
  kind: "item",
  language: "en",
  headline: "Members take stock",
  url: "https://www.wto.org/a.htm",
  published: undefined,
  points: ["A point."],
  facts: [{ label: "Participants", value: "91" }],
  topics: [],
  source: "WTO news",
  updates: [],
};
const TAKEN_BACK: ItemPost = {
  ...ITEM,
  retracted: {
    text: "Taken back 23 June 2026, 14:05 by A\u202Ena",
    moment: { at: 1, shown: "23 June\u0007 2026, 14:05" },
  },
};
const DIGEST: DigestPost = {
  kind: "digest",
  language: "en",
  title: "2 new items",
  next: { title: "What comes next", lines: ["20 July 2026: A <round>"] },
  entries: [ITEM, { ...ITEM, headline: "Second" }],
  sections: [
    { title: "Moratorium", from: 0 },
    { title: "Oth\u200Ber", from: 1 },
  ],
};
const NOTE: NotePost = {
  kind: "note",
  language: "fr",
  tone: "neutral",
  title: "Ana a retiré un article",
  paragraphs: [],
  link: { text: "Lire l’article", url: "https://www.wto.org/a.htm" },
  items: [],
  buttons: [{ id: "undo:1", label: "Annuler" }],
};

test("what was taken back is struck through below who did it, and keeps its link", () => {
  expect(plainText(TAKEN_BACK).split("\n")).toEqual([
    "Taken back 23 June 2026, 14:05 by A\u202Ena",
    "~~Members take stock~~",
    "  • ~~A point.~~",
    "  ~~Participants: 91~~",
    "  WTO news https://www.wto.org/a.htm",
    "",
  ]);
  expect(plainText(TAKEN_BACK, { ...PLAIN, struck: (text) => `-${text}-` })).toContain("-Members take stock-");
  expect(htmlPage(TAKEN_BACK)).toContain('<s><a href="https://www.wto.org/a.htm">Members take stock</a></s>');
  expect(htmlPage(TAKEN_BACK)).toContain("<li><s>A point.</s></li>");
});

test("what is new in a process stands below the facts, with both sources", () => {
  const novelties = [
    {
      text: "89 → 91 participants since 12 June 2026",
      sources: [
        { text: "before", url: "https://www.wto.org/b.htm" },
        { text: "now", url: "https://www.wto.org/a.htm" },
      ],
    },
    { text: "A → <B>", sources: [{ text: "before", url: "javascript:alert(1)" }] },
  ];
  expect(
    plainText({ ...ITEM, novelties })
      .split("\n")
      .slice(2, 4),
  ).toEqual([
    "  Participants: 91",
    "  89 → 91 participants since 12 June 2026 (before: https://www.wto.org/b.htm · now: https://www.wto.org/a.htm)",
  ]);
  const html = htmlPage({ ...ITEM, novelties });
  expect(html).toContain('since 12 June 2026 (<a href="https://www.wto.org/b.htm">before</a> · <a href=');
  expect(html).toContain("<p>A → &lt;B&gt;</p>");
  expect(plainText({ ...TAKEN_BACK, novelties })).toContain("  ~~89 → 91 participants since");
});

test("a digest begins with what comes next and has a heading above each group", () => {
  expect(plainText(DIGEST).split("\n").slice(0, 8)).toEqual([
    "2 new items",
    "",
    "What comes next",
    "  • 20 July 2026: A <round>",
    "",
    "— Moratorium —",
    "",
    "Members take stock",
  ]);
  const html = htmlPage(DIGEST);
  expect(html).toContain("<li>20 July 2026: A &lt;round&gt;</li>");
  expect(html.indexOf("<h2>Moratorium</h2>")).toBeLessThan(html.indexOf("Members take stock"));
  expect(html.indexOf("<h2>Other</h2>")).toBeGreaterThan(html.indexOf("Members take stock"));
});

test("a note names its buttons, and French keeps its space before the colon", () => {
  expect(plainText(NOTE)).toContain("  Lire l’article\u202F: https://www.wto.org/a.htm\n  [Annuler]\n");
  expect(htmlPage(NOTE)).toContain('<button type="button">Annuler</button>');
});

test("every text of a post is made inert, moments and headings too", () => {
  expect(cleanPost(TAKEN_BACK)).toMatchObject({
    retracted: { text: "Taken back 23 June 2026, 14:05 by Ana", moment: { at: 1, shown: "23 June 2026, 14:05" } },
  });
  expect(cleanPost(DIGEST)).toMatchObject({ sections: [{}, { title: "Other", from: 1 }] });
  expect(cleanPost({ ...NOTE, buttons: [{ id: "undo:1", label: "Un\u202Edo" }] })).toMatchObject({
    buttons: [{ id: "undo:1", label: "Undo" }],
  });
});
