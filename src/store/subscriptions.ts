import { z } from "zod";
import { LANGUAGES } from "../model/language.ts";
import type { Millis } from "../model/time.ts";
import { StoredDataError } from "./analysis.ts";
import type { SubscriptionRow } from "./chat-tables.ts";
import type { Db } from "./tables.ts";
import { atomically } from "./transaction.ts";

/** For so long an ended subscription can be taken up again as if it had never ended. */
export const TAKEN_UP_AGAIN: Millis = 60 * 60_000;

/** A subscription as somebody asks for it. */
export type Subscription = Omit<SubscriptionRow, "ended_at">;

/** What a channel is subscribed to in the chat; undefined where nobody subscribed it, and once that has ended. */
export async function readSubscription(db: Db, channelId: string): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom("subscriptions")
    .selectAll()
    .where("channel_id", "=", channelId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { ended_at: _, ...subscription } = row;
  return subscription;
}

/** All that were ever subscribed in a chat and not removed, the ended ones with the moment of their end; by channel. */
export async function listSubscriptions(db: Db): Promise<readonly SubscriptionRow[]> {
  return await db.selectFrom("subscriptions").selectAll().orderBy("channel_id").execute();
}

/**
 * Subscribes a channel, or changes what it gets. What waited for a digest when an earlier
 * subscription ended is kept only where that was within the hour.
 */
export async function saveSubscription(db: Db, subscription: Subscription): Promise<void> {
  const { channel_id: id, since } = subscription;
  const row = { ...subscription, ended_at: null };
  await atomically(db, async (tx) => {
    const before = await tx
      .selectFrom("subscriptions")
      .select(["ended_at", "digest"])
      .where("channel_id", "=", id)
      .executeTakeFirst();
    const endedAt = before?.ended_at ?? undefined;
    if (endedAt !== undefined && since - endedAt > TAKEN_UP_AGAIN)
      await tx.deleteFrom("waiting").where("channel_id", "=", id).execute();
    // The moments of another rhythm begin to count now.
    if (before !== undefined && (endedAt !== undefined || before.digest !== row.digest))
      await tx.updateTable("channels").set({ digest_at: null }).where("id", "=", id).execute();
    await tx
      .insertInto("subscriptions")
      .values(row)
      .onConflict((conflict) => conflict.column("channel_id").doUpdateSet(row))
      .execute();
  });
}

/** Ends a subscription: nothing new comes, and what stands in the channel is still kept right. False where there is none. */
export async function endSubscription(db: Db, channelId: string, now: Millis): Promise<boolean> {
  const ended = await db
    .updateTable("subscriptions")
    .set({ ended_at: now })
    .where("channel_id", "=", channelId)
    .where("ended_at", "is", null)
    .returning("channel_id")
    .executeTakeFirst();
  return ended !== undefined;
}

/**
 * Forgets all subscriptions of a workspace that removed the bot: nothing can be said there any more, and what was still
 * to be said is dropped, should the bot come back one day.
 * @returns the channels that were subscribed
 */
export async function removeSubscriptions(
  db: Db,
  chat: string,
  workspace: string,
  now: Millis,
): Promise<readonly string[]> {
  return await atomically(db, async (tx) => {
    const removed = await tx
      .deleteFrom("subscriptions")
      .where("chat", "=", chat)
      .where("workspace", "=", workspace)
      .returning("channel_id")
      .execute();
    const ids = removed.map((row) => row.channel_id);
    if (ids.length === 0) return [];
    await tx.deleteFrom("waiting").where("channel_id", "in", ids).execute();
    await tx
      .updateTable("deliveries")
      .set({ state: "skipped", reason: "the workspace removed the bot", settled_at: now })
      .where("channel_id", "in", ids)
      .where("state", "=", "pending")
      .execute();
    return ids;
  });
}

const flag = z.int().min(0).max(1);
const text = z.string().nullable();
const subscriptionShape = z.object({
  channel_id: z.string(),
  chat: z.string(),
  channel: z.string(),
  workspace: text,
  topics: text,
  language: z.enum(LANGUAGES).nullable(),
  digest: text,
  quiet: text,
  passing: text,
  silent: flag,
  sign_of_life: flag,
  by_id: z.string(),
  by_name: z.string(),
  since: z.number(),
});

/** A subscription as the log of changes keeps it. */
export function encodeSubscription(subscription: Subscription): string {
  return JSON.stringify(subscription);
}

/** As `encodeSubscription` wrote it. Throws StoredDataError where the text is not that. */
export function decodeSubscription(text: string): Subscription {
  return readStored(text, subscriptionShape);
}

const wordList = z.array(z.string());

/** A list of topics or words as a column keeps it; undefined for none. Throws StoredDataError. */
export function decodeWords(text: string | null): readonly string[] | undefined {
  return text === null ? undefined : readStored(text, wordList);
}

function readStored<T>(text: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    throw new StoredDataError("A stored subscription cannot be read. The database was changed by other hands.", {
      cause: error,
    });
  }
}

/** As `decodeWords` reads it. */
export function encodeWords(words: readonly string[] | undefined): string | null {
  return words === undefined ? null : JSON.stringify(words);
}
