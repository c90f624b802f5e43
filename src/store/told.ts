import type { Db } from "./tables.ts";

/** Items by id with the revision in which they were told. */
export type ToldRevisions = ReadonlyMap<string, number>;

/**
 * Which revision of each item the readers of a post saw first; an item that is not among them was not told there. By
 * revision and not by moment, since a clock may be set between a post and its correction.
 */
export async function readTold(db: Db, deliveryId: string): Promise<ToldRevisions> {
  const rows = await db.selectFrom("told").selectAll().where("delivery_id", "=", deliveryId).execute();
  return new Map(rows.map((row) => [row.item_id, row.revision]));
}

/** Keeps what a post is about to tell, which is something, in place of what an earlier try told of which nothing stands. */
export async function saveTold(db: Db, deliveryId: string, told: ToldRevisions): Promise<void> {
  await db.deleteFrom("told").where("delivery_id", "=", deliveryId).execute();
  const rows = Array.from(told, ([item_id, revision]) => ({ delivery_id: deliveryId, item_id, revision }));
  await db.insertInto("told").values(rows).execute();
}
