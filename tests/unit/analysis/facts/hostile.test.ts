import { expect, test } from "vitest";
import { documentsOf } from "../../../../src/analysis/facts/documents.ts";
import { meetingsOf } from "../../../../src/analysis/facts/meetings.ts";
import { participantsOf } from "../../../../src/analysis/facts/participants.ts";
import { peopleOf } from "../../../../src/analysis/facts/people.ts";
import { targetsOf } from "../../../../src/analysis/facts/targets.ts";
import { sentencesOf } from "../../../../src/analysis/sentences.ts";

const MEGABYTE = 1_000_000;

// Each unit feeds one rule with its own beginnings, again and again; what runs away never comes to its end.
test.each([
  "a",
  "Aa ",
  "1 ",
  "1, ",
  "1 and ",
  "25 to 28 ",
  "25 October ",
  "25 October to ",
  "on 3 May a plenary met. ",
  "until MC13 or ",
  "by the end of ",
  "Ambassador ",
  "Ambassador Aa of ",
  "Ambassador Aa Bb of Chile and Cc Dd, ",
  "the number of participants ",
  "number of participants is to 87 ",
  "draft text proposal one other third ",
  "Aa of the Bb of the Cc said. ",
  "WT/GC/W/1/",
  "WT/((((",
  "(MC13) (",
  "co-convenor, of the ",
  "les réunions du 25 au ",
])(
  "a megabyte of %j is read to its end",
  (unit) => {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length));
    const item = {
      url: undefined,
      guid: undefined,
      title: "T",
      published: "2023-05-05",
      language: "en" as const,
      description: "",
      text,
    };
    const sentences = sentencesOf(item);
    const read = [meetingsOf(item, sentences), targetsOf(item, sentences), peopleOf(item, sentences)];
    expect(read.every((list) => list.length < MEGABYTE)).toBe(true);
    expect(documentsOf(sentences).length).toBeLessThan(MEGABYTE);
    expect(participantsOf(item, sentences)?.count ?? 87).toBe(87);
  },
  60_000,
);
