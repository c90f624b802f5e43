import { expect, it } from "vitest";
import { processesOf } from "../../../src/analysis/processes.ts";
import type { Item } from "../../../src/model/item.ts";

function processes(title: string, description = "", topics: readonly string[] = []): readonly string[] {
  const item: Item = {
    url: undefined,
    guid: undefined,
    title,
    published: "2026-06-01",
    language: "en",
    description,
    text: undefined,
  };
  return processesOf(item, topics);
}

it("topics that are processes are those of the item, in their order", () => {
  expect(processes("Members meet", "", ["spam", "moratorium", "joint-initiative"])).toEqual([
    "joint-initiative",
    "moratorium",
  ]);
});

it.each([
  ["Members look ahead to MC14", ["mc14"]],
  ["Members look ahead to MC 14 and beyond MC13", ["mc14", "mc13"]],
  ["The 13th Ministerial Conference ends", ["mc13"]],
  ["The Fourteenth Ministerial Conference opens", ["mc14"]],
  ["La 13e Conférence ministérielle s’achève", ["mc13"]],
  ["La treizième Conférence ministérielle s’achève", ["mc13"]],
  ["La Decimotercera Conferencia Ministerial termina", ["mc13"]],
  ["La 13ª Conferencia Ministerial termina", ["mc13"]],
  ["The Ministerial Conference nears", []],
  ["A paper on MCX14 and GMC12", []],
])("%s", (title, expected) => {
  expect(processes(title)).toEqual(expected);
});

it("a conference that only the lead names counts, once", () => {
  expect(processes("Members meet", "Ministers at MC13 agreed; MC13 was in Abu Dhabi.")).toEqual(["mc13"]);
});
