import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPhrases, isPhrase, phraseTreeOf } from "../../../src/analysis/phrase-tree.ts";
import { wordsOf } from "../../../src/analysis/words.ts";

function find(phrases: readonly string[], text: string): readonly string[] {
  const words = wordsOf(text);
  const tree = phraseTreeOf(phrases.map((phrase) => [phrase, phrase] as const));
  return findPhrases(tree, words).map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end));
}

describe("a phrase", () => {
  test.each([
    ["e-commerce", "Rules for E‑Commerce grow", "E‑Commerce"],
    ["commerce électronique", "Le COMMERCE ELECTRONIQUE", "COMMERCE ELECTRONIQUE"],
    ["l'accord", "Avec l’accord", "l’accord"],
    ["negotiat*", "The negotiators left", "negotiators"],
    ["talks ... e-commerce", "talks on rules for e-commerce", "talks on rules for e-commerce"],
    ["talks ... e-commerce", "talks e-commerce", "talks e-commerce"],
  ])("%s is found in: %s", (phrase, text, expected) => {
    expect(find([phrase], text)).toEqual([expected]);
  });

  test.each([
    ["spam", "spammers"],
    ["negotiat*", "renegotiate"],
    ["talks ... e-commerce", "talks on a new set of rules for e-commerce"],
    ["data flow*", "data that flow"],
  ])("%s is not found in: %s", (phrase, text) => {
    expect(find([phrase], text)).toEqual([]);
  });

  test("needs a word, and something on either side of a gap", () => {
    expect(["", " - ", "…", "... talks", "talks ..."].filter(isPhrase)).toEqual([]);
    expect(["talks", "talks ... data", "*data", "negotiat*"].every(isPhrase)).toBe(true);
  });
});

test("whole-word phrases are found exactly where a plain search finds them", () => {
  const word = fc.constantFrom("a", "b", "c");
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 3 })), fc.array(word), (phrases, text) => {
      const found = find(
        phrases.map((phrase) => phrase.join(" ")),
        text.join(" "),
      );
      const expected = text.flatMap((_, from) =>
        phrases
          .map((phrase) => phrase.join(" "))
          .filter((phrase) => `${text.slice(from).join(" ")} `.startsWith(`${phrase} `)),
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
  );
});
