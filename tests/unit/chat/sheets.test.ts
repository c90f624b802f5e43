import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetOf, sheetsOf, type Fits } from "../../../src/chat/sheets.ts";
import type { Answer, Entry, Line } from "../../../src/model/answer.ts";

const text = fc.string({ maxLength: 120 });
const spans = fc.array(fc.record({ text, isMarked: fc.boolean() }), { maxLength: 3 });
const line: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ kind: fc.constant("point" as const), spans }),
  fc.record({ kind: fc.constant("quote" as const), text }),
  fc.record({ kind: fc.constant("fact" as const), label: fc.string({ maxLength: 10 }), value: text }),
);
const entry: fc.Arbitrary<Entry> = fc.record({
  headline: fc.constant([{ text: "Headline", isMarked: false }]),
  url: fc.constant(undefined),
  day: fc.constant(undefined),
  lines: fc.array(line, { maxLength: 6 }),
  data: fc.constant(null),
});
const answer: fc.Arbitrary<Answer> = fc.record({
  language: fc.constant("en" as const),
  title: fc.constant("Title"),
  entries: fc.array(entry, { maxLength: 10 }),
  page: fc.constant({ number: 3, pages: 4, offset: 20, total: 40 }),
  notes: fc.array(fc.string({ maxLength: 60 }), { maxLength: 2 }),
});

function lineText(one: Line): string {
  switch (one.kind) {
    case "point":
      return one.spans.map((span) => span.text).join("");
    case "fact":
      return one.value;
    case "quote":
    case "source":
      return one.text;
  }
}

function said(part: Answer): string {
  return part.entries.flatMap((one) => one.lines.map(lineText)).join("");
}

function sizeOf(part: Answer): number {
  const headlines = part.entries.flatMap((one) => one.headline.map((span) => span.text)).join("");
  return part.title.length + headlines.length + said(part).length + part.notes.join("").length;
}

const ROOM = 160;
const fits: Fits = (part) => sizeOf(part) <= ROOM;

describe("the sheets of an answer", () => {
  it("lose nothing, keep the order, and each fits", () => {
    fc.assert(
      fc.property(answer, (whole) => {
        const sheets = sheetsOf(whole, fits);
        expect(sheets.map(said).join("")).toBe(said(whole));
        expect(sheets.flatMap((sheet) => sheet.notes)).toEqual(whole.notes);
        for (const sheet of sheets) expect(fits(sheet)).toBe(true);
      }),
    );
  });

  it("say which entries they show", () => {
    fc.assert(
      fc.property(answer, (whole) => {
        const told = sheetsOf(whole, fits).flatMap(({ entries: [first], page }) => {
          const at = first === undefined ? -1 : whole.entries.indexOf(first);
          return at < 0 || page === undefined ? [] : [page.offset - at];
        });
        expect(told.every((offset) => offset === 20)).toBe(true);
      }),
    );
  });

  it("keep an entry in one piece where it fits a sheet", () => {
    const small = (value: string): Entry => ({
      headline: [{ text: "One", isMarked: false }],
      url: undefined,
      day: undefined,
      lines: [{ kind: "quote", text: value }],
      data: null,
    });
    const entries = ["a", "b", "c"].map((letter) => small(letter.repeat(100)));
    const sheets = sheetsOf({ language: "en", title: "T", entries, page: undefined, notes: [] }, fits);
    expect(sheets.map((sheet) => sheet.entries)).toEqual(entries.map((one) => [one]));
  });

  it("are found by number, by the last, and by the nearest there is", () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 0, max: 30 }), (whole, number) => {
        const sheets = sheetsOf(whole, fits);
        const last = sheets.length - 1;
        expect(sheetOf(whole, "last", fits)).toEqual({ answer: sheets[last], number: last, count: sheets.length });
        const near = Math.min(number, last);
        expect(sheetOf(whole, number, fits)).toEqual({ answer: sheets[near], number: near, count: sheets.length });
      }),
    );
  });
});
