import type { types } from "@slack/bolt";
import type { Fact, ItemPost, NoveltyLine, Update } from "../../model/post.ts";
import { fitText } from "../fit.ts";
import {
  bold,
  bullets,
  context,
  link,
  momentSpans,
  paragraph,
  richText,
  SEPARATOR,
  words,
  type Span,
} from "./rich-text.ts";

/** How much of an item is shown: characters and numbers of parts. */
export interface Detail {
  readonly headline: number;
  readonly points: number;
  readonly point: number;
  readonly facts: number;
  readonly fact: number;
}

/** The longest name of a source, of a fact or of a day. */
export const LABEL = 80;
const UNNAMED = "…";
const TOPICS = 1500;
const NOVELTY = 300;
const NOVELTIES = 6;
const UPDATE = 500;
const UPDATES = 3;

/** An item in full: linked headline, date and source, points, facts, topics, and when it was updated. What was taken back is struck through. */
export function itemBlocks(post: ItemPost, detail: Detail): readonly types.KnownBlock[] {
  const points = pointsOf(post, detail).map((point) => strikeIf(post, [words(point)]));
  const facts = post.facts.slice(0, detail.facts).map((fact) => strikeIf(post, factLine(fact, detail)));
  const novelties = noveltyLines(post, (post.novelties ?? []).slice(0, NOVELTIES), detail);
  const topics = topicsText(post);
  const updates = post.updates.slice(-UPDATES).map(updateLine);
  return [
    ...(post.retracted === undefined ? [] : [richText([paragraph([retractionLine(post.retracted)])])]),
    richText([paragraph([strikeIf(post, headline(post, detail)), sourceLine(post)])]),
    ...(points.length === 0 ? [] : [richText([bullets(points)])]),
    ...(facts.length === 0 ? [] : [richText([paragraph(facts)])]),
    ...(novelties.length === 0 ? [] : [richText([paragraph(novelties)])]),
    ...(topics === "" ? [] : [context(topics)]),
    ...(updates.length === 0 ? [] : [richText([paragraph(updates)])]),
  ];
}

/** Says in bold who took the post back, and why. */
export function retractionLine({ text, moment }: Update): readonly Span[] {
  return [bold("⛔ "), ...momentSpans(fitText(text, UPDATE), moment)];
}

/** Spans struck through where their post was taken back. */
export function strikeIf({ retracted }: ItemPost, spans: readonly Span[]): readonly Span[] {
  if (retracted === undefined) return spans;
  return spans.map((span) => ({ ...span, style: { ...span.style, strike: true } }));
}

/** One update, with its moment in each reader's own zone too. */
export function updateLine({ text, moment }: Update): readonly Span[] {
  return [words("✏️ "), ...momentSpans(fitText(text, UPDATE), moment)];
}

/** The headline in bold, linked. */
export function headline(post: ItemPost, detail: Detail): readonly Span[] {
  return [link(fitText(post.headline || post.source || UNNAMED, detail.headline), post.url, { bold: true })];
}

function sourceLine(post: ItemPost): readonly Span[] {
  const date = dateText(post);
  return [words(date === "" ? "" : `${date}${SEPARATOR}`), link(sourceText(post), post.url)];
}

function sourceText(post: ItemPost): string {
  return fitText(post.source || UNNAMED, LABEL);
}

/** The day of an item as its reader writes it; empty where there is none. */
export function dateText(post: ItemPost): string {
  return fitText(post.published?.text ?? "", LABEL);
}

/** As many points as are to be shown, none of them empty. */
export function pointsOf(post: ItemPost, detail: Detail): readonly string[] {
  const said = post.points.filter((point) => point !== "");
  return said.slice(0, detail.points).map((point) => fitText(point, detail.point));
}

/** A fact with its label in bold. */
export function factLine(fact: Fact, detail: Detail): readonly Span[] {
  return [bold(`${fitText(fact.label, LABEL)}: `), words(fitText(fact.value, detail.fact))];
}

/** What is new in the item's process, a line each, with both sources; none where only headlines have room. */
export function noveltyLines(
  post: ItemPost,
  novelties: readonly NoveltyLine[],
  detail: Detail,
): readonly (readonly Span[])[] {
  return novelties.slice(0, detail.facts).map(({ text, sources }) => {
    const linked = sources.flatMap(({ text: name, url }) =>
      url === undefined ? [] : [link(fitText(name, LABEL), url)],
    );
    const links = linked.flatMap((one, at) => (at === 0 ? [one] : [words(SEPARATOR), one]));
    const around = links.length === 0 ? [] : [words(" ("), ...links, words(")")];
    return strikeIf(post, [bold(`🆕 ${fitText(text, NOVELTY)}`), ...around]);
  });
}

/** All topics in one line. */
export function topicsText(post: ItemPost): string {
  const tags = post.topics.map((tag) => `${tag.emoji} ${tag.label}`.trim());
  return fitText(tags.filter(Boolean).join(SEPARATOR), TOPICS);
}
