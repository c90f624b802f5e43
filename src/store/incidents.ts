import type { Millis } from "../model/time.ts";
import type { IncidentRow } from "./outbox-tables.ts";
import type { Db } from "./tables.ts";
import { atomically } from "./transaction.ts";

export interface NewIncident extends Pick<IncidentRow, "id" | "key" | "detail"> {
  readonly now: Millis;
}

/** Opens an incident, true if it is new. One that is open under the same key stays, with the new detail: false. */
export async function openIncident(db: Db, { id, key, detail, now }: NewIncident): Promise<boolean> {
  return atomically(db, async (tx) => {
    const opened = await tx
      .insertInto("incidents")
      .values({ id, key, detail, opened_at: now })
      .onConflict((conflict) => conflict.column("key").where("closed_at", "is", null).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (opened !== undefined) {
      return true;
    }
    await tx.updateTable("incidents").set({ detail }).where("key", "=", key).where("closed_at", "is", null).execute();
    return false;
  });
}

/** Closes the open incident of that key and returns it, or undefined where none is open. */
export async function closeIncident(db: Db, key: string, now: Millis): Promise<IncidentRow | undefined> {
  return db
    .updateTable("incidents")
    .set({ closed_at: now })
    .where("key", "=", key)
    .where("closed_at", "is", null)
    .returningAll()
    .executeTakeFirst();
}

/** All open incidents, the oldest first. */
export async function openIncidents(db: Db): Promise<readonly IncidentRow[]> {
  return db
    .selectFrom("incidents")
    .selectAll()
    .where("closed_at", "is", null)
    .orderBy("opened_at")
    .orderBy("id")
    .execute();
}

/** The incident of that id, open or closed, or undefined. */
export async function readIncident(db: Db, id: string): Promise<IncidentRow | undefined> {
  return db.selectFrom("incidents").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The channel in which the beginning of an incident was told, or is to be; undefined where it was told nowhere. */
export async function toldIn(db: Db, incidentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("deliveries")
    .select("channel_id")
    .where("subject_kind", "=", "incident")
    .where("subject_id", "=", incidentId)
    .where("kind", "=", "notice")
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return row?.channel_id;
}
