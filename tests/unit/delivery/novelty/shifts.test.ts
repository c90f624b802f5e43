import { expect, test } from "vitest";
import type { Step } from "../../../../src/delivery/novelty/shift.ts";
import { noveltiesOf } from "../../../../src/delivery/novelty/shifts.ts";
import type { Analysis, Meeting, Person } from "../../../../src/model/analysis.ts";
import { analysisOf } from "../../../support/delivery-house.ts";

const QUOTE = "As it was said.";
const round: Meeting = { start: "2026-07-20", end: "2026-07-22", kind: "plenary", status: "upcoming", quote: QUOTE };

function step(changes: Partial<Analysis>, language: Step["language"] = "en"): Step {
  return { language, analysis: analysisOf("A headline", { processes: ["joint-initiative"], ...changes }) };
}

function shifts(now: Step, ...earlier: readonly Step[]) {
  return noveltiesOf(now, earlier).map(({ shift }) => shift);
}

const count = (n: number) => step({ participants: { count: n, quote: QUOTE } });
const person = (name: string, role: string, country: string | null = null): Person => ({ name, role, country });

test("a number is told against the last item that told one, with that item; the same number is nothing new", () => {
  const [silent, before, long] = [step({}), count(87), count(71)];
  expect(noveltiesOf(count(89), [silent, before, long])).toEqual([
    { shift: { part: "participants", before: 87, now: 89 }, since: before },
  ]);
  expect(shifts(count(87), silent, before, long)).toEqual([]);
  expect(shifts(count(89), silent)).toEqual([]);
  expect(shifts(silent, before)).toEqual([]);
});

test("of a number only items of the joint initiative tell", () => {
  const elsewhere = step({ processes: ["mc14"], participants: { count: 12, quote: QUOTE } });
  expect(shifts(count(89), elsewhere, count(87))).toEqual([{ part: "participants", before: 87, now: 89 }]);
});

test("a text is a new version where its symbol says so", () => {
  const text = (...documents: readonly string[]) => step({ documents });
  expect(shifts(text("INF/ECOM/62/Rev.10"), text("INF/ECOM/62/Rev.2", "INF/ECOM/62"))).toEqual([
    { part: "text", before: "INF/ECOM/62/Rev.2", now: "INF/ECOM/62/Rev.10" },
  ]);
  expect(shifts(text("INF/ECOM/62/Rev.1"), text("INF/ECOM/62/Rev.2"))).toEqual([]);
  expect(shifts(text("INF/ECOM/62"), text("INF/ECOM/61"))).toEqual([]);
  expect(shifts(text("WT/GC/W/9/Rev.1"), text("INF/ECOM/62"))).toEqual([]);
});

test("a date by which one thing is to be reached has moved; another thing is another target", () => {
  const target = (what: string, by: string) => step({ targets: [{ what, by, quote: QUOTE }] });
  const aim = "conclude the negotiations on e-commerce";
  expect(shifts(target(aim, "2024-12-31"), target("conclude the e-commerce negotiations", "2023-12-31"))).toEqual([
    { part: "target", what: aim, before: "2023-12-31", now: "2024-12-31" },
  ]);
  expect(shifts(target(aim, "2024-12-31"), target(aim, "2024-12-31"), target(aim, "2023-12-31"))).toEqual([]);
  expect(shifts(target(aim, "2024-12-31"), target("circulate a revised text", "2024-03"))).toEqual([]);
});

test("aims are compared within one language", () => {
  const target = (by: string) => ({ targets: [{ what: "conclude the negotiations", by, quote: QUOTE }] });
  expect(shifts(step(target("2025"), "fr"), step(target("2024"), "en"))).toEqual([]);
});

test("an office has a new holder, a co-convenor for each country; one person under two names is no change", () => {
  const people = (...list: readonly Person[]) => step({ people: list });
  const [old, heir] = [person("Ann Lee", "co-convenor", "Japan"), person("Bo Ito", "co-convenor", "Japan")];
  const other = person("Cy Tan", "co-convenor", "Singapore");
  expect(shifts(people(heir, other), people(old, other))).toEqual([
    { part: "office", role: "co-convenor", country: "Japan", before: "Ann Lee", now: "Bo Ito" },
  ]);
  expect(shifts(people(person("Ann Mary Lee", "co-convenor", "Japan")), people(old))).toEqual([]);
  expect(shifts(people(heir), people(old, person("Di Mori", "co-convenor", "Japan")))).toEqual([]);
  expect(
    shifts(people(person("Bo Ito", "Ambassador", "Japan")), people(person("Ann Lee", "Ambassador", "Japan"))),
  ).toEqual([]);
});

test("a meeting is fixed, moved or put off; that it was held as told is no news", () => {
  const meetings = (...list: readonly Partial<Meeting>[]) =>
    step({ meetings: list.map((one) => ({ ...round, ...one })) });
  const days = { start: round.start, end: round.end, month: undefined };
  expect(shifts(meetings({}), meetings({ status: "tentative" }))).toEqual([
    { part: "meeting", before: { ...days, status: "tentative" }, now: { ...days, status: "upcoming" } },
  ]);
  expect(shifts(meetings({ start: "2026-07-21", end: "2026-07-23" }), meetings({}))).toEqual([
    {
      part: "meeting",
      before: { ...days, status: "upcoming" },
      now: { start: "2026-07-21", end: "2026-07-23", month: undefined, status: "upcoming" },
    },
  ]);
  expect(shifts(meetings({ status: "postponed" }), meetings({}))).toHaveLength(1);
  expect(shifts(meetings({ status: "held" }), meetings({ status: "tentative" }))).toEqual([]);
  expect(shifts(meetings({}), meetings({}), meetings({ status: "tentative" }))).toEqual([]);
  expect(shifts(meetings({}), meetings({ kind: "ministerial", status: "tentative" }))).toEqual([]);
});

test("a meeting that was known by its month has its days now", () => {
  const month = step({ monthMeetings: [{ month: "2026-07", kind: "plenary", status: "upcoming", quote: QUOTE }] });
  expect(shifts(step({ meetings: [round] }), month)).toEqual([
    {
      part: "meeting",
      before: { start: undefined, end: undefined, month: "2026-07", status: "upcoming" },
      now: { start: round.start, end: round.end, month: undefined, status: "upcoming" },
    },
  ]);
});
