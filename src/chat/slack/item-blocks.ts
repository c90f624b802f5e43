import type { types } from "@slack/bolt";
import type { Fact, ItemPost } from "../../model/post.ts";
import { fitText } from "../fit.ts";
import { bold, bullets, context, link, paragraph, richText, words, type Span } from "./rich-text.ts";

/** How much of an item is shown: characters and numbers of parts. */
export interface Detail {
  readonly headline: number;
  readonly points: number;
  readonly point: number;
  readonly facts: number;
  readonly fact: number;
}

const SEPARATOR = " · ";
const UNNAMED = "…";
const LABEL = 80;
const TOPICS = 1500;
const UPDATE = 500;
const UPDATES = 3;

/** An item in full: linked headline, date and source, points, facts, topics, and when it was updated. */
export function itemBlocks(post: ItemPost, detail: Detail): readonly types.KnownBlock[] {
  const points = pointsOf(post, detail);
  const facts = post.facts.slice(0, detail.facts).map((fact) => factLine(fact, detail));
  const topics = topicsText(post);
  const updates = post.updates
    .slice(-UPDATES)
    .map((update) => fitText(update.text, UPDATE))
    .filter(Boolean);
  return [
    richText([paragraph([headline(post, detail), sourceLine(post)])]),
    ...(points.length === 0 ? [] : [richText([bullets(points)])]),
    ...(facts.length === 0 ? [] : [richText([paragraph(facts)])]),
    ...(topics === "" ? [] : [context(topics)]),
    ...(updates.length === 0 ? [] : [context(updates.join("\n"))]),
  ];
}

/** An item as one block among others: linked headline, points, and date, source and topics in a line. */
export function entryBlock(post: ItemPost, detail: Detail): types.RichTextBlock {
  const points = pointsOf(post, detail);
  const last = [words([dateText(post), sourceText(post), topicsText(post)].filter(Boolean).join(SEPARATOR))];
  if (points.length === 0) return richText([paragraph([headline(post, detail), last])]);
  return richText([paragraph([headline(post, detail)]), bullets(points), paragraph([last])]);
}

function headline(post: ItemPost, detail: Detail): readonly Span[] {
  return [link(fitText(post.headline || post.source || UNNAMED, detail.headline), post.url, { bold: true })];
}

function sourceLine(post: ItemPost): readonly Span[] {
  const date = dateText(post);
  return [words(date === "" ? "" : `${date}${SEPARATOR}`), link(sourceText(post), post.url)];
}

function sourceText(post: ItemPost): string {
  return fitText(post.source || UNNAMED, LABEL);
}

function dateText(post: ItemPost): string {
  return fitText(post.published?.text ?? "", LABEL);
}

function pointsOf(post: ItemPost, detail: Detail): readonly string[] {
  const said = post.points.filter((point) => point !== "");
  return said.slice(0, detail.points).map((point) => fitText(point, detail.point));
}

function factLine(fact: Fact, detail: Detail): readonly Span[] {
  return [bold(`${fitText(fact.label, LABEL)}: `), words(fitText(fact.value, detail.fact))];
}

function topicsText(post: ItemPost): string {
  const tags = post.topics.map((tag) => `${tag.emoji} ${tag.label}`.trim());
  return fitText(tags.filter(Boolean).join(SEPARATOR), TOPICS);
}
