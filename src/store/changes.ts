import type { Millis } from "../model/time.ts";
import type { ChangeRow } from "./chat-tables.ts";
import type { Db } from "./tables.ts";

/** Notes a change inside the caller's transaction. False where the same request has made it already: then nothing may be done. */
export async function noteChange(db: Db, change: ChangeRow): Promise<boolean> {
  const noted = await db
    .insertInto("changes")
    .values(change)
    .onConflict((conflict) => conflict.column("question").doNothing())
    .returning("id")
    .executeTakeFirst();
  return noted !== undefined;
}

/** The change of that id, or undefined. */
export async function readChange(db: Db, id: string): Promise<ChangeRow | undefined> {
  return await db.selectFrom("changes").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The latest changes of a channel, the newest first. */
export async function listChanges(db: Db, channelId: string, limit: number): Promise<readonly ChangeRow[]> {
  return await db
    .selectFrom("changes")
    .selectAll()
    .where("channel_id", "=", channelId)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Notes that a change was undone. False where somebody was quicker. */
export async function noteUndone(db: Db, id: string, by: string, now: Millis): Promise<boolean> {
  const undone = await db
    .updateTable("changes")
    .set({ undone_at: now, undone_by: by })
    .where("id", "=", id)
    .where("undone_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return undone !== undefined;
}
