import type { OverrideRow } from "./chat-tables.ts";
import type { Db } from "./tables.ts";

/** A person's word on an item in a channel, or undefined. */
export async function readOverride(db: Db, itemId: string, channelId: string): Promise<OverrideRow | undefined> {
  return await db
    .selectFrom("overrides")
    .selectAll()
    .where("item_id", "=", itemId)
    .where("channel_id", "=", channelId)
    .executeTakeFirst();
}

/** What persons said of an item, by channel. */
export async function overridesOf(db: Db, itemId: string): Promise<readonly OverrideRow[]> {
  return await db.selectFrom("overrides").selectAll().where("item_id", "=", itemId).orderBy("channel_id").execute();
}

/** Keeps a person's word, in place of an earlier one. */
export async function saveOverride(db: Db, override: OverrideRow): Promise<void> {
  await db
    .insertInto("overrides")
    .values(override)
    .onConflict((conflict) => conflict.columns(["item_id", "channel_id"]).doUpdateSet(override))
    .execute();
}

/** Forgets a person's word: the program's holds again. */
export async function removeOverride(db: Db, itemId: string, channelId: string): Promise<void> {
  await db.deleteFrom("overrides").where("item_id", "=", itemId).where("channel_id", "=", channelId).execute();
}

/** Counts a change of how an item is shown that is none of its wording; returns the item's new revision. */
export async function bumpItem(db: Db, itemId: string): Promise<number> {
  const { revision } = await db
    .updateTable("items")
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", itemId)
    .returning("revision")
    .executeTakeFirstOrThrow(() => new Error(`There is no item ${itemId} in the database.`));
  return revision;
}
