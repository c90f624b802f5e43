import type { Span } from "../model/answer.ts";
import { cleanText } from "./inert.ts";

/** Spans of one line with their text made inert. The blanks by which two of them are parted stay. */
export function cleanSpans(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap(({ text, isMarked }) => {
    const clean = cleanText(text);
    if (clean === "") return /\s/.test(text) ? [{ text: " ", isMarked: false }] : [];
    const before = /^\s/.test(text) ? " " : "";
    const after = /\s$/.test(text) ? " " : "";
    return [{ text: before + clean + after, isMarked }];
  });
}
