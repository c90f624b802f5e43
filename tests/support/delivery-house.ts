import type { ChatAdapter } from "../../src/chat/adapter.ts";
import type { Briefing } from "../../src/delivery/briefs.ts";
import { channelId, NO_WISHES, type Channel, type ReadChannels } from "../../src/delivery/channel.ts";
import { deliverDue } from "../../src/delivery/dispatch.ts";
import { listReady } from "../../src/delivery/order.ts";
import { queueCorrections, queueNews } from "../../src/delivery/queue.ts";
import type { DeliveryTools } from "../../src/delivery/tools.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Log } from "../../src/model/log.ts";
import type { Topic } from "../../src/model/topic.ts";
import { ensureChannel } from "../../src/store/channels.ts";
import { createItem, readItem, saveVersion, type StoredItem } from "../../src/store/items.ts";
import { encodeAnalysis } from "../../src/store/analysis.ts";
import type { Engine } from "../../src/store/engine.ts";
import type { Store } from "../../src/store/open.ts";
import { handClock, type HandClock } from "./clock.ts";
import { freshStore } from "./database.ts";
import { simulatedChat, type ChatOptions, type SimulatedChat } from "./simulated-chat.ts";

export const START = Date.UTC(2026, 5, 23, 9, 0);
export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Delivery over a real database, with a clock led by hand. */
export interface House extends AsyncDisposable {
  readonly store: Store;
  readonly clock: HandClock;
  readonly tools: DeliveryTools;
  /** Delivers what is due, then moves the clock to whatever is due next, until nothing waits or a limit of rounds. */
  settle(): Promise<void>;
}

interface Options {
  /** SQLite unless told otherwise. */
  readonly engine?: Engine;
  readonly adapters: (clock: HandClock) => Readonly<Record<string, ChatAdapter>>;
  readonly channels: readonly Channel[];
  readonly operators?: Channel;
  readonly topics?: readonly Topic[];
  /** Where the channels change while the house is open; those above where left out. */
  readonly reached?: ReadChannels;
  readonly briefing?: Briefing;
}

const NEVER = new AbortController().signal;

export async function openHouse({
  engine = "sqlite",
  adapters,
  channels,
  operators,
  topics = [],
  reached,
  briefing,
}: Options): Promise<House> {
  const clock = handClock(START);
  const store = await freshStore(engine);
  const all = operators === undefined ? channels : [...channels, operators];
  for (const { id, chat, channel } of all) await ensureChannel(store.db, { id, chat, channel, now: clock.now() });
  const tools: DeliveryTools = {
    store,
    adapters: new Map(Object.entries(adapters(clock))),
    channels: reached ?? (async () => all),
    operators: operators && { id: operators.id, chat: operators.chat, instead: undefined },
    wording: { topics, timezone: "Europe/Zurich" },
    clock,
    log: SILENT,
    random: () => 0,
    briefing,
  };
  return {
    store,
    clock,
    tools,
    async settle() {
      for (let round = 0; round < 500; round++) {
        await deliverDue(tools, { soon: NEVER, now: NEVER });
        const ready = await listReady(store.db, await tools.channels(store.db), clock.now());
        if (ready.length === 0) return;
        clock.moveTo(Math.max(clock.now(), Math.min(...ready.map(({ readyAt }) => readyAt))));
      }
      throw new Error("deliveries never settle");
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

/** What is said of the present moment at once, without moving the clock. */
export async function deliverNow(house: House): Promise<void> {
  await deliverDue(house.tools, { soon: NEVER, now: NEVER });
}

/** A simulated chat and a house over it whose only chat it is, under the name `office`. */
export async function openScene(
  options: Omit<Options, "adapters"> & { readonly chat?: Omit<ChatOptions, "clock"> },
): Promise<{ readonly house: House; readonly chat: SimulatedChat }> {
  const { chat: chatOptions, ...rest } = options;
  const chats: SimulatedChat[] = [];
  const house = await openHouse({
    ...rest,
    adapters: (clock) => {
      const chat = simulatedChat({ clock, ...chatOptions });
      chats.push(chat);
      return { office: chat };
    },
  });
  const [chat] = chats;
  if (chat === undefined) throw new Error("no chat was opened");
  return { house, chat };
}

/** A channel of the configuration, for everything relevant unless told otherwise. */
export function channelOf(chat: string, name: string, changes: Partial<Channel> = {}): Channel {
  return {
    id: channelId(chat, name),
    chat,
    channel: name,
    ...NO_WISHES,
    language: "en",
    timezone: "Europe/Zurich",
    welcome: true,
    origin: "file",
    news: true,
    ...changes,
  };
}

/** What reading an item might have yielded. */
export function analysisOf(headline: string, changes: Partial<Analysis> = {}): Analysis {
  return {
    relevant: true,
    reasons: [],
    topics: [],
    meetings: [],
    participants: undefined,
    targets: [],
    people: [],
    documents: [],
    brief: { headline, points: [] },
    ...changes,
  };
}

/** Enters an item, or a new wording of it, as the pipeline would. */
export async function storeItem(house: House, id: string, analysis: Analysis, revision = 1): Promise<StoredItem> {
  const { store, clock } = house;
  const now = clock.now();
  if (revision === 1)
    await createItem(store.db, {
      id,
      first_seen_at: now,
      published: "2026-06-23",
      relevant: Number(analysis.relevant),
    });
  await saveVersion(store.db, {
    item_id: id,
    language: "en",
    feed: "wto-news",
    url: `https://www.wto.org/english/news_e/news26_e/ecom_23jun26_${id}_e.htm`,
    title: analysis.brief.headline,
    description: "",
    published: "2026-06-23",
    content_hash: `${id}-${revision}`,
    revision,
    relevant: Number(analysis.relevant),
    analysis: encodeAnalysis(analysis),
    first_seen_at: now,
    changed_at: now,
    last_seen_at: now,
  });
  const stored = await readItem(store.db, id);
  if (stored === undefined) throw new Error(`item ${id} was not stored`);
  return stored;
}

/** An item enters, unless it is there already, and is queued for a channel. */
export async function news(house: House, channel: Channel, id: string, changes: Partial<Analysis> = {}): Promise<void> {
  if ((await readItem(house.store.db, id)) === undefined) await storeItem(house, id, analysisOf(id, changes));
  await queueNews(house.store.db, channel, [id], 5, house.clock.now());
}

/** An item's count of participants is corrected. */
export async function correct(house: House, id: string, count: number, channels: readonly Channel[]): Promise<void> {
  const before = await readItem(house.store.db, id);
  const analysis = analysisOf(id, { participants: { count, quote: `${count}` } });
  const after = await storeItem(house, id, analysis, (before?.item.revision ?? 0) + 1);
  if (before !== undefined) await queueCorrections(house.store.db, before, after, channels, house.clock.now());
}

/** The first lines of messages. */
export function starts(messages: readonly { readonly text: string }[]): readonly string[] {
  return messages.map((message) => message.text.split("\n")[0] ?? "");
}
