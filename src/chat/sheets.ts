import type { Reply, SheetPlace } from "../model/ask.ts";
import type { Answer, Entry, Line, Span } from "../model/answer.ts";
import { pageWordsOf } from "../model/page-words.ts";

/** Whether a surface can show this much in one message. */
export type Fits = (part: Answer) => boolean;

/** A part of an answer that one message can show. */
export interface Sheet {
  /** Its page tells which entries it shows. */
  readonly answer: Answer;
  /** From 0. */
  readonly number: number;
  readonly count: number;
}

/**
 * The sheet of an answer that is asked for; the nearest there is, where there are fewer. Nothing is lost: what does not
 * fit on one sheet stands on the next, an entry in one piece where it can.
 */
export function sheetOf(answer: Answer, place: SheetPlace, fits: Fits): Sheet {
  const sheets = sheetsOf(answer, fits);
  const last = sheets.length - 1;
  const number = place === "last" ? last : Math.min(Math.max(place, 0), last);
  return { answer: sheets[number] ?? answer, number, count: sheets.length };
}

/** A page of the answer and a sheet of it. */
export type Turn = readonly [page: number, sheet: SheetPlace];

/** What stands before a sheet and what after it, on the same page of the answer or the next one to it. */
export function turnsFrom(
  { place: { page, pages } }: Reply,
  { number, count }: Sheet,
): { readonly before: Turn | undefined; readonly after: Turn | undefined } {
  return {
    before: number > 0 ? [page, number - 1] : page > 1 ? [page - 1, "last"] : undefined,
    after: number < count - 1 ? [page, number + 1] : page < pages ? [page + 1, 0] : undefined,
  };
}

/** Whether there is anything before or after a sheet. */
export function hasMore(reply: Reply, sheet: Sheet): boolean {
  const { before, after } = turnsFrom(reply, sheet);
  return before !== undefined || after !== undefined;
}

/** All sheets of an answer, in order; at least one. */
export function sheetsOf(answer: Answer, fits: Fits): readonly Answer[] {
  if (fits(answer)) return [answer];
  const sheets: Answer[] = [];
  let before = 0;
  let taken: readonly Entry[] = [];
  const wholeSheet = (entries: readonly Entry[]): Answer => partOf(answer, entries, before, false);
  const close = (): void => {
    if (taken.length === 0) return;
    sheets.push(wholeSheet(taken));
    before += taken.length;
    taken = [];
  };
  for (const entry of answer.entries) {
    if (fits(wholeSheet([...taken, entry]))) {
      taken = [...taken, entry];
      continue;
    }
    close();
    if (fits(wholeSheet([entry]))) {
      taken = [entry];
      continue;
    }
    const parts = partsOf(entry, answer, (part) => fits(partOf(answer, [part], before, false)));
    for (const part of parts) sheets.push(partOf(answer, [part], before, false));
    before += 1;
  }
  close();
  return withNotes(answer, sheets, fits);
}

/** The notes stand on the last sheet, or on one of their own. */
function withNotes(answer: Answer, sheets: readonly Answer[], fits: Fits): readonly Answer[] {
  const last = sheets.at(-1) ?? partOf(answer, [], 0, false);
  const ended = { ...last, notes: answer.notes };
  const rest = sheets.slice(0, -1);
  if (answer.notes.length === 0 || fits(ended)) return [...rest, ended];
  return [...rest, ...(last.entries.length === 0 ? [] : [last]), partOf(answer, [], answer.entries.length, true)];
}

function partOf(answer: Answer, entries: readonly Entry[], before: number, noted: boolean): Answer {
  const page = answer.page && { ...answer.page, offset: answer.page.offset + before };
  return { ...answer, entries, page, notes: noted ? answer.notes : [] };
}

/** An entry in pieces that each fit, cut between lines, and inside a line only where that alone is too long. */
function partsOf(entry: Entry, { language }: Answer, fits: (part: Entry) => boolean): readonly Entry[] {
  const again: Entry = {
    ...entry,
    headline: [...entry.headline, { text: ` (${pageWordsOf(language).continued})`, isMarked: false }],
    lines: [],
  };
  const parts: Entry[] = [];
  let current: Entry = { ...entry, lines: [] };
  const waiting = [...entry.lines];
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    const longer = { ...current, lines: [...current.lines, line] };
    if (fits(longer)) {
      current = longer;
    } else if (current.lines.length > 0) {
      parts.push(current);
      current = again;
      waiting.unshift(line);
    } else {
      const halves = halvesOf(line);
      // What can't be divided is shown as far as the surface can show it.
      if (halves === undefined) current = longer;
      else waiting.unshift(...halves);
    }
  }
  return [...parts, current];
}

/** Two lines in place of one, divided at the word nearest to its middle; undefined where it has a single word. */
function halvesOf(line: Line): readonly [Line, Line] | undefined {
  switch (line.kind) {
    case "point": {
      const cut = cutOf(line.spans.map((span) => span.text).join(""));
      if (cut === undefined) return undefined;
      const [left, right] = cutSpans(line.spans, cut);
      return [
        { ...line, spans: left },
        { ...line, spans: right },
      ];
    }
    case "fact": {
      const cut = cutOf(line.value);
      if (cut === undefined) return undefined;
      return [
        { ...line, value: line.value.slice(0, cut) },
        { ...line, value: line.value.slice(cut) },
      ];
    }
    case "quote":
    case "source": {
      const cut = cutOf(line.text);
      if (cut === undefined) return undefined;
      return [
        { ...line, text: line.text.slice(0, cut) },
        { ...line, text: line.text.slice(cut) },
      ];
    }
  }
}

/** Behind the blank nearest before the middle, or else at the middle, between two characters. */
function cutOf(text: string): number | undefined {
  const middle = Math.floor(text.length / 2);
  const blank = text.lastIndexOf(" ", middle) + 1;
  const cut = blank > 0 ? blank : middle;
  const isInside = /[\uDC00-\uDFFF]/.test(text.charAt(cut));
  const place = isInside ? cut - 1 : cut;
  return place > 0 && place < text.length ? place : undefined;
}

function cutSpans(spans: readonly Span[], cut: number): readonly [readonly Span[], readonly Span[]] {
  const left: Span[] = [];
  const right: Span[] = [];
  let at = 0;
  for (const span of spans) {
    const inside = Math.min(Math.max(cut - at, 0), span.text.length);
    if (inside > 0) left.push({ ...span, text: span.text.slice(0, inside) });
    if (inside < span.text.length) right.push({ ...span, text: span.text.slice(inside) });
    at += span.text.length;
  }
  return [left, right];
}
