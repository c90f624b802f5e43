import type { Millis } from "../model/time.ts";
import type { DeliveryChanges, DeliveryRow, DeliveryState } from "./outbox-tables.ts";
import type { Db } from "./tables.ts";

/** The delivery of that id, or undefined. */
export async function readDelivery(db: Db, id: string): Promise<DeliveryRow | undefined> {
  return db.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst();
}

export interface DeliveryKey extends Pick<DeliveryRow, "channel_id" | "subject_id" | "kind"> {
  /** Any revision where left out. */
  readonly revision?: number;
}

/** The newest delivery of that subject and kind in that channel, or undefined. */
export async function findDelivery(db: Db, key: DeliveryKey): Promise<DeliveryRow | undefined> {
  const { channel_id, subject_id, kind, revision } = key;
  let query = db
    .selectFrom("deliveries")
    .selectAll()
    .where("channel_id", "=", channel_id)
    .where("subject_id", "=", subject_id)
    .where("kind", "=", kind);
  if (revision !== undefined) {
    query = query.where("revision", "=", revision);
  }
  return query.orderBy("seq", "desc").limit(1).executeTakeFirst();
}

export interface DeliveryFilter {
  /** Any state where left out. */
  readonly states?: readonly DeliveryState[];
  readonly limit: number;
}

/** The newest deliveries in the given states, the newest first. */
export async function listDeliveries(db: Db, { states, limit }: DeliveryFilter): Promise<readonly DeliveryRow[]> {
  if (states?.length === 0) {
    return [];
  }
  const query = db.selectFrom("deliveries").selectAll().orderBy("seq", "desc").limit(limit);
  return (states === undefined ? query : query.where("state", "in", states)).execute();
}

/** All posts that carry an item, by itself or in a digest, in any channel and state, the oldest first. */
export async function postsShowing(db: Db, itemId: string): Promise<readonly DeliveryRow[]> {
  const digests = db.selectFrom("digest_items").select("digest_id").where("item_id", "=", itemId);
  return db
    .selectFrom("deliveries")
    .selectAll()
    .where("kind", "=", "post")
    .where((eb) =>
      eb.or([
        eb.and([eb("subject_kind", "=", "item"), eb("subject_id", "=", itemId)]),
        eb.and([eb("subject_kind", "=", "digest"), eb("subject_id", "in", digests)]),
      ]),
    )
    .orderBy("seq")
    .execute();
}

/** The first post in a channel about a process that an item belongs to, by itself and with its message known; or undefined. */
export async function firstOfProcess(db: Db, channelId: string, itemId: string): Promise<DeliveryRow | undefined> {
  const processes = db.selectFrom("item_processes").select("process").where("item_id", "=", itemId);
  const items = db.selectFrom("item_processes").select("item_id").where("process", "in", processes);
  return db
    .selectFrom("deliveries")
    .selectAll()
    .where("channel_id", "=", channelId)
    .where("state", "=", "sent")
    .where("kind", "=", "post")
    .where("subject_kind", "=", "item")
    .where("subject_id", "in", items)
    .where("subject_id", "<>", itemId)
    .where("message_id", "is not", null)
    .orderBy("settled_at")
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
}

/** Notes that a sent message was brought to a later revision of its subject. */
export async function markShown(db: Db, id: string, revision: number): Promise<void> {
  await db.updateTable("deliveries").set({ shown_revision: revision }).where("id", "=", id).execute();
}

/** What a person decides about a delivery: it stands in the channel, it is to be tried again, or it is given up. */
export type Resolution = "posted" | "send" | "drop";

/**
 * Settles a delivery as a person decided and returns it as it then stands. Undefined, and nothing changed, where there
 * is no such delivery, where it was sent, or where a worker has it at this moment.
 */
export async function resolveDelivery(
  db: Db,
  id: string,
  how: Resolution,
  now: Millis,
): Promise<DeliveryRow | undefined> {
  return db
    .updateTable("deliveries")
    .set({
      ...changesFor(how, now),
      lease_until: null,
    })
    .where("id", "=", id)
    .where("state", "<>", "sent")
    .where((eb) => eb.or([eb("lease_until", "is", null), eb("lease_until", "<=", now)]))
    .returningAll()
    .executeTakeFirst();
}

function changesFor(how: Resolution, now: Millis): DeliveryChanges {
  switch (how) {
    case "posted":
      return { state: "sent", message_id: null, reason: "An operator found it posted.", settled_at: now };
    case "send":
      return { state: "pending", due_at: now, attempts: 0, absences: 0, reason: null, settled_at: null };
    case "drop":
      return { state: "skipped", reason: "An operator dropped it.", settled_at: now };
  }
}
