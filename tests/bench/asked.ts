import type { AskTools } from "../../src/commands/command.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { placeWords } from "../../src/commands/typed.ts";
import type { Answer } from "../../src/model/answer.ts";
import type { Db } from "../../src/store/tables.ts";
import { TOPICS } from "./archive.ts";

/** An item of the archive. */
export const ID = "item-99";

/** What is asked: each look-up, easy and hard. */
export const TYPED: readonly (readonly string[])[] = [
  ["meetings"],
  ["meetings", "upcoming"],
  ["meetings", "topic-0"],
  ["meetings", "topic-0", "2020", "council"],
  ["latest"],
  ["latest", "topic-0", "25"],
  ["search", "word900"],
  ["search", "word0"],
  ["search", "word0", "word1", "word2"],
  ["search", "word0 word1"],
  ["search", "word1*"],
  ["item", ID],
  ["why", ID],
  ["history", ID],
  ["timeline", "joint-initiative"],
  ["topics"],
  ["status"],
];

/** What answering needs, on the archive of `fillArchive`. */
export function askTools(db: Db): AskTools {
  return {
    db,
    now: Date.UTC(2026, 5, 15),
    timezone: "Europe/Zurich",
    language: "en",
    topics: TOPICS,
    channels: [],
    feeds: ["wto-news"],
    keyOf: () => undefined,
    explain: () => [],
    example: (text) => text,
  };
}

/** Answers what is typed. */
export async function ask([name, ...words]: readonly string[], tools: AskTools): Promise<Answer> {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  return await command.run({ values: placeWords(command, words, {}, tools), page: 1 }, tools);
}
