import type { DigestPost, Fact, ItemPost, NotePost, Post } from "../model/post.ts";

/** How a plain-text rendering marks its parts; each takes text and returns text of the same words. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly link: (text: string) => string;
  readonly tone: (text: string, tone: NotePost["tone"]) => string;
}

/** No marks at all. */
export const PLAIN: Style = { strong: same, faint: same, link: same, tone: same };

/** A post as plain text, for terminals, fallbacks and adapters of platforms without markup. Lines end in `\n`; nothing is cut. */
export function plainText(post: Post, style: Style = PLAIN): string {
  return `${linesOf(post, style).join("\n")}\n`;
}

function linesOf(post: Post, style: Style): readonly string[] {
  switch (post.kind) {
    case "item":
      return itemLines(post, style);
    case "digest":
      return digestLines(post, style);
    case "note":
      return noteLines(post, style);
  }
}

function itemLines(post: ItemPost, style: Style): readonly string[] {
  return [
    style.strong(post.headline),
    ...(post.published === undefined ? [] : [style.faint(post.published.text)]),
    ...post.points.map((point) => `  • ${point}`),
    ...post.facts.map((fact) => `  ${factText(fact, style)}`),
    ...(post.topics.length === 0 ? [] : [`  ${topicsText(post)}`]),
    ...post.updates.map((update) => `  ${style.faint(update.text)}`),
    `  ${style.faint(post.source)}${post.url === undefined ? "" : ` ${style.link(post.url)}`}`,
  ];
}

function digestLines(post: DigestPost, style: Style): readonly string[] {
  return [style.strong(post.title), ...post.entries.flatMap((entry) => ["", ...itemLines(entry, style)])];
}

function noteLines(post: NotePost, style: Style): readonly string[] {
  return [
    style.tone(style.strong(post.title), post.tone),
    ...post.paragraphs.map((paragraph) => `  ${paragraph}`),
    ...(post.link === undefined ? [] : [`  ${post.link.text}: ${style.link(post.link.url)}`]),
    ...post.items.flatMap((item) => ["", ...itemLines(item, style).map((line) => `  ${line}`)]),
  ];
}

function factText(fact: Fact, style: Style): string {
  return `${style.strong(`${fact.label}:`)} ${fact.value}`;
}

function topicsText(post: ItemPost): string {
  return post.topics.map((tag) => `${tag.emoji} ${tag.label}`.trim()).join(" · ");
}

function same(text: string): string {
  return text;
}
