import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRules } from "../../../src/config/topics.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { ConfigError } from "../../../src/config/problems.ts";
import { isCron } from "../../../src/schedule.ts";

const file = async (name: string): Promise<string> =>
  await readFile(new URL(`../../../config/${name}`, import.meta.url), "utf8");
const EXAMPLE = await file("tradepost.example.yaml");
const TOPICS = await file("topics.yaml");

/** A file that somebody was editing when the cat walked over the keyboard. */
function damaged(text: string): fc.Arbitrary<string> {
  const lines = text.split("\n");
  const scrap = fc.oneof(
    fc.constantFrom(
      "",
      "\t",
      "- ",
      "{",
      "[",
      "}",
      ":",
      "&a",
      "*a",
      "<<: *a",
      "!!js/function x",
      "|",
      ">",
      "%YAML 9",
      "---",
      "${",
      "${X}",
      "\u0000",
      "\ufeff",
      "? ",
      "1e999",
      "0x1p3",
      "~",
      "__proto__: 1",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
  );
  return fc
    .array(fc.tuple(fc.nat(lines.length), fc.constantFrom("insert", "replace", "drop", "append"), scrap), {
      maxLength: 6,
    })
    .map((edits) => {
      const made = [...lines];
      for (const [at, how, text] of edits) {
        if (how === "insert") made.splice(at, 0, text);
        if (how === "replace") made[at] = text;
        if (how === "drop") made.splice(at, 1);
        if (how === "append") made[at] = `${made[at] ?? ""}${text}`;
      }
      return made.join("\n");
    });
}

test("whatever a configuration holds, it is taken or told what is wrong with it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged(EXAMPLE), fc.string({ unit: "binary", maxLength: 300 })), async (text) => {
      const read = async (): Promise<string> => text;
      const outcome = await loadConfig("c.yaml", { env: {}, topicIds: [], isCron, readFile: read }).then(
        () => "taken",
        whatWasSaid,
      );
      expect(outcome).not.toBe("");
    }),
    { numRuns: 400 },
  );
});

test("whatever the rules hold, they are taken or told what is wrong with them", () => {
  fc.assert(
    fc.property(fc.oneof(damaged(TOPICS), fc.string({ unit: "binary", maxLength: 300 })), (text) => {
      const read = (): string => {
        try {
          parseRules(text, "topics.yaml");
          return "taken";
        } catch (error) {
          return whatWasSaid(error);
        }
      };
      expect(read()).not.toBe("");
    }),
    { numRuns: 200 },
  );
});

/** Only a configuration's own error may come. */
function whatWasSaid(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  throw error;
}
