import fc from "fast-check";
import type { DigestPost, ItemPost, NotePost, Post } from "../../../../src/model/post.ts";

const MEANINGFUL = [
  "@everyone",
  "<@1>",
  "<#1>",
  "<:e:1>",
  "*",
  "_",
  "~~",
  "`",
  "||",
  "[a](https://e.example)",
  "\\",
  "> ",
  "# ",
  "- ",
  "-# ",
  "1. ",
  "https://e.example/x",
  ":smile:",
  "<t:1:R>",
  "word",
  " ",
  "\n",
  "\u202e",
  "ö",
  "👨‍👩‍👧",
] as const;

/** Text of any kind and length, with more of what means something to Discord than chance would bring. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.constantFrom(...MEANINGFUL), { maxLength: 20 }).map((parts) => parts.join("")),
  fc
    .tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 }), fc.nat({ max: 700 }))
    .map(([text, times]) => text.repeat(times)),
);

const anyUrl = fc.option(
  fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom("javascript:alert(1)", "https://e.example/(a)_[b]?q=)*", `https://e.example/${"x".repeat(3000)}`),
    anyText,
  ),
  { nil: undefined },
);

export const anyItem: fc.Arbitrary<ItemPost> = fc.record({
  kind: fc.constant("item"),
  language: fc.constantFrom("en", "fr", "es"),
  headline: anyText,
  url: anyUrl,
  published: fc.option(fc.record({ day: fc.constant("2026-06-23"), text: anyText }), { nil: undefined }),
  points: fc.array(anyText, { maxLength: 12 }),
  facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 30 }),
  novelties: fc.array(
    fc.record({ text: anyText, sources: fc.array(fc.record({ text: anyText, url: anyUrl }), { maxLength: 2 }) }),
    { maxLength: 8 },
  ),
  topics: fc.array(fc.record({ id: fc.constant("t"), label: anyText, emoji: fc.constantFrom("🔐", "", ":lock:") }), {
    maxLength: 12,
  }),
  source: anyText,
  updates: fc.array(fc.record({ text: anyText }), { maxLength: 6 }),
});

const anyDigest: fc.Arbitrary<DigestPost> = fc.record({
  kind: fc.constant("digest"),
  language: fc.constant("en"),
  title: anyText,
  entries: fc.array(anyItem, { maxLength: 40 }),
});

const anyNote: fc.Arbitrary<NotePost> = fc.record({
  kind: fc.constant("note"),
  language: fc.constant("en"),
  tone: fc.constantFrom("neutral", "warning", "good"),
  title: anyText,
  paragraphs: fc.array(anyText, { maxLength: 12 }),
  link: fc.option(fc.record({ text: anyText, url: anyUrl.map((url) => url ?? "") }), { nil: undefined }),
  items: fc.array(anyItem, { maxLength: 14 }),
});

export const anyPost: fc.Arbitrary<Post> = fc.oneof(anyItem, anyDigest, anyNote);
