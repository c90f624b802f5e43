import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstMatch, has, matchesOf, phrases, placesOf, tableOf } from "../../../../src/analysis/facts/word-tables.ts";

describe("a table of phrases", () => {
  test("finds whole words in any case, each row by the first of its phrases that fits", () => {
    const table = tableOf([
      ["meeting", ["meetings?", "meeting of ministers"]],
      ["who", ["ministers?"]],
    ]);
    const found = matchesOf("The Meeting of Ministers, no commeeting", table);
    expect(found.map(({ value, at, until }) => [value, at, until])).toEqual([
      ["meeting", 4, 11],
      ["who", 15, 24],
    ]);
  });

  test("knows a phrase by a beginning that may be left out, or that is one of a class", () => {
    const table = phrases(["(?:the )?end of \\d{4}", "[oa]tra vez", "\\p{L}{2,4}day"]);
    for (const text of ["by the end of 2026", "end of 2026", "otra vez", "atra vez", "Monday", "a sunday"]) {
      expect(has(text, table)).toBe(true);
    }
    expect(has("the beginning of 2026, vez, days", table)).toBe(false);
  });

  test("names its groups", () => {
    expect(firstMatch("due in 2026", phrases(["in (?<year>\\d{4})"]))?.groups["year"]).toBe("2026");
  });

  test("gives places that do not overlap", () => {
    const table = phrases(["a b", "b c", "c"]);
    expect(placesOf("a b c", table).map(({ at }) => at)).toEqual([0, 4]);
  });

  test("is not led astray by letters of other scripts", () => {
    expect(has("a\u{4e00}b", phrases(["ab"]))).toBe(false);
    expect(has("ѡa", phrases(["a"]))).toBe(false);
    expect(has("(ab", phrases(["ab"]))).toBe(true);
  });
});

const WORD = fc.constantFrom("a", "ab", "abc", "abcd", "b", "ba", "1", "12", "é", "d'a", "a-b");
const TEXT = fc
  .array(fc.tuple(WORD, fc.constantFrom(" ", ", ", "'", "-", " (", "Ω ", "𝒳 ")), { maxLength: 12 })
  .map((parts) => parts.flat().join(""));
const { phrase: PHRASE } = fc.letrec<{ phrase: string; term: string }>((tie) => ({
  phrase: fc.array(tie("term"), { minLength: 1, maxLength: 3 }).map((terms) => terms.join("")),
  term: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom(
      "a",
      "b",
      "c",
      "A",
      "é",
      " ",
      "-",
      "'",
      "\\d",
      "\\d{1,2}",
      "\\p{L}",
      "[ab]",
      "[a-c]",
      "b?",
      "(?!c)",
    ),
    fc.tuple(tie("phrase"), tie("phrase")).map(([one, other]) => `(?:${one}|${other})`),
    tie("phrase").map((phrase) => `(?:${phrase})?`),
  ),
}));

/** The same without any filing: every row is tried at every word. */
function tried(text: string, rows: readonly (readonly string[])[]): readonly string[] {
  const small = text.toLowerCase();
  const found: string[] = [];
  for (const { index: at } of small.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    for (const [value, list] of rows.entries()) {
      const pattern = new RegExp(
        `(?:${list.join("|").toLowerCase().replaceAll("\\p{l}", "\\p{L}")})(?![\\p{L}\\p{N}])`,
        "uy",
      );
      pattern.lastIndex = at;
      const match = pattern.exec(small);
      if (match !== null && match[0] !== "") found.push(`${value} at ${at}: ${match[0]}`);
    }
  }
  return found;
}

describe("whatever the phrases and the text", () => {
  test("filing by beginnings loses no match and adds none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(PHRASE, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        TEXT,
        (rows, text) => {
          const table = tableOf(rows.map((list, row) => [row, list] as const));
          const found = matchesOf(text, table)
            .filter(({ at, until }) => until > at)
            .map(({ value, at, until }) => `${value} at ${at}: ${text.toLowerCase().slice(at, until)}`);
          expect(found).toEqual(tried(text, rows));
          expect(has(text, table)).toBe(matchesOf(text, table).length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
