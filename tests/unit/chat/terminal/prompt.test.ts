import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { converse } from "../../../../src/chat/terminal/prompt.ts";
import type { Desk, Question, Reply } from "../../../../src/model/ask.ts";

const GO = new AbortController().signal;

async function* typed(...lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

function reply(title: string, page: number): Reply {
  return {
    answer: {
      language: "en",
      title,
      entries: [
        { headline: [{ text: "One", isMarked: false }], url: undefined, day: undefined, lines: [], data: null },
      ],
      page: { number: page, pages: 2, offset: page - 1, total: 2 },
      notes: [],
    },
    audience: "asker",
    askedBy: undefined,
    buttons: [{ id: "undo:1", label: "Undo" }],
    refinements: [],
    place: { page, pages: 2, sheet: 0 },
    keep: async () => "token",
    replaces: false,
  };
}

test("lines are questions, pages are turned and buttons pressed by their words", async () => {
  const questions: Question[] = [];
  const desk: Desk = {
    commands: [],
    suggest: async () => [],
    removed: async () => {},
    async ask(question) {
      questions.push(question);
      return reply("Answer", question.asked.kind === "page" ? question.asked.page : 1);
    },
  };
  const printed: string[] = [];
  const lines = typed("", "/wto meetings 2026", "next", "Next", "previous", "undo", "undone things");
  const print = (text: string): void => void printed.push(stripVTControlCharacters(text));
  await converse({ desk, lines, print, channel: () => "news", person: "me" }, GO);

  expect(questions.map(({ asked }) => asked)).toEqual([
    { kind: "typed", text: "meetings 2026" },
    { kind: "page", token: "token", page: 2, sheet: 0 },
    // There is no third page: then the word is a question.
    { kind: "typed", text: "Next" },
    { kind: "typed", text: "previous" },
    { kind: "button", id: "undo:1" },
    { kind: "typed", text: "undone things" },
  ]);
  expect(questions[0]).toMatchObject({ channel: "news", asker: { id: "me" } });
  expect(await questions[0]?.asker.mayManage()).toBe(true);
  expect(printed[0]).toBe("Answer\n\nOne\n\n1–1 of 2; Next: next\n(undo)\n\n");
  expect(printed[1]).toContain("2–2 of 2");
});
