import { expect, test } from "vitest";
import { MARKS } from "../corpus/marks.ts";
import { figuresOf } from "../corpus/score/figures.ts";
import { spreadOf } from "../corpus/score/parts.ts";
import { scoreCorpus } from "../corpus/score/run.ts";

const scores = await scoreCorpus();
const figures = new Map(figuresOf(scores).map(({ name, value }) => [name, value]));

test.each([...MARKS])("%s stays at its mark of %d", (name, mark) => {
  expect(figures.get(name)).toBeGreaterThanOrEqual(mark);
});

test("every figure has a mark but the one of the lead, which is there to compare with", () => {
  expect([...figures.keys()].filter((name) => !MARKS.has(name))).toEqual(["key facts in as much lead"]);
});

test("the brief tells more of the key facts than as many words from the top of the item", () => {
  expect(figures.get("key facts in the brief")).toBeGreaterThan(figures.get("key facts in as much lead") ?? 1);
});

test("a split by chance gives each part its own figures, and the same seed the same split", () => {
  const spread = spreadOf(scores, 5, 1);
  expect(spread.map(({ name }) => name)).toEqual([...figures.keys()]);
  expect(spread.every(({ values }) => values.length === 5)).toBe(true);
  expect(spreadOf([...scores].reverse(), 5, 1)).toEqual(spread);
  expect(spreadOf(scores, 5, 2)).not.toEqual(spread);
});
