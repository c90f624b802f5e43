import { configuredOf } from "../app.ts";
import { answerText } from "../chat/terminal/answer-text.ts";
import type { Command } from "../commands/command.ts";
import { placeWords } from "../commands/typed.ts";
import { askToolsOf } from "../desks.ts";
import type { Settings } from "../settings.ts";
import { openArchive } from "../store/open.ts";
import type { World } from "../world.ts";

/** What was typed behind the name of a look-up. */
export interface Typed {
  /** Words without the name of an option. */
  readonly words: readonly string[];
  /** By the names of the options. */
  readonly named: Readonly<Record<string, string>>;
  /** From 1. */
  readonly page: number;
  readonly json: boolean;
}

/** Answers a look-up from the database and prints the answer. Throws RequestError where it can't be understood. */
export async function ask(command: Command, typed: Typed, settings: Settings, world: World): Promise<void> {
  const { config, rules } = settings;
  const values = placeWords(command, typed.words, typed.named, { topics: rules.topics, language: config.language });
  await using store = await openArchive(config.database);
  const answer = await command.run(
    { values, page: typed.page },
    await askToolsOf(store.db, settings, configuredOf(config), world.clock.now()),
  );
  if (!typed.json) return world.print(answerText(answer, (page) => `--page ${page}`));
  const { title, page, notes, entries } = answer;
  const data = { title, ...(page && { page }), notes, entries: entries.map((entry) => entry.data) };
  world.print(`${JSON.stringify(data)}\n`);
}
