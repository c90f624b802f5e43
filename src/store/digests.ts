import type { Selectable } from "kysely";
import type { Millis } from "../model/time.ts";
import type { DigestTable } from "./outbox-tables.ts";
import type { Db } from "./tables.ts";
import { atomically } from "./transaction.ts";

export type DigestRow = Selectable<DigestTable>;

/** A digest and its items in the order shown. */
export interface StoredDigest {
  readonly digest: DigestRow;
  readonly itemIds: readonly string[];
}

export interface NewDigest {
  readonly id: string;
  /** None twice, in the order shown; none at all for a mere sign of life. */
  readonly itemIds: readonly string[];
  readonly now: Millis;
}

/** Stores a digest of the given items at revision 1. */
export async function createDigest(db: Db, { id, itemIds, now }: NewDigest): Promise<void> {
  const members = itemIds.map((itemId, position) => ({ digest_id: id, item_id: itemId, position }));
  await atomically(db, async (tx) => {
    await tx.insertInto("digests").values({ id, created_at: now, revision: 1 }).execute();
    if (members.length > 0) await tx.insertInto("digest_items").values(members).execute();
  });
}

/** The digest of that id, or undefined. */
export async function readDigest(db: Db, id: string): Promise<StoredDigest | undefined> {
  const digest = await db.selectFrom("digests").selectAll().where("id", "=", id).executeTakeFirst();
  if (digest === undefined) {
    return undefined;
  }
  const members = await db
    .selectFrom("digest_items")
    .select("item_id")
    .where("digest_id", "=", id)
    .orderBy("position")
    .execute();
  return { digest, itemIds: members.map((member) => member.item_id) };
}

/** Counts a change of one of the digest's items and returns the new revision. Throws where there is no such digest. */
export async function bumpDigest(db: Db, id: string): Promise<number> {
  const { revision } = await db
    .updateTable("digests")
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", id)
    .returning("revision")
    .executeTakeFirstOrThrow(() => new Error(`There is no digest ${id} in the database.`));
  return revision;
}
