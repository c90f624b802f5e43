import type { Desk, Question, Reply } from "../model/ask.ts";
import type { Log } from "../model/log.ts";
import type { Clock, Millis } from "../model/time.ts";
import type { AskTools } from "./command.ts";
import { COMMANDS } from "./index.ts";

/** What answering the questions of one chat needs. */
export interface DeskTools {
  /** The chat's name in the configuration. */
  readonly chat: string;
  readonly ask: (at: Millis) => AskTools;
  readonly clock: Clock;
  readonly log: Log;
}

/** The desk of one chat. */
export function createDesk(tools: DeskTools): Desk {
  return {
    commands: COMMANDS,
    ask: (question) => answer(question, tools),
    suggest: async () => [],
    removed: async () => {},
  };
}

async function answer({ asked, language }: Question, { ask, clock }: DeskTools): Promise<Reply | undefined> {
  const command = asked.kind === "command" ? COMMANDS.find((one) => one.name === asked.command) : undefined;
  if (asked.kind !== "command" || command === undefined) return undefined;
  const tools = ask(clock.now());
  const inLanguage = language === undefined ? tools : { ...tools, language };
  return {
    answer: await command.run({ values: asked.values, page: 1 }, inLanguage),
    audience: "asker",
    askedBy: undefined,
    buttons: [],
    refinements: [],
    place: { page: 1, pages: 1, sheet: 0 },
    keep: async () => "",
    replaces: false,
  };
}
