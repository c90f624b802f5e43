import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedWords } from "../../../src/model/fold.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "grapheme-composite" }),
);

test("whatever the text, each folded word is one without case and accents, at its own place", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { word, start, end } of foldedWords(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(word).toBe(word.toLowerCase());
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1_000 },
  );
});

test("accents, case and forms of writing make no difference", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zàâéèêëîïôöùûüçñ ]{0,40}$/u), (text) => {
      const words = (form: string) => foldedWords(form).map(({ word }) => word);
      expect(words(text.normalize("NFD"))).toEqual(words(text));
      expect(words(text.toUpperCase())).toEqual(words(text));
    }),
  );
});
