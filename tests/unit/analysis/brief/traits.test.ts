import { expect, test } from "vitest";
import { traitsOf } from "../../../../src/analysis/brief/traits.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import { anItem } from "../an-item.ts";

test.each([
  ["Stamps will be brought to Geneva in June.", true],
  ["“All of the stamps will be brought to Geneva in June,” she said.", false],
])("what somebody says will be is no plan: %s", (text, isAhead) => {
  const item = anItem({ text });
  const sentence = sentencesOf(item).find(({ part }) => part === "text");
  if (sentence === undefined) throw new Error("no sentence");
  expect(traitsOf(item, sentence, new Map(), new Set(), new Map()).includes("ahead")).toBe(isAhead);
});
