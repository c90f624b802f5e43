import type { Millis } from "../model/time.ts";
import type { Db } from "./tables.ts";

/** Lets items wait for a channel's next digest. What waits already keeps its place. */
export async function addWaiting(db: Db, channelId: string, itemIds: readonly string[], now: Millis): Promise<void> {
  if (itemIds.length === 0) return;
  await db
    .insertInto("waiting")
    .values(itemIds.map((id) => ({ channel_id: channelId, item_id: id, since: now })))
    .onConflict((conflict) => conflict.columns(["channel_id", "item_id"]).doNothing())
    .execute();
}

/** The items that wait for a channel's digest, the oldest news first. */
export async function listWaiting(db: Db, channelId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("waiting as w")
    .innerJoin("items as i", "i.id", "w.item_id")
    .select("w.item_id")
    .where("w.channel_id", "=", channelId)
    .orderBy("w.since")
    .orderBy("i.published", (order) => order.asc().nullsFirst())
    .orderBy("i.first_seen_at")
    .orderBy("w.item_id")
    .execute();
  return rows.map((row) => row.item_id);
}

/** The channels for which anything waits. */
export async function channelsWaiting(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("waiting").select("channel_id").distinct().execute();
  return new Set(rows.map((row) => row.channel_id));
}

/** The channels for whose digests an item waits. */
export async function waitingIn(db: Db, itemId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("waiting").select("channel_id").where("item_id", "=", itemId).execute();
  return new Set(rows.map((row) => row.channel_id));
}

/** Whether an item waits for a channel's digest. */
export async function isWaiting(db: Db, channelId: string, itemId: string): Promise<boolean> {
  const row = await db
    .selectFrom("waiting")
    .select("item_id")
    .where("channel_id", "=", channelId)
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes items out of what waits for a channel. */
export async function removeWaiting(db: Db, channelId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await db.deleteFrom("waiting").where("channel_id", "=", channelId).where("item_id", "in", itemIds).execute();
}
