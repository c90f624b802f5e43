import { expect, it } from "vitest";
import { COMMANDS } from "../../../src/commands/index.ts";
import { placeWords } from "../../../src/commands/typed.ts";
import { LANGUAGES } from "../../../src/model/language.ts";
import { commandOf, TOPICS } from "./desk.ts";

const EN = { topics: TOPICS, language: "en" } as const;

function place(name: string, words: readonly string[], named: Record<string, string> = {}): object {
  return placeWords(commandOf(name), words, named, EN);
}

it("words find their option in any order, topics by id or name in any language", () => {
  expect(place("meetings", ["2026", "council", "moratorium"])).toEqual({
    when: "2026",
    body: "council",
    topic: "moratorium",
  });
  expect(place("meetings", ["signatures electroniques"])).toEqual({ topic: "signatures electroniques" });
  expect(place("latest", ["3"], { topic: "moratorium" })).toEqual({ n: "3", topic: "moratorium" });
});

it("a search takes all words, and what has spaces in it as a phrase", () => {
  expect(place("search", ["customs duties", "2026", "moratorium"])).toEqual({
    words: '"customs duties" 2026 moratorium',
  });
  expect(place("search", ['"customs duties" spam'])).toEqual({ words: '"customs duties" spam' });
});

it("a word that fits nowhere is answered with what it may have been meant to be, or with examples", () => {
  expect(() => place("meetings", ["moratorum"])).toThrow("Did you mean “moratorium”?");
  expect(() => place("meetings", ["upcomming"])).toThrow("Did you mean “upcoming”?");
  expect(() => place("latest", ["nonsense"])).toThrow(/“nonsense” is not understood here.*latest moratorium/);
  expect(() => place("meetings", ["2026", "2025"])).toThrow("“2025” is not understood here");
});

it("what is missing is asked for by example", () => {
  expect(() => place("search", [])).toThrow(/what to look for.*search "customs duties"/);
  expect(() => place("item", [])).toThrow("the item's address or id");
});

it.each(COMMANDS.map((command) => [command.name, command] as const))(
  "%s: what its examples say is understood, and fits the limits of a chat command",
  (name, command) => {
    for (const example of command.examples) {
      const [first, ...words] = example.split(" ");
      expect(first).toBe(name);
      const at = words.findIndex((word) => word.startsWith("--"));
      const named = at < 0 ? {} : { [words[at]?.slice(2) ?? ""]: words[at + 1] ?? "" };
      placeWords(command, at < 0 ? words : words.slice(0, at), named, EN);
    }
    // https://discord.com/developers/docs/interactions/application-commands#application-command-object
    for (const { summary } of [command, ...command.options])
      for (const language of LANGUAGES) expect(summary[language].length).toBeLessThanOrEqual(100);
    for (const { choices = [] } of command.options) expect(choices.length).toBeLessThanOrEqual(25);
  },
);
