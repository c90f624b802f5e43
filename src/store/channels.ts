import type { Millis } from "../model/time.ts";
import type { ChannelChanges, ChannelRow } from "./outbox-tables.ts";
import type { Db } from "./tables.ts";

/** A channel of the configuration and the present moment. */
export interface NewChannel extends Pick<ChannelRow, "id" | "chat" | "channel"> {
  readonly now: ChannelRow["created_at"];
}

/** Enters a channel and leaves a known one as it is. True if it is new. */
export async function ensureChannel(db: Db, { id, chat, channel, now }: NewChannel): Promise<boolean> {
  const entered = await db
    .insertInto("channels")
    .values({ id, chat, channel, created_at: now })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return entered !== undefined;
}

/** The channel of that id (`chat/channel`), or undefined. */
export async function readChannel(db: Db, id: string): Promise<ChannelRow | undefined> {
  return db.selectFrom("channels").selectAll().where("id", "=", id).executeTakeFirst();
}

/** All channels that were ever configured, by id. */
export async function listChannels(db: Db): Promise<readonly ChannelRow[]> {
  return db.selectFrom("channels").selectAll().orderBy("id").execute();
}

/** Changes the given columns of a channel; what is left out stays. */
export async function updateChannel(db: Db, id: string, changes: ChannelChanges): Promise<void> {
  if (Object.keys(changes).length > 0) {
    await db.updateTable("channels").set(changes).where("id", "=", id).execute();
  }
}

/** Notes that a channel's digests were made up to a moment. False where that was noted before, by this worker or another. */
export async function advanceDigest(db: Db, id: string, moment: Millis): Promise<boolean> {
  const advanced = await db
    .updateTable("channels")
    .set({ digest_at: moment })
    .where("id", "=", id)
    .where("digest_at", "<", moment)
    .returning("id")
    .executeTakeFirst();
  return advanced !== undefined;
}
