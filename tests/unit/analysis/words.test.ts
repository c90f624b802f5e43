import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, wordsOf } from "../../../src/analysis/words.ts";

describe("the words of a text", () => {
  test("are parted by hyphens and apostrophes, and folded", () => {
    expect(wordsOf("L’e-commerce Numérique, 2026")).toEqual([
      { folded: "l", start: 0, end: 1 },
      { folded: "e", start: 2, end: 3 },
      { folded: "commerce", start: 4, end: 12 },
      { folded: "numerique", start: 13, end: 22 },
      { folded: "2026", start: 24, end: 28 },
    ]);
  });

  test("are runs of letters, digits and marks of any script", () => {
    const letters = fc.constantFrom(
      "a",
      "Z",
      "é",
      "e\u0301",
      "Ω",
      "中",
      "𝒳",
      "5",
      "½",
      "\ud835",
      "’",
      "-",
      " ",
      "€",
      "😀",
    );
    const text = fc.oneof(
      fc.array(letters).map((parts) => parts.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const runs = Array.from(any.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: run, index }) => ({
          folded: fold(run),
          start: index,
          end: index + run.length,
        }));
        expect(wordsOf(any)).toEqual(runs);
      }),
      { numRuns: 500 },
    );
  });
});
