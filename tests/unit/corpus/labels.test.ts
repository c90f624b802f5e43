import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../../src/config/package-root.ts";
import { loadRules } from "../../../src/config/topics.ts";
import { readCorpus, type Specimen } from "../../corpus/read.ts";

const specimens = await readCorpus();
const rules = await loadRules(fileURLToPath(new URL("config/topics.yaml", packageRoot())));
const topicIds = new Set(rules.topics.map(({ id }) => id));

const irrelevant = specimens.filter(({ label }) => label.relevant === false);

test.each(irrelevant.map((specimen) => [specimen.id, specimen.label] as const))(
  "%s, which is irrelevant, carries key facts only",
  (_, { topics, meetings, targets, people, documents, participants }) => {
    expect([topics, meetings, targets, people, documents].flat()).toEqual([]);
    expect(participants).toBeNull();
  },
);

test("only an irrelevant item is a hard negative", () => {
  const wrong = specimens.filter(({ label }) => label.hardNegative && label.relevant !== false);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

describe.each(specimens.map((specimen) => [specimen.id, specimen] as const))("%s", (_, { item, label }) => {
  const text = [item.title, item.description, item.text ?? ""].join("\n");

  test("its topics exist, each named once", () => {
    expect(label.topics.filter((topic) => !topicIds.has(topic))).toEqual([]);
    expect(new Set(label.topics).size).toBe(label.topics.length);
  });

  test("names, symbols and the days of meetings stand in the text", () => {
    const days = label.meetings.flatMap(({ start, end }) => [start, end]).map((day) => String(Number(day.slice(8))));
    const wanted = [...label.people.map(({ name }) => name), ...label.documents, ...days];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });

  test("meetings have an order in time, before or after the item as their status says", () => {
    const published = item.published ?? "";
    const wrong = label.meetings.filter(({ start, end, status }) => {
      if (start > end) return true;
      return status === "held" ? end > published : status !== "postponed" && start < published;
    });
    expect(wrong).toEqual([]);
  });

  test("targets are dated in one of the agreed forms", () => {
    const form = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{4}-(?:spring|summer|autumn|early|mid|late|Q[1-4])|MC\d{2})$/u;
    expect(label.targets.map(({ by }) => by).filter((by) => !form.test(by))).toEqual([]);
  });
});

test("three languages, both shapes, and a third that is no news on e-commerce", () => {
  const count = (is: (specimen: Specimen) => boolean): number => specimens.filter(is).length;
  expect(specimens.length).toBeGreaterThanOrEqual(90);
  expect(count(({ item }) => item.language === "en")).toBeGreaterThanOrEqual(50);
  expect(count(({ item }) => item.language === "fr")).toBeGreaterThanOrEqual(20);
  expect(count(({ item }) => item.language === "es")).toBeGreaterThanOrEqual(20);
  expect(count(({ item }) => item.text !== undefined)).toBeGreaterThanOrEqual(30);
  expect(count(({ label }) => label.relevant === false)).toBeGreaterThanOrEqual(specimens.length / 3);
});
