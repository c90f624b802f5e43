import type { Millis } from "../model/time.ts";
import type { Db } from "./tables.ts";

/**
 * For a clock that was set: what was tried and may still be stored late is waited for from now on, and absences are
 * counted anew. Nothing is inside a platform's window for repeats any more, whatever the moments say.
 * @param window the longest such window
 */
export async function countAnew(db: Db, now: Millis, window: Millis): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ last_tried_at: now, absences: 0 })
    .where("state", "in", ["sending", "uncertain"])
    .execute();
  await db
    .updateTable("deliveries")
    .set({ first_tried_at: now - window })
    .where("state", "in", ["sending", "uncertain"])
    .where("first_tried_at", ">", now - window)
    .execute();
  await triedEdits(db).set({ first_tried_at: now }).execute();
}

/** For a bot that starts: a moment yet to come was written under a clock that went wrong, and nobody would live to see it. */
export async function forgetTheFuture(db: Db, now: Millis): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ last_tried_at: now, absences: 0 })
    .where("state", "in", ["sending", "uncertain"])
    .where("last_tried_at", ">", now)
    .execute();
  await triedEdits(db).set({ first_tried_at: now }).where("first_tried_at", ">", now).execute();
}

/** Edits that were tried and may still be carried out late. */
function triedEdits(db: Db) {
  return db
    .updateTable("deliveries")
    .where("kind", "=", "edit")
    .where("state", "=", "pending")
    .where("first_tried_at", "is not", null);
}
