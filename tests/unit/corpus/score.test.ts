import fc from "fast-check";
import { expect, test } from "vitest";
import type { Analysis } from "../../../src/model/analysis.ts";
import { readCorpus, type Specimen } from "../../corpus/read.ts";
import { scoreBrief } from "../../corpus/score/brief.ts";
import { compare, f1Of, precisionOf, recallOf, tallyOf } from "../../corpus/score/compare.ts";
import { figuresOf } from "../../corpus/score/figures.ts";
import { missesOf } from "../../corpus/score/misses.ts";
import { figureOf } from "../../corpus/score/number-words.ts";
import { scoreSpecimen } from "../../corpus/score/specimen.ts";

const specimens = await readCorpus();

const nothing: Analysis = {
  relevant: false,
  reasons: [],
  topics: [],
  meetings: [],
  participants: undefined,
  targets: [],
  people: [],
  documents: [],
  brief: { headline: "", points: [] },
};

/** What an analysis would say that agrees with its label in everything but the brief. */
function perfect({ item, label }: Specimen): Analysis {
  return {
    ...nothing,
    relevant: label.relevant !== false,
    topics: label.topics,
    meetings: label.meetings.map((meeting) => ({ ...meeting, quote: "" })),
    participants: label.participants === null ? undefined : { count: label.participants, quote: "" },
    targets: label.targets.map((target) => ({ ...target, quote: "" })),
    people: label.people,
    documents: label.documents,
    brief: { headline: item.title, points: [item.description] },
  };
}

const valuesOf = (analysisOf: (specimen: Specimen) => Analysis): ReadonlyMap<string, number> => {
  const scores = specimens.map((specimen) => scoreSpecimen(specimen, analysisOf(specimen)));
  return new Map(figuresOf(scores).map(({ name, value }) => [name, value]));
};

test("an analysis that agrees with every label has the full score", () => {
  const values = [...valuesOf(perfect)].filter(([name]) => !name.startsWith("key facts"));
  expect(values.filter(([, value]) => value !== 1)).toEqual([]);
});

test("an analysis that agrees with every label has no miss but in its brief", () => {
  const misses = specimens.flatMap((specimen) => missesOf(scoreSpecimen(specimen, perfect(specimen))));
  expect(misses.filter(({ field }) => field !== "key fact")).toEqual([]);
});

test("an analysis that says nothing finds nothing", () => {
  const values = valuesOf(() => nothing);
  for (const name of [
    "relevance, recall",
    "topics, F1",
    "meetings, F1",
    "targets, F1",
    "people, F1",
    "documents, F1",
  ]) {
    expect([name, values.get(name)]).toEqual([name, 0]);
  }
  expect(values.get("hard negatives kept out")).toBe(1);
});

test("an analysis that takes everything for relevant pays for it", () => {
  const values = valuesOf((specimen) => ({ ...perfect(specimen), relevant: true }));
  expect(values.get("relevance, recall")).toBe(1);
  expect(values.get("relevance, precision")).toBeLessThan(0.7);
  expect(values.get("hard negatives kept out")).toBe(0);
});

test("lists are compared without order, each entry once", () => {
  const comparison = compare(["a", "b", "b", "c"], ["c", "b", "a", "a"], (entry: string) => entry);
  expect(comparison.missed).toEqual(["b"]);
  expect(comparison.extra).toEqual(["a"]);
  const tally = tallyOf([comparison]);
  expect(tally).toEqual({ hits: 3, extra: 1, missed: 1 });
  expect([precisionOf(tally), recallOf(tally), f1Of(tally)]).toEqual([0.75, 0.75, 0.75]);
});

test("every entry of either list is counted once", () => {
  const list = fc.array(fc.constantFrom("a", "b", "c"));
  fc.assert(
    fc.property(list, list, (wanted, got) => {
      const { hits, missed, extra } = tallyOf([compare(wanted, got, (entry: string) => entry)]);
      expect([hits + missed, hits + extra]).toEqual([wanted.length, got.length]);
    }),
  );
});

const item = {
  url: undefined,
  guid: undefined,
  title: "Members compare notes",
  published: "2024-03-01",
  language: "en",
  description: "Eighty-seven members took part in the round. The next round takes place in May.",
  text: "They concluded work on the article on spam.",
} as const;

test("a fact is told by other forms of its words, and numbers by words or figures", () => {
  const facts = ["87 members take part in the round", "Work on spam has concluded", "A dispute began in Rome"];
  const points = ["Eighty-seven members took part in the round.", "They concluded work on the article on spam."];
  const score = scoreBrief({ headline: item.title, points }, item, facts);
  expect(score.covered).toEqual(facts.slice(0, 2));
  expect(score.uncovered).toEqual(facts.slice(2));
  expect(score.coveredByLead).toBe(1);
});

test("words that the source lacks and points glued from bits are caught", () => {
  const points = ["Members took spam", "Eighty-seven members took part in the round Montevideo."];
  const score = scoreBrief({ headline: item.title, points }, item, []);
  expect(score.invented).toEqual(["montevideo"]);
  expect(score.choppy).toEqual(["Members took spam"]);
});

test.each([
  ["eighty-seven", "87"],
  ["eighty-seventh", "87"],
  ["87th", "87"],
  ["ninety", "90"],
  ["ninetieth", "90"],
  ["twelfth", "12"],
  ["twenty-first", "21"],
  ["spam", "spam"],
])("%s is %s in figures", (word, figure) => {
  expect(figureOf(word)).toBe(figure);
});
