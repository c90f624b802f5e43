import { colon, type Language } from "../model/language.ts";
import type { DigestPost, Fact, ItemPost, NotePost, NoveltyLine, Post } from "../model/post.ts";
import { headingsAt } from "./digest-parts.ts";

/** How a plain-text rendering marks its parts; each takes text and returns text of the same words. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly link: (text: string) => string;
  readonly tone: (text: string, tone: NotePost["tone"]) => string;
  /** What was taken back; between `~~` where left out. */
  readonly struck?: (text: string) => string;
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
  const { retracted } = post;
  const told = retracted === undefined ? same : (style.struck ?? struck);
  return [
    ...(retracted === undefined ? [] : [style.strong(retracted.text)]),
    told(style.strong(post.headline)),
    ...(post.published === undefined ? [] : [style.faint(post.published.text)]),
    ...post.points.map((point) => `  • ${told(point)}`),
    ...post.facts.map((fact) => `  ${told(factText(fact, post.language, style))}`),
    ...(post.novelties ?? []).map((novelty) => `  ${told(noveltyText(novelty, post.language, style))}`),
    ...(post.topics.length === 0 ? [] : [`  ${topicsText(post)}`]),
    ...post.updates.map((update) => `  ${style.faint(update.text)}`),
    `  ${style.faint(post.source)}${post.url === undefined ? "" : ` ${style.link(post.url)}`}`,
  ];
}

function digestLines(post: DigestPost, style: Style): readonly string[] {
  const { next } = post;
  return [
    style.strong(post.title),
    ...(next === undefined ? [] : ["", style.strong(next.title), ...next.lines.map((line) => `  • ${line}`)]),
    ...post.entries.flatMap((entry, index) => [
      ...headingsAt(post, index).flatMap((title) => ["", style.strong(`— ${title} —`)]),
      "",
      ...itemLines(entry, style),
    ]),
  ];
}

function noteLines(post: NotePost, style: Style): readonly string[] {
  return [
    style.tone(style.strong(post.title), post.tone),
    ...post.paragraphs.map((paragraph) => `  ${paragraph}`),
    ...(post.link === undefined ? [] : [`  ${post.link.text}${colon(post.language)} ${style.link(post.link.url)}`]),
    ...(post.buttons ?? []).map((button) => `  [${button.label}]`),
    ...post.items.flatMap((item) => ["", ...itemLines(item, style).map((line) => `  ${line}`)]),
  ];
}

function factText(fact: Fact, language: Language, style: Style): string {
  return `${style.strong(`${fact.label}${colon(language)}`)} ${fact.value}`;
}

/** With the addresses of both sources, since plain text links nothing. */
function noveltyText({ text, sources }: NoveltyLine, language: Language, style: Style): string {
  const linked = sources.flatMap((source) =>
    source.url === undefined ? [] : [`${source.text}${colon(language)} ${style.link(source.url)}`],
  );
  return linked.length === 0 ? style.strong(text) : `${style.strong(text)} (${linked.join(" · ")})`;
}

function topicsText(post: ItemPost): string {
  return post.topics.map((tag) => `${tag.emoji} ${tag.label}`.trim()).join(" · ");
}

function struck(text: string): string {
  return `~~${text}~~`;
}

function same(text: string): string {
  return text;
}
