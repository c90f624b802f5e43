import fc from "fast-check";
import { expect, test } from "vitest";
import { LOOK_UPS } from "../../../src/commands/index.ts";
import { MANAGING } from "../../../src/commands/manage/index.ts";
import { RequestError } from "../../../src/commands/request-error.ts";
import type { Language } from "../../../src/model/language.ts";
import { understand, type Understood } from "../../../src/commands/typed-line.ts";
import { TOPICS } from "./desk.ts";

const COMMANDS = [...LOOK_UPS, ...MANAGING];
const names = COMMANDS.map(({ name }) => name);
const options = COMMANDS.flatMap((command) => command.options.map(({ name }) => name));

/** What people type, or what somebody types who wants to see it break. */
const word = fc.oneof(
  fc.constantFrom(...names, ...options.map((name) => `${name}:`), ...options.map((name) => `--${name}`)),
  fc.constantFrom("moratorium", "e-signatures", "2026", "2026-03..2026-06", "upcoming", "daily", "17:30", "off", "all"),
  fc.constantFrom(
    '"',
    "''",
    "“",
    "--",
    "=",
    ":",
    "\u0000",
    "\u202e",
    "__proto__",
    "constructor:",
    "<@U1>",
    "@everyone",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
const line = fc
  .tuple(fc.option(fc.constantFrom(...names), { nil: undefined }), fc.array(word, { maxLength: 12 }))
  .map(([name, words]) => [name ?? "", ...words].join(" "));

test("whatever is typed is understood or told what is wrong, and names no value that the command has not", () => {
  fc.assert(
    fc.property(line, fc.constantFrom("en" as const, "fr" as const, "es" as const), (text, language) => {
      const { command, values } = read(text, language);
      const known = COMMANDS.find(({ name }) => name === command)?.options.map(({ name }) => name) ?? [];
      expect(Object.keys(values).filter((name) => !known.includes(name))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['"', "a", "a ", "--a ", "a:", "=", "“a", "search a ", "\\"])(
  "a line without end of %j is read to its end",
  (part) => {
    expect(read(`search ${part.repeat(200_000)}`, "en")).toBeDefined();
  },
);

/** What was understood, or the sentence that was said instead. */
function read(text: string, language: Language): Understood {
  try {
    return understand(text, COMMANDS, { topics: TOPICS, language });
  } catch (error) {
    if (error instanceof RequestError && error.message !== "") return { command: error.message, values: {} };
    throw error;
  }
}
