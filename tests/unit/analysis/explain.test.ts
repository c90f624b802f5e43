import { expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import { explain } from "../../../src/analysis/explain.ts";
import { loadRules } from "../../../src/config/topics.ts";
import type { Item } from "../../../src/model/item.ts";
import { readCorpus } from "../../corpus/read.ts";

const rules = await loadRules("config/topics.yaml");

const ITEM: Item = {
  url: "https://www.wto.org/english/news_e/news26_e/ecom_23jun26_1_e.htm",
  guid: undefined,
  title: "E-commerce negotiators close the article on spam",
  published: "2026-06-23",
  language: "en",
  description:
    "The 91 participants in the e-commerce negotiations closed the article on spam at a plenary meeting on 22 June, said Ambassador Ada Lund (Norway). The next plenary is tentatively set for 14 July. Thanks were said.",
  text: "They aim to finish by the end of 2026. The text stands in INF/ECOM/62/Rev.9. Is that all? Members also thanked the Secretariat for a seminar on spam.",
};

test("each decision has its rule, the words and the sentence in which they stand", () => {
  const told = explain(ITEM, rules).map(({ decision, rule, words, sentence }) => [decision, rule, words, sentence]);
  const [lead, next] = ITEM.description.split(/(?<=\)\.) |(?<=July\.) /);
  expect(told).toContainEqual(["relevant", "the link has a stem that decides", "ecom_", ""]);
  expect(told).toContainEqual(["relevant", "the title names the subject", "E-commerce", ITEM.title]);
  expect(told).toContainEqual(["topic spam", "a phrase of its list, or its link", "spam", ITEM.title]);
  expect(told).toContainEqual(["meeting 2026-06-22", "a day beside the words of a meeting", "plenary, held", lead]);
  expect(told).toContainEqual([
    "meeting 2026-07-14",
    "a day beside the words of a meeting",
    "plenary, tentative",
    next,
  ]);
  expect(told).toContainEqual(["participants", "a number of those who take part now", "91", lead]);
  expect(told).toContainEqual(["person Ada Lund", "a name with an office or a country", "Ambassador, Norway", lead]);
  expect(told.map(([decision]) => decision)).toEqual(
    expect.arrayContaining(["target 2026-12-31", "document INF/ECOM/62/Rev.9", "point", "no point"]),
  );
  expect(told).toContainEqual(["no point", expect.stringContaining("a question"), "", "Is that all?"]);
});

test("all that is told stands in the source, each sentence of lead and article is a point or none, and the points are the brief's", async () => {
  for (const { item } of await readCorpus()) {
    const explained = explain(item, rules);
    const source = `${item.title} ${item.description} ${item.text ?? ""}`.replaceAll(/\s+/g, " ");
    const points = explained.filter(({ decision }) => decision === "point");
    const quoted = explained.filter(({ decision }) => /^(?:relevant|topic|document)/.test(decision));
    expect(
      quoted.filter(({ words, sentence }) => !sentence.includes(words.split(" … ")[0] ?? "") && sentence !== ""),
    ).toEqual([]);
    const whole = explained.filter(({ decision }) => decision !== "point");
    expect(whole.filter(({ sentence }) => !source.includes(sentence.replaceAll(/\s+/g, " ")))).toEqual([]);
    const told = analyse(item, rules).brief.points.join(" ");
    for (const { sentence } of points) expect(told).toContain(sentence);
  }
});
