import type { types } from "@slack/bolt";
import type { Reply } from "../../model/ask.ts";
import type { Answer, Entry, Line, Span as AnswerSpan } from "../../model/answer.ts";
import { pageWordsOf } from "../../model/page-words.ts";
import { cleanSpans } from "../clean-spans.ts";
import { cleanText, webAddress } from "../inert.ts";
import { sheetOf, turnsFrom, type Sheet } from "../sheets.ts";
import { actions, button } from "./buttons.ts";
import { LIMITS } from "./limits.ts";
import {
  bold,
  bullets,
  link,
  momentSpans,
  paragraph,
  quotation,
  richText,
  SEPARATOR,
  words,
  type Span,
} from "./rich-text.ts";

/** A reply as Slack takes it. */
export interface SlackReply {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** Rows of buttons, and the lines around the entries. */
const AROUND = 5;
/** Left for what stands around the entries. */
const JSON_AROUND = 2_500;

/** The sheet of a reply that is to be shown. */
export function sheetFor(reply: Reply): Sheet {
  return sheetOf(reply.answer, reply.place.sheet, (part) => {
    const blocks = answerBlocks(part);
    return blocks.length <= LIMITS.blocks - AROUND && JSON.stringify(blocks).length <= LIMITS.blocksJson - JSON_AROUND;
  });
}

/** @param token under which the question is kept, where there is more to show */
export function replyMessage(reply: Reply, sheet: Sheet, token: string | undefined): SlackReply {
  const { askedBy } = reply;
  const blocks = [
    ...(askedBy === undefined
      ? []
      : [richText([paragraph([[{ ...words(cleanText(askedBy)), style: { italic: true } }]])])]),
    ...answerBlocks(sheet.answer),
    ...pagingBlocks(reply, sheet, token),
    ...buttonBlocks(reply),
  ];
  return { text: escaped(cleanText(reply.answer.title)).slice(0, LIMITS.fallbackText), blocks };
}

function answerBlocks({ title, entries, notes, page, language }: Answer): readonly types.KnownBlock[] {
  const heading = entries.length === 0 ? words(cleanText(title)) : bold(cleanText(title));
  const shown =
    page === undefined || page.total === 0 || entries.length === 0
      ? []
      : [[words(pageWordsOf(language).shown(page.offset + 1, page.offset + entries.length, page.total))]];
  return [
    richText([paragraph([[heading], ...shown])]),
    ...entries.map(entryBlock),
    ...(notes.length === 0 ? [] : [richText([paragraph(notes.map((note) => [words(cleanText(note))]))])]),
  ];
}

function entryBlock(entry: Entry): types.RichTextBlock {
  const address = webAddress(entry.url);
  const head: Span[] = cleanSpans(entry.headline).map(({ text, isMarked }) => {
    // A match inside a bold headline is told by italics.
    const style = isMarked ? ({ bold: true, italic: true } as const) : ({ bold: true } as const);
    return link(text, address, style);
  });
  const day = entry.day === undefined ? [] : [[words(cleanText(entry.day.text))]];
  return richText(elementsOf(entry.lines, [head, ...day]));
}

type Element = types.RichTextSection | types.RichTextList | types.RichTextQuote;

/** Lines of text that follow each other are one paragraph, and points one list: Slack sets no break between paragraphs. */
function elementsOf(lines: readonly Line[], head: readonly (readonly Span[])[]): readonly Element[] {
  const elements: Element[] = [];
  let text: readonly (readonly Span[])[] = head;
  let points: readonly (readonly Span[])[] = [];
  const flush = (): void => {
    if (text.length > 0) elements.push(paragraph(text));
    if (points.length > 0) elements.push(bullets(points));
    text = [];
    points = [];
  };
  for (const line of lines) {
    if (line.kind === "point") {
      if (text.length > 0) flush();
      points = [...points, markedSpans(line.spans)];
    } else if (line.kind === "quote") {
      flush();
      elements.push(quotation([words(cleanText(line.text))]));
    } else {
      if (points.length > 0) flush();
      text = [...text, textLine(line)];
    }
  }
  flush();
  return elements;
}

function textLine(line: Extract<Line, { readonly kind: "fact" | "source" }>): readonly Span[] {
  if (line.kind === "fact")
    return [bold(`${cleanText(line.label)}: `), ...momentSpans(cleanText(line.value), line.moment)];
  const day = line.day === undefined ? "" : `${SEPARATOR}${cleanText(line.day.text)}`;
  return [link(cleanText(line.text), webAddress(line.url)), words(day)];
}

function markedSpans(spans: readonly AnswerSpan[]): readonly Span[] {
  return cleanSpans(spans).map(({ text, isMarked }) => (isMarked ? bold(text) : words(text)));
}

function pagingBlocks(reply: Reply, sheet: Sheet, token: string | undefined): readonly types.ActionsBlock[] {
  if (token === undefined) return [];
  const names = pageWordsOf(reply.answer.language);
  const { before, after } = turnsFrom(reply, sheet);
  const buttons = [
    ...(before === undefined ? [] : [button("page:previous", `‹ ${names.previous}`, [token, ...before].join(":"))]),
    ...(after === undefined ? [] : [button("page:next", `${names.next} ›`, [token, ...after].join(":"))]),
  ];
  return buttons.length === 0 ? [] : [{ type: "actions", elements: buttons }];
}

function buttonBlocks({ buttons, refinements }: Reply): readonly types.ActionsBlock[] {
  return [
    ...actions(buttons.map(({ id, label }, at) => button(`desk:${at}`, label, id))),
    ...actions(refinements.map(({ label, text }, at) => button(`ask:${at}`, label, text))),
  ];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
