import fc from "fast-check";
import { expect, it } from "vitest";
import { excerptsOf, mark } from "../../../src/commands/marks.ts";
import { termsOf } from "../../../src/commands/search.ts";
import type { Span } from "../../../src/model/answer.ts";

function stars(spans: readonly Span[]): string {
  return spans.map(({ text, isMarked }) => (isMarked ? `*${text}*` : text)).join("");
}

it.each([
  ["membres", "Les MEMBRES se réunissent", "Les *MEMBRES* se réunissent"],
  ["negociations", "Les négociations", "Les *négociations*"],
  ["“customs duties”", "customs duties, not duties of customs", "*customs duties*, not duties of customs"],
  ["e-commerce", "On e-commerce and commerce", "On *e-commerce* and commerce"],
  ["localiz*", "Localization rules", "*Localization* rules"],
  ["local", "Localization rules", "Localization rules"],
])("of %s, what was found in %j is marked", (typed, text, marked) => {
  expect(stars(mark(text, termsOf(typed)))).toBe(marked);
});

it("terms are words, phrases in any quotation marks, and beginnings", () => {
  expect(termsOf('«open data» "unfinished phrase* x')).toEqual([
    { words: ["open", "data"], isBeginning: false },
    { words: ["unfinished", "phrase", "x"], isBeginning: false },
  ]);
  expect(termsOf("spam* É")).toEqual([
    { words: ["spam"], isBeginning: true },
    { words: ["e"], isBeginning: false },
  ]);
  expect(termsOf('"" * - ""')).toEqual([]);
});

it("excerpts are passages around what was found, with dots where they are cut", () => {
  const text = `${"one two three ".repeat(30)}the spam article ${"four five six ".repeat(30)}`;
  const [excerpt = []] = excerptsOf(text, termsOf("spam"));
  expect(stars(excerpt)).toMatch(/^….*the \*spam\* article.*…$/);
  expect(stars(excerpt).length).toBeLessThan(220);
  expect(excerptsOf(text, termsOf("privacy"))).toEqual([]);
});

it("marking changes no letter of any text", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 80 });
  fc.assert(
    fc.property(texts, texts, (text, typed) => {
      expect(
        mark(text, termsOf(typed))
          .map((span) => span.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
