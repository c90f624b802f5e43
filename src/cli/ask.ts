import { channelsOf } from "../app.ts";
import type { AskTools, Command } from "../commands/command.ts";
import { placeWords } from "../commands/typed.ts";
import { keysOf } from "../feed/identity.ts";
import type { Settings } from "../settings.ts";
import { openStore } from "../store/open.ts";
import type { Db } from "../store/tables.ts";
import type { World } from "../world.ts";
import { answerText } from "./answer-text.ts";

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
  await using store = await openStore(config.database);
  const answer = await command.run({ values, page: typed.page }, askTools(store.db, settings, world));
  if (!typed.json) return world.print(answerText(answer));
  const { title, page, notes, entries } = answer;
  const data = { title, ...(page && { page }), notes, entries: entries.map((entry) => entry.data) };
  world.print(`${JSON.stringify(data)}\n`);
}

function askTools(db: Db, { config, rules }: Settings, world: World): AskTools {
  return {
    db,
    now: world.clock.now(),
    timezone: config.timezone,
    language: config.language,
    topics: rules.topics,
    channels: channelsOf(config),
    feeds: config.feeds.map((feed) => feed.name),
    keyOf: (source) => (/^https?:\/\//i.test(source) ? keyOfAddress(source, config.language) : undefined),
  };
}

function keyOfAddress(url: string, language: AskTools["language"]): string | undefined {
  return keysOf({
    url,
    guid: undefined,
    title: "",
    published: undefined,
    language,
    description: "",
    text: undefined,
  })[0];
}
