import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import { LANGUAGES } from "../../../src/model/language.ts";
import { anItem, rules } from "./an-item.ts";

test("any text is analysed, the same way each time", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), text, text, text, (language, title, description, article) => {
      const item = anItem({ language, title, description, text: article });
      expect(analyse(item, rules)).toEqual(analyse(item, rules));
    }),
  );
});

test.each([
  ["one sentence without an end", "the e-commerce negotiations and the moratorium, which "],
  ["one word", "e"],
  ["openers", "In addition, "],
  ["dashes", "a — b "],
  ["semicolons", "; while "],
  ["quotation marks that never close", "“«"],
  ["dates", "3 May and "],
  ["names", "Ambassador Ann Lee of Chad, "],
  ["numbers", "87 members 1"],
  ["short sentences", "It met. "],
])("300 kB of %s is read", (_, piece) => {
  const text = piece.repeat(Math.ceil(300_000 / piece.length));
  expect(analyse(anItem({ title: "E-commerce", description: text, text }), rules).relevant).toBe(true);
});
