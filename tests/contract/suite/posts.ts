import type { DigestPost, Fact, ItemPost, NotePost, SourceLink, TopicTag } from "../../../src/model/post.ts";

/** The address of the sample item, in the shape of the WTO's links. */
export const ITEM_URL = "https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm";

const TOPICS: readonly TopicTag[] = [
  { id: "e-signatures", label: "Electronic signatures", emoji: "✍️" },
  { id: "data-flows", label: "Data flows", emoji: "🌐" },
  { id: "moratorium", label: "Moratorium", emoji: "⏸️" },
];

/** The address of an earlier item in the same process. */
export const BEFORE_URL = "https://www.wto.org/english/news_e/news26_e/ecom_12jun26_417_e.htm";

const NOVELTY_SOURCES: readonly SourceLink[] = [
  { text: "before", url: BEFORE_URL },
  { text: "now", url: ITEM_URL },
];

/** An item as it is posted on an ordinary day, with everything that a post can have. */
export function itemPost(changes: Partial<ItemPost> = {}): ItemPost {
  return {
    kind: "item",
    language: "en",
    headline: "Delegates finish reading the chapter on electronic signatures",
    url: ITEM_URL,
    published: { day: "2026-06-23", text: "23 June 2026" },
    points: [
      "Delegates went through the last open paragraphs on electronic signatures.",
      "Ms Imaginary, who leads the group, spoke of a steady week & a short list of open points.",
    ],
    facts: [
      { label: "Meeting", value: "6 to 8 July 2026 (planned)" },
      { label: "Participants", value: "91" },
    ],
    novelties: [{ text: "89 → 91 participants since 12 June 2026", sources: NOVELTY_SOURCES }],
    topics: TOPICS,
    source: "WTO news",
    updates: [],
    ...changes,
  };
}

export function digestPost(entries: readonly ItemPost[]): DigestPost {
  return { kind: "digest", language: "en", title: `${entries.length} items on e-commerce`, entries };
}

export function notePost(changes: Partial<NotePost> = {}): NotePost {
  return {
    kind: "note",
    language: "en",
    tone: "neutral",
    title: "This channel now gets WTO news on e-commerce",
    paragraphs: ["Each item comes once.", "Where the source changes, its post is corrected in place."],
    link: { text: "What is posted here", url: "https://docs.example.org/topics" },
    items: [],
    ...changes,
  };
}

/** Feed text that wants to be more than text, and what of it a reader must still see. */
export const HOSTILE: readonly { readonly text: string; readonly shows: string }[] = [
  ...[
    "<!channel> <!here> <!everyone>",
    "<@U012ABCDEF> <@!123456789012345678> <@&123456789012345678> <#123456789012345678> <#C012ABCDEF>",
    "@everyone @here @channel",
    "*stars* **double** _under_ __line__ ~wave~ ~~strike~~",
    "`code` ```block``` ||hidden||",
    "a <b> & c &lt; d",
    ":smile: :tada:",
    "\\*backslash\\* \\<@1\\>",
  ].map((text) => ({ text, shows: text })),
  { text: "# heading at the start", shows: "heading at the start" },
  { text: "> quote at the start", shows: "quote at the start" },
  { text: "-# small at the start", shows: "small at the start" },
  { text: "[The Organization](https://evil.example/a)", shows: "The Organization" },
  { text: "<https://evil.example/b|The Organization>", shows: "The Organization" },
  { text: "see https://evil.example/c or www.evil.example", shows: "evil.example" },
  { text: "<t:1700000000:R> <!date^1700000000^{date}|then>", shows: "1700000000" },
  { text: "\u202Egnirts\u202C \u2066isolate\u2069 \u200Fmark\u200E", shows: "gnirts isolate mark" },
  { text: "\u001b[31mred\u001b[0m bell\u0007 nul\u0000 back\b", shows: "bell nul back" },
  { text: "line\nbreak\r\nand\u2028separator", shows: "line break and separator" },
];

/** A post that carries hostile text wherever text can be. */
export function hostilePosts(text: string): readonly (ItemPost | DigestPost | NotePost)[] {
  const item = itemPost({
    headline: text,
    points: [text, `Said in passing: ${text}`],
    facts: [{ label: text, value: text }],
    novelties: [{ text, sources: [{ text, url: ITEM_URL }] }],
    topics: [{ id: "any", label: text, emoji: "🔒" }],
    source: text,
    updates: [{ text }],
  });
  const note = notePost({
    title: text,
    paragraphs: [text],
    link: { text, url: "https://docs.example.org/topics" },
    items: [item],
  });
  return [item, digestPost([item, item]), note];
}

/** Addresses that nobody may be sent to. */
export const UNSAFE_URLS = [
  "javascript:alert(1)",
  "slack://open",
  "discord://x",
  "file:///etc/passwd",
  "data:text/html,x",
];

/** So many different words that it can be told whether one of them was cut. */
export function manyWords(count: number, stem: string): string {
  return Array.from({ length: count }, (_, index) => `${stem}${index}`).join(" ");
}

/** A post far beyond every platform's limits. */
export function longPost(): ItemPost {
  const facts: readonly Fact[] = Array.from({ length: 30 }, (_, index) => ({
    label: manyWords(40, `label${index}x`),
    value: manyWords(400, `value${index}x`),
  }));
  return itemPost({
    headline: manyWords(400, "headline"),
    points: Array.from({ length: 40 }, (_, index) => manyWords(600, `point${index}x`)),
    facts,
    updates: [{ text: manyWords(600, "update") }],
  });
}
