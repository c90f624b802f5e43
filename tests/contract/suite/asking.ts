import { describe, expect, test } from "vitest";
import type { Answer, Entry } from "../../../src/model/answer.ts";
import type { Desk, OfferedCommand, Question, Reply } from "../../../src/model/ask.ts";
import { delivery, GO, on, type Open } from "./opening.ts";
import { HOSTILE, ITEM_URL, notePost } from "./posts.ts";
import type { Platform } from "./platform.ts";
import { wordsOf } from "./reading.ts";
import type { Said, Talk } from "./talk.ts";

const TOLD = { en: "what to find", fr: "ce qu’il faut trouver", es: "lo que se busca" };
const COMMANDS: readonly OfferedCommand[] = [
  {
    name: "find",
    audience: "everyone",
    summary: TOLD,
    options: [
      { name: "topic", kind: "topic", summary: TOLD, required: false },
      { name: "body", kind: "choice", summary: TOLD, required: false, choices: ["council", "plenary"] },
      { name: "n", kind: "count", summary: TOLD, required: false },
      { name: "share", kind: "flag", summary: TOLD, required: false },
    ],
    examples: ["find moratorium"],
  },
  { name: "change", audience: "managers", summary: TOLD, options: [], examples: ["change"] },
];

/** A desk that says what it is told to, and remembers what it was asked. */
interface TestDesk extends Desk {
  readonly questions: Question[];
}

function deskOf(answer: (question: Question) => Promise<Reply | undefined> | Reply | undefined): TestDesk {
  const questions: Question[] = [];
  return {
    commands: COMMANDS,
    questions,
    async ask(question) {
      questions.push(question);
      return await answer(question);
    },
    suggest: async ({ text }) => [{ label: `Topic ${text}`, value: `topic-${text}` }],
    removed: async () => {},
  };
}

function reply(changes: Partial<Reply> & { readonly title?: string; readonly entries?: readonly Entry[] } = {}): Reply {
  const { title = "What there is", entries = [], ...rest } = changes;
  const answer: Answer = {
    language: "en",
    title,
    entries,
    page: entries.length === 0 ? undefined : { number: 1, pages: 1, offset: 0, total: entries.length },
    notes: [],
  };
  return {
    answer,
    audience: "asker",
    askedBy: undefined,
    buttons: [],
    refinements: [],
    place: { page: 1, pages: 1, sheet: 0 },
    keep: async () => "0123456789abcdef01234567",
    replaces: false,
    ...rest,
  };
}

function entry(text: string, size = 1): Entry {
  return {
    headline: [
      { text: `About ${text}: `, isMarked: false },
      { text: "found", isMarked: true },
    ],
    url: ITEM_URL,
    day: { day: "2026-06-23", text: "23 June 2026" },
    lines: [
      { kind: "point", spans: [{ text: `${text} `.repeat(size).trim(), isMarked: false }] },
      { kind: "quote", text: `They say ${text}.` },
      { kind: "fact", label: "Item", value: text },
      { kind: "source", text: "Where it stands", url: ITEM_URL, day: undefined },
    ],
    data: null,
  };
}

async function talking(open: Open, desk: Desk, run: (talk: Talk, platform: Platform) => Promise<void>): Promise<void> {
  await on(open, async (platform) => {
    await platform.adapter.listen(desk, GO);
    if (platform.talk === undefined) throw new Error("this platform has nobody to talk to");
    await run(platform.talk, platform);
  });
}

function heard(said: Said | undefined): Said {
  if (said === undefined) throw new Error("nothing was said");
  return said;
}

