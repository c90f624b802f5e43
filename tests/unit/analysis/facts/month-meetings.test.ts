import { expect, test } from "vitest";
import { meetingsOf } from "../../../../src/analysis/facts/meetings.ts";
import { monthMeetingsOf } from "../../../../src/analysis/facts/month-meetings.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";
import type { Item } from "../../../../src/model/item.ts";

function read(text: string, published: string | undefined = "2024-05-15"): string {
  const description = "Negotiators in the joint initiative on e-commerce went on with their work.";
  const item: Item = { url: undefined, guid: undefined, title: "News", published, language: "en", description, text };
  const sentences = sentencesOf(item);
  return monthMeetingsOf(item, sentences, meetingsOf(item, sentences))
    .map(({ month, kind, status }) => `${month} ${kind} ${status}`)
    .join("; ");
}

test.each([
  ["The next round will take place in September.", "2024-09 plenary upcoming"],
  ["The next meeting of the General Council is in July.", "2024-07 council upcoming"],
  ["A stocktaking meeting is tentatively planned for early October.", "2024-10 stocktaking tentative"],
  ["The conference, MC14, will be held in Yaoundé in March 2026.", "2026-03 ministerial upcoming"],
  ["The plenary planned for June has been postponed.", "2024-06 plenary postponed"],
  ["The next meeting may be held in June.", "2024-06 plenary tentative"],
  ["The next plenary is on 18 June and another follows in July.", "2024-07 plenary upcoming"],
  ["La prochaine réunion plénière aura lieu en septembre.", "2024-09 plenary upcoming"],
  ["La próxima ronda de negociaciones se celebrará en septiembre.", "2024-09 plenary upcoming"],
  ["La reunión plenaria tendrá lugar a principios de julio.", "2024-07 plenary upcoming"],
])("a month without a day: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Members agreed at MC12 in June to keep the moratorium."],
  ["The round took place in April."],
  ["A paper will follow in June."],
  ["The text should be ready by July."],
  ["The next plenary will be held on 18 June."],
  ["The next plenary will be held on 18 June. Another plenary meeting takes place in June."],
  ["The round may march on."],
])("is none: %s", (text) => {
  expect(read(text)).toBe("");
});

test("without a day of publication no month is taken for one to come", () => {
  const item = { url: undefined, guid: undefined, title: "News", published: undefined, language: "en" } as const;
  const undated = { ...item, description: "The next round will take place in September.", text: undefined };
  expect(monthMeetingsOf(undated, sentencesOf(undated), [])).toEqual([]);
});
