import { randomUUID } from "node:crypto";
import type { Asked, Desk, Reply } from "../../model/ask.ts";
import { pageWordsOf } from "../../model/page-words.ts";
import { answerText } from "./answer-text.ts";

/** What a conversation at a terminal needs. */
export interface Prompting {
  readonly desk: Desk;
  /** What is typed, a line at a time; ends where the person does. */
  readonly lines: AsyncIterable<string>;
  readonly print: (text: string) => void;
  /** The channel that is talked in. */
  readonly channel: () => string;
  /** Who sits at the terminal. */
  readonly person: string;
}

/** Answers what is typed until there is no more of it. Who sits at the bot's own terminal may change anything. */
export async function converse(prompting: Prompting, signal: AbortSignal): Promise<void> {
  let last: Reply | undefined;
  for await (const line of prompting.lines) {
    if (signal.aborted) return;
    const text = line.trim().replace(/^\/(?:wto\b ?)?/, "");
    if (text === "") continue;
    const asked = (await turned(text, last)) ?? { kind: "typed", text };
    const reply = await answerTo(asked, prompting, signal);
    if (reply === undefined) continue;
    last = reply;
    prompting.print(`${shown(reply)}\n`);
  }
}

async function answerTo(asked: Asked, prompting: Prompting, signal: AbortSignal): Promise<Reply | undefined> {
  const { desk, channel, person } = prompting;
  const question = {
    id: randomUUID(),
    channel: channel(),
    workspace: undefined,
    asker: { id: person, name: person, mayManage: async () => true },
    language: undefined,
    asked,
  };
  return await desk.ask(question, signal);
}

/** Words that stand for the buttons of the last answer. */
async function turned(text: string, last: Reply | undefined): Promise<Asked | undefined> {
  if (last === undefined) return undefined;
  const word = text.toLowerCase();
  const { page, pages } = last.place;
  const names = pageWordsOf(last.answer.language);
  const by = word === names.next.toLowerCase() ? 1 : word === names.previous.toLowerCase() ? -1 : 0;
  if (by !== 0 && page + by >= 1 && page + by <= pages)
    return { kind: "page", token: await last.keep(), page: page + by, sheet: 0 };
  const button = last.buttons.find(({ label }) => label.toLowerCase() === word);
  return button === undefined ? undefined : { kind: "button", id: button.id };
}

function shown({ answer, buttons }: Reply): string {
  const names = pageWordsOf(answer.language);
  const text = answerText(answer, () => names.next.toLowerCase());
  const labels = buttons.map(({ label }) => label.toLowerCase());
  return labels.length === 0 ? text : `${text}(${labels.join(" · ")})\n`;
}
