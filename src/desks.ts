import type { ChatAdapter } from "./chat/adapter.ts";
import type { AskTools, ShowExample } from "./commands/command.ts";
import { createDesk } from "./commands/desk.ts";
import { asChosen, asItIs, asTyped } from "./commands/examples.ts";
import { channelsNow, type Configured } from "./delivery/subscriptions.ts";
import { keysOf } from "./feed/identity.ts";
import type { Desk } from "./model/ask.ts";
import type { Language } from "./model/language.ts";
import type { Clock, Millis } from "./model/time.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store/open.ts";
import { removeSubscriptions } from "./store/subscriptions.ts";
import type { Db } from "./store/tables.ts";
import { explain } from "./analysis/explain.ts";
import { itemOf } from "./store/items.ts";

/** What answering the questions of the chats needs. */
export interface DesksTools {
  readonly settings: Settings;
  readonly store: Store;
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  readonly configured: Configured;
  readonly clock: Clock;
  /** Wakes the deliveries. */
  readonly ring: () => void;
}

/** The desk of the chat of that name. */
export function deskFor(chat: string, tools: DesksTools): Desk {
  const { settings, store, adapters, configured, clock, ring } = tools;
  const { log, rules, config } = settings;
  const platform = config.chats.find((one) => one.name === chat)?.platform;
  const example: ShowExample =
    platform === "discord" ? asChosen(rules.topics) : platform === "terminal" ? asItIs : asTyped;
  return createDesk({
    chat,
    ask: async (at) => ({ ...(await askToolsOf(store.db, settings, configured, at)), example }),
    management: {
      transaction: (work) => store.transaction(work),
      configured,
      trouble: async (name, channel, signal) => await troubleIn(adapters.get(name), channel, signal),
      ring,
      removed: async (name, workspace) => {
        const channels = await store.transaction((db) => removeSubscriptions(db, name, workspace, clock.now()));
        log.warn({ chat: name, workspace, channels }, "the bot was removed: what was subscribed there is over");
      },
    },
    clock,
    log,
  });
}

/** What keeps the bot from working in a channel, each with its remedy. */
async function troubleIn(
  adapter: ChatAdapter | undefined,
  channel: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const findings = (await adapter?.verify([channel], signal)) ?? [];
  const here = findings.filter(({ ok, subject }) => !ok && subject.includes(channel));
  return here.map(({ detail, remedy }) => (remedy === undefined ? detail : `${detail}: ${remedy}.`));
}

/** What a look-up reads: the archive, the channels and the configuration, at a moment. */
export async function askToolsOf(
  db: Db,
  { config, rules }: Settings,
  configured: Configured,
  now: Millis,
): Promise<AskTools> {
  return {
    db,
    now,
    timezone: config.timezone,
    language: config.language,
    topics: rules.topics,
    channels: await channelsNow(db, configured),
    feeds: config.feeds.map((feed) => feed.name),
    keyOf: (source) => (/^https?:\/\//i.test(source) ? keyOfAddress(source, config.language) : undefined),
    explain: (version) => explain(itemOf(version), rules),
    example: asItIs,
  };
}

function keyOfAddress(url: string, language: Language): string | undefined {
  const [key] = keysOf({
    url,
    guid: undefined,
    title: "",
    published: undefined,
    language,
    description: "",
    text: undefined,
  });
  return key;
}
