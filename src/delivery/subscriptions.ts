import type { Language } from "../model/language.ts";
import { parseDigest, parseQuiet } from "../model/rhythm.ts";
import type { Millis } from "../model/time.ts";
import type { SubscriptionRow } from "../store/chat-tables.ts";
import { reviveBecause } from "../store/outbox.ts";
import {
  decodeWords,
  listSubscriptions,
  saveSubscription,
  TAKEN_UP_AGAIN,
  type Subscription,
} from "../store/subscriptions.ts";
import type { Db } from "../store/tables.ts";
import { UNSUBSCRIBED, type Channel } from "./channel.ts";
import { greet } from "./greet.ts";

/** What the configuration says of channels. */
export interface Configured {
  readonly channels: readonly Channel[];
  /** The names of its chats. The subscriptions of a chat that it does not have rest until it has it again. */
  readonly chats: ReadonlySet<string>;
  /** What a subscription takes where it says nothing itself. */
  readonly language: Language;
  readonly timezone: string;
  readonly welcome: boolean;
}

/** The channels that news goes to at this moment: the configuration's, and those subscribed in the chats. The file's word counts where both name a channel. */
export async function channelsNow(db: Db, configured: Configured): Promise<readonly Channel[]> {
  return (await channelsReached(db, configured)).filter((channel) => channel.news);
}

/**
 * Subscribes a channel in the chat, or changes what it gets, inside the caller's transaction; a new channel is greeted
 * once. What was not posted because a subscription ended within the hour is posted now.
 */
export async function subscribe(
  db: Db,
  subscription: Subscription,
  configured: Configured,
  now: Millis,
): Promise<void> {
  await saveSubscription(db, subscription);
  await reviveBecause(db, subscription.channel_id, UNSUBSCRIBED, now - TAKEN_UP_AGAIN, now);
  await greet(db, subscribedChannel({ ...subscription, ended_at: null }, configured), now);
}

/** Those of `channelsNow`, and those whose subscription ended: what stands there is still kept right. */
export async function channelsReached(db: Db, configured: Configured): Promise<readonly Channel[]> {
  const ofFile = new Set(configured.channels.map((channel) => channel.id));
  const subscribed = await listSubscriptions(db);
  return [
    ...configured.channels,
    ...subscribed
      .filter((row) => configured.chats.has(row.chat) && !ofFile.has(row.channel_id))
      .map((row) => subscribedChannel(row, configured)),
  ];
}

function subscribedChannel(row: SubscriptionRow, defaults: Configured): Channel {
  return {
    id: row.channel_id,
    chat: row.chat,
    channel: row.channel,
    topics: decodeWords(row.topics),
    language: row.language ?? defaults.language,
    timezone: defaults.timezone,
    welcome: defaults.welcome,
    digest: row.digest === null ? undefined : parseDigest(row.digest),
    quiet: row.quiet === null ? undefined : parseQuiet(row.quiet),
    passing: decodeWords(row.passing) ?? [],
    silent: row.silent === 1,
    signOfLife: row.sign_of_life === 1,
    publish: false,
    threads: "flat",
    origin: "chat",
    news: row.ended_at === null,
  };
}
