import { styleText } from "node:util";
import type { Answer, Entry, Line, Span } from "../../model/answer.ts";
import { pageWordsOf } from "../../model/page-words.ts";
import { cleanSpans } from "../clean-spans.ts";
import { cleanText, webAddress } from "../inert.ts";

/**
 * An answer for a terminal. Nothing of it is cut; where there are more pages, its last line says how to see them.
 * @param more how the next page is asked for, given its number
 */
export function answerText(answer: Answer, more: (page: number) => string): string {
  const lines = [
    strong(cleanText(answer.title)),
    ...answer.entries.flatMap((entry) => ["", ...entryLines(entry)]),
    ...(answer.notes.length === 0 ? [] : ["", ...answer.notes.map(cleanText)]),
    ...pageLines(answer, more),
  ];
  return `${lines.join("\n")}\n`;
}

function entryLines({ headline, day, url, lines }: Entry): readonly string[] {
  const address = webAddress(url);
  const isTold = lines.some((line) => line.kind === "source" && line.url === url);
  return [
    strong(spansText(headline)),
    ...(day === undefined ? [] : [faint(cleanText(day.text))]),
    ...lines.map((line) => `  ${lineText(line)}`),
    ...(address === undefined || isTold ? [] : [`  ${link(address)}`]),
  ];
}

function lineText(line: Line): string {
  switch (line.kind) {
    case "point":
      return `• ${spansText(line.spans)}`;
    case "quote":
      return `“${cleanText(line.text)}”`;
    case "fact":
      return `${strong(`${cleanText(line.label)}:`)} ${cleanText(line.value)}`;
    case "source": {
      const address = webAddress(line.url);
      const day = line.day === undefined ? "" : `, ${cleanText(line.day.text)}`;
      return `${faint(`${cleanText(line.text)}${day}`)}${address === undefined ? "" : ` ${link(address)}`}`;
    }
  }
}

/** Stars show the marks where there are no colours too. */
function spansText(spans: readonly Span[]): string {
  return cleanSpans(spans)
    .map(({ text, isMarked }) => (isMarked ? `*${text}*` : text))
    .join("");
}

function pageLines({ page, entries, language }: Answer, more: (page: number) => string): readonly string[] {
  if (page === undefined || page.total === 0) return [];
  const words = pageWordsOf(language);
  const to = page.offset + entries.length;
  const shown = words.shown(page.offset + 1, to, page.total);
  return ["", faint(to < page.total ? `${shown}; ${words.next}: ${more(page.number + 1)}` : shown)];
}

function strong(text: string): string {
  return styleText("bold", text, { validateStream: false });
}

function faint(text: string): string {
  return styleText("dim", text, { validateStream: false });
}

function link(address: string): string {
  return styleText("underline", address, { validateStream: false });
}