/** People ask by commands and buttons, and the adapter brings it to the desk and back. */
export function describeAsking(name: string, open: Open): void {
  describe(`asking: ${name}`, () => {
    test("a command is answered, privately, with all that the answer holds", async () => {
      await talking(
        open,
        deskOf(() => reply({ entries: [entry("duties")] })),
        async (talk) => {
          const said = heard(await talk.ask("find", { topic: "moratorium" }));
          expect(said.isPrivate).toBe(true);
          for (const text of [
            "What there is",
            "About duties: found",
            "23 June 2026",
            "They say duties.",
            "Where it stands",
          ])
            expect(wordsOf(said.text)).toContain(text);
          expect(said.links.map(({ url }) => url)).toContain(ITEM_URL);
        },
      );
    });

    test("the desk hears who asks, where, and what", async () => {
      const desk = deskOf(() => reply());
      await talking(open, desk, async (talk, platform) => {
        await talk.ask("find", { topic: "moratorium", n: "3" });
        const [question] = desk.questions;
        expect(question?.channel).toBe(platform.channel);
        expect(question?.asker.id).not.toBe("");
        expect(question?.asker.name).not.toBe("");
        const values = { topic: "moratorium", n: "3" };
        expect([
          { kind: "command", command: "find", values },
          { kind: "typed", text: "find topic:moratorium n:3" },
        ]).toContainEqual(question?.asked);
      });
    });

    test("a shared answer is seen by all, with who asked", async () => {
      const shared = () => reply({ audience: "channel", askedBy: "Asked by Ana" });
      await talking(open, deskOf(shared), async (talk) => {
        const said = heard(await talk.ask("find", { share: "true" }));
        expect(said.isPrivate).toBe(false);
        expect(said.text).toContain("Asked by Ana");
      });
    });

    test("text of a feed is text in answers too", async () => {
      const entries = HOSTILE.map(({ text }) => entry(text));
      for (const one of entries) {
        await talking(
          open,
          deskOf(() => reply({ entries: [one] })),
          async (talk) => {
            const said = heard(await talk.ask("find"));
            expect(said.pings).toEqual([]);
            for (const link of said.links) expect(link.url).toBe(ITEM_URL);
          },
        );
      }
    });

    test("a long answer goes on by buttons, back and forth, and nothing is lost", async () => {
      const entries = Array.from({ length: 10 }, (_, at) => entry(`word${at}`, 150));
      const desk = deskOf(({ asked }) =>
        asked.kind === "page"
          ? reply({ entries, replaces: true, place: { page: 1, pages: 1, sheet: asked.sheet } })
          : reply({ entries }),
      );
      await talking(open, desk, async (talk) => {
        let said = heard(await talk.ask("find"));
        const texts = [said.text];
        while (said.buttons.some((label) => /Next/.test(label))) {
          said = heard(await talk.press(said, /Next/));
          expect(said.replaces).toBe(true);
          texts.push(said.text);
        }
        const all = texts.join("\n");
        for (let at = 0; at < 10; at += 1) expect(all.split(`word${at} `).length).toBeGreaterThanOrEqual(150);
        expect(texts.length).toBeGreaterThan(1);
        expect(said.buttons.some((label) => /Previous/.test(label))).toBe(true);
        expect(heard(await talk.press(said, /Previous/)).text).toBe(texts.at(-2));
        const asked = desk.questions.at(-1)?.asked;
        expect(asked).toMatchObject({ kind: "page", token: "0123456789abcdef01234567", page: 1 });
      });
    });

    test("the next page is asked for where a page has but one sheet, and the page before by its end", async () => {
      const desk = deskOf(() => reply({ entries: [entry("x")], place: { page: 2, pages: 3, sheet: 0 } }));
      await talking(open, desk, async (talk) => {
        const said = heard(await talk.ask("find"));
        await talk.press(said, /Next/);
        await talk.press(said, /Previous/);
        expect(desk.questions.slice(1).map(({ asked }) => asked)).toMatchObject([
          { kind: "page", page: 3, sheet: 0 },
          { kind: "page", page: 1, sheet: "last" },
        ]);
      });
    });

    test("a question delivered twice is answered once", async () => {
      const seen = new Set<string>();
      const desk = deskOf(({ id }) => {
        if (seen.has(id)) return undefined;
        seen.add(id);
        return reply();
      });
      await talking(open, desk, async (talk) => {
        expect(await talk.ask("find")).toBeDefined();
        expect(await talk.repeat()).toBeUndefined();
        expect(seen.size).toBe(1);
      });
    });

    test("an answer that takes its time comes all the same, privately", async () => {
      const slow = async (): Promise<Reply> => {
        await new Promise((resolve) => {
          setTimeout(resolve, 2_000);
        });
        return reply({ title: "At last" });
      };
      await talking(open, deskOf(slow), async (talk) => {
        const said = heard(await talk.ask("find"));
        expect(said.text).toContain("At last");
        expect(said.isPrivate).toBe(true);
      });
    });

    test("an answer that comes too late harms nothing", async () => {
      const { promise, resolve } = Promise.withResolvers<Reply>();
      let first = true;
      const desk = deskOf(() => {
        if (!first) return reply({ title: "Here again" });
        first = false;
        return promise;
      });
      await talking(open, desk, async (talk) => {
        const late = talk.ask("find");
        await expect.poll(() => desk.questions.length).toBe(1);
        talk.expire();
        // Later than any adapter may wait with its first answer.
        setTimeout(resolve, 2_500, reply());
        expect(await late).toBeUndefined();
        expect(heard(await talk.ask("find")).text).toContain("Here again");
      });
    });

    test("the platform says who may manage", async () => {
      const desk = deskOf(() => reply({ buttons: [{ id: "undo:1", label: "Undo" }] }));
      await talking(open, desk, async (talk) => {
        const said = heard(await talk.ask("change", {}, "manager"));
        await talk.press(said, /Undo/, "manager");
        await talk.press(said, /Undo/, "reader");
        expect(desk.questions.slice(1).map(({ asked }) => asked)).toEqual([
          { kind: "button", id: "undo:1" },
          { kind: "button", id: "undo:1" },
        ]);
        const may = await Promise.all(desk.questions.map(({ asker }) => asker.mayManage()));
        expect(may).toEqual([true, true, false]);
      });
    });

    test("buttons below a post are brought to the desk, and answered to who pressed", async () => {
      const desk = deskOf(() => reply({ title: "Undone" }));
      await talking(open, desk, async (talk, platform) => {
        const post = notePost({ buttons: [{ id: "undo:0123456789abcdef01234567", label: "Undo" }] });
        await platform.adapter.send(post, delivery(platform), GO);
        const said = heard(await talk.pressPosted(/Undo/, "manager"));
        expect(desk.questions[0]?.asked).toEqual({ kind: "button", id: "undo:0123456789abcdef01234567" });
        expect(said).toMatchObject({ isPrivate: true, replaces: false });
        expect(await platform.messages(platform.channel)).toHaveLength(1);
      });
    });

    test("what is being typed is met with values, where the platform does that", async () => {
      await talking(
        open,
        deskOf(() => reply()),
        async ({ suggest }) => {
          const values = suggest === undefined ? ["topic-mor"] : await suggest("find", "topic", "mor");
          expect(values).toEqual(["topic-mor"]);
        },
      );
    });
  });
}
