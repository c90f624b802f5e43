import type { types } from "@slack/bolt";
import type { DigestPost, NotePost, Post } from "../../model/post.ts";
import { cleanPost } from "../clean-post.ts";
import { fitText } from "../fit.ts";
import { plainText } from "../plain-text.ts";
import { actions, button } from "./buttons.ts";
import { digestBlocks } from "./digest-blocks.ts";
import { itemBlocks, type Detail } from "./item-blocks.ts";
import { LIMITS } from "./limits.ts";
import { bold, leftOut, link, paragraph, richText, words } from "./rich-text.ts";

/** A post as Slack takes it. `text` is what notifications show and screen readers read instead of the blocks. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/**
 * A post as Block Kit, within every limit: where all of it is too much, points and facts get shorter, then fewer, and
 * at last a digest names as many items as there is room for. Text from a feed is shown as it is and does nothing.
 */
export function render(post: Post): SlackMessage {
  const clean = cleanPost(post);
  return { text: fallback(clean), blocks: fittingBlocks(clean) };
}

const LEAST: Detail = { headline: 120, points: 0, point: 0, facts: 0, fact: 0 };
// From all that there is to the mere headline.
const DETAILS: readonly Detail[] = [
  { headline: 300, points: 12, point: 1000, facts: 20, fact: 500 },
  { headline: 300, points: 6, point: 500, facts: 10, fact: 200 },
  { headline: 200, points: 3, point: 300, facts: 6, fact: 120 },
  { headline: 150, points: 1, point: 200, facts: 3, fact: 80 },
  LEAST,
];
const UNNAMED = "…";
const TITLE = 300;
const PARAGRAPH = 700;
const PARAGRAPHS = 7;
const TONES = { neutral: "", warning: "⚠️ ", good: "✅ " } as const;

function fittingBlocks(post: Post): readonly types.KnownBlock[] {
  const shown = post.kind === "item" ? 1 : parts(post).length;
  for (const detail of DETAILS) {
    const blocks = blocksOf(post, detail, shown);
    if (fits(blocks)) return blocks;
  }
  return mostEntries(post, shown);
}

/** The headlines of as many items as there is room for. */
function mostEntries(post: Post, count: number): readonly types.KnownBlock[] {
  for (let shown = count - 1; shown > 0; shown -= 1) {
    const blocks = blocksOf(post, LEAST, shown);
    if (fits(blocks)) return blocks;
  }
  return blocksOf(post, LEAST, 0);
}

function blocksOf(post: Post, detail: Detail, shown: number): readonly types.KnownBlock[] {
  switch (post.kind) {
    case "item":
      return itemBlocks(post, detail);
    case "digest":
      return digestBlocks(post, detail, shown);
    case "note":
      return [noteBlock(post), ...noteItems(post, detail, shown), ...noteButtons(post)];
  }
}

function noteItems(post: NotePost, detail: Detail, shown: number): readonly types.KnownBlock[] {
  const items = post.items.slice(0, shown);
  return [
    ...items.flatMap((item): readonly types.KnownBlock[] => [{ type: "divider" }, ...itemBlocks(item, detail)]),
    ...leftOut(post.items.length - items.length),
  ];
}

function noteButtons({ buttons = [] }: NotePost): readonly types.KnownBlock[] {
  return actions(buttons.map(({ id, label }, at) => button(`desk:${at}`, label, id)));
}

/** The title, and below it the paragraphs with an empty line between any two; shorter ones where JSON makes them long. */
function noteBlock(post: NotePost, longest = PARAGRAPH): types.RichTextBlock {
  const paragraphs = post.paragraphs.filter((text) => text !== "").slice(0, PARAGRAPHS);
  const parts = [
    ...paragraphs.map((text) => [words(fitText(text, longest))]),
    ...(post.link === undefined ? [] : [[link(fitText(post.link.text, TITLE), post.link.url)]]),
  ];
  const block = richText([
    paragraph([
      [bold(`${TONES[post.tone]}${fitText(post.title || UNNAMED, TITLE)}`)],
      ...parts.flatMap((part, at) => (at === 0 ? [part] : [[], part])),
    ]),
  ]);
  return fits([block]) ? block : noteBlock(post, longest / 2);
}

function parts(post: DigestPost | NotePost): DigestPost["entries"] {
  return post.kind === "digest" ? post.entries : post.items;
}

function fits(blocks: readonly types.KnownBlock[]): boolean {
  return blocks.length <= LIMITS.blocks && JSON.stringify(blocks).length <= LIMITS.blocksJson;
}

function fallback(post: Post): string {
  const whole = plainText(post).trim();
  // One escaped character can take five, so that the last of these rooms always does.
  const rooms = [LIMITS.fallbackText, LIMITS.fallbackText * 0.75, LIMITS.fallbackText / 5];
  const texts = rooms.map((room) => escaped(fitText(whole, room)));
  return texts.find((text) => text.length <= LIMITS.fallbackText) ?? "";
}

/** `text` is parsed even where it is only a fallback: Slack's three control characters are written as entities. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
