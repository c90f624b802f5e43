import type { types } from "@slack/bolt";
import type { ShownMoment } from "../../model/post.ts";
import type { Millis } from "../../model/time.ts";
import { fitText } from "../fit.ts";
import { LIMITS } from "./limits.ts";

// Rich text and plain text are the two kinds of text in which Slack parses nothing: no mention, no markup, no emoji
// code, no address. That is why nothing here is ever `mrkdwn`.

/** How words look. */
export type Style = { readonly bold?: true; readonly italic?: true; readonly strike?: true };

/** Between parts of one line. */
export const SEPARATOR = " · ";

/** A stretch of a line: words, perhaps bold, perhaps a link. */
export type Span = types.RichTextText | types.RichTextLink | types.RichTextDate;

/** Words as they are. */
export function words(text: string): types.RichTextText {
  return { type: "text", text };
}

/** Words in bold. */
export function bold(text: string): types.RichTextText {
  return { type: "text", text, style: { bold: true } };
}

/** A moment in each reader's own zone; where it can't be shown so, as it was written. */
function moment(at: Millis, fallback: string): Span {
  const format = "{date_short_pretty}, {time}";
  return { type: "date", timestamp: Math.floor(at / 1000), format, fallback };
}

/** A text with its moment in the reader's own zone, and as it was written beside it. */
export function momentSpans(text: string, shown: ShownMoment | undefined): readonly Span[] {
  const at = shown === undefined ? -1 : text.indexOf(shown.shown);
  if (shown === undefined || at < 0) return [words(text)];
  const rest = text.slice(at + shown.shown.length);
  return [words(text.slice(0, at)), moment(shown.at, shown.shown), words(` (${shown.shown})${rest}`)];
}

/** The source's own words. */
export function quotation(spans: readonly types.RichTextText[]): types.RichTextQuote {
  return { type: "rich_text_quote", elements: [...spans] };
}

/** Words that lead to `url`, a clean web address; the mere words where there is none or it is too long. */
export function link(text: string, url: string | undefined, style?: Style): Span {
  const styled = style === undefined ? {} : { style };
  if (url === undefined || url.length > LIMITS.url) return { type: "text", text, ...styled };
  return { type: "link", url, text, ...styled };
}

/** A paragraph of one or more lines. Slack refuses empty stretches: they are left out. */
export function paragraph(lines: readonly (readonly Span[])[]): types.RichTextSection {
  const spans = lines.flatMap((line, index) => (index === 0 ? line : [words("\n"), ...line]));
  return { type: "rich_text_section", elements: spans.filter((span) => span.type === "date" || span.text !== "") };
}

/** A list with bullets. */
export function bullets(texts: readonly (readonly Span[])[]): types.RichTextList {
  return { type: "rich_text_list", style: "bullet", elements: texts.map((spans) => paragraph([spans])) };
}

/** A block of paragraphs and lists. */
export function richText(
  elements: readonly (types.RichTextSection | types.RichTextList | types.RichTextQuote)[],
): types.RichTextBlock {
  return { type: "rich_text", elements: [...elements] };
}

/** Says how many parts are left out; nothing where none are. */
export function leftOut(count: number): readonly types.RichTextBlock[] {
  return count === 0 ? [] : [richText([paragraph([[words(`… +${count}`)]])])];
}

/** A small grey line. */
export function context(text: string): types.ContextBlock {
  const fitted = fitText(text, LIMITS.textObject);
  return { type: "context", elements: [{ type: "plain_text", text: fitted, emoji: false }] };
}

/** A large heading. */
export function header(text: string): types.HeaderBlock {
  return { type: "header", text: { type: "plain_text", text: fitText(text, LIMITS.headerText), emoji: false } };
}
