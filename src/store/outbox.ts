import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Millis } from "../model/time.ts";
import { engineOf } from "./engine.ts";
import type { ChannelRow, DeliveryChanges, DeliveryRow, DeliveryState } from "./outbox-tables.ts";
import type { Db } from "./tables.ts";

/** The states that have a place in the channel's order. What is held, failed or done lets the next one pass. */
const OPEN: readonly DeliveryState[] = ["pending", "sending", "uncertain"];

export interface NewDelivery extends Pick<
  DeliveryRow,
  "id" | "channel_id" | "kind" | "subject_kind" | "subject_id" | "revision" | "payload" | "due_at"
> {
  readonly now: Millis;
}

/** Queues a delivery behind the others of its channel. False where the same was queued before, whatever its state. */
export async function queueDelivery(db: Db, { now, ...delivery }: NewDelivery): Promise<boolean> {
  const queued = await db
    .insertInto("deliveries")
    .values({ ...delivery, state: "pending", attempts: 0, absences: 0, created_at: now })
    .onConflict((conflict) => conflict.columns(["subject_id", "channel_id", "kind", "revision"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return queued !== undefined;
}

/** Makes a delivery that was skipped, or is not under way yet, due with another payload; it keeps its place in the order. */
export async function dueAnew(
  db: Db,
  key: Pick<DeliveryRow, "channel_id" | "subject_id" | "kind" | "revision">,
  payload: string | null,
  now: Millis,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ state: "pending", payload, due_at: now, reason: null, settled_at: null })
    .where("channel_id", "=", key.channel_id)
    .where("subject_id", "=", key.subject_id)
    .where("kind", "=", key.kind)
    .where("revision", "=", key.revision)
    .where("state", "in", ["skipped", "pending"])
    .execute();
}

/** Makes a delivery that was given up due again; it keeps its place in the order. */
export async function reviveDelivery(db: Db, id: string, payload: string | null, now: Millis): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ state: "pending", payload, due_at: now, attempts: 0, reason: null, settled_at: null })
    .where("id", "=", id)
    .where("state", "in", ["failed", "skipped"])
    .execute();
}

/** Makes those due again that were skipped for one reason since a moment. */
export async function reviveBecause(
  db: Db,
  channelId: string,
  reason: string,
  since: Millis,
  now: Millis,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ state: "pending", due_at: now, reason: null, settled_at: null })
    .where("channel_id", "=", channelId)
    .where("state", "=", "skipped")
    .where("reason", "=", reason)
    .where("settled_at", ">=", since)
    .execute();
}

/** A delivery of a channel that is next, or that waits for its moment beside the order. */
export interface Head {
  readonly channelId: string;
  /** When it can be tried; in the past where it waits for a worker. */
  readonly readyAt: Millis;
  /** False for what holds up no other while it waits. */
  readonly inOrder: boolean;
}

/**
 * No delivery is ever put off for longer than this. One that is due later was written under a clock that went wrong, and
 * is due now.
 */
export const LONGEST_WAIT: Millis = 2 * 60 * 60_000;

/**
 * The first open delivery of each channel that has one, the longest waiting first, and then whatever waits beside the
 * order for its moment.
 */
export async function listHeads(db: Db, now: Millis): Promise<readonly Head[]> {
  const heads = (await readHeads(db, now)).map((row) => ({ ...placeOf(row, now), inOrder: true }));
  const aside = (await readAside(db, now)).map((row) => ({ ...placeOf(row, now), inOrder: false }));
  return [...heads, ...aside];
}

/** A channel's open deliveries in order, without what waits beside it. */
export async function listOpen(db: Db, channelId: string, now: Millis): Promise<readonly OpenDelivery[]> {
  return await db
    .selectFrom("deliveries as d")
    .innerJoin("channels as c", "c.id", "d.channel_id")
    .selectAll("d")
    .select("c.hold_until")
    .where("d.channel_id", "=", channelId)
    .where("d.state", "in", OPEN)
    .where((eb) => eb.not(waitsAside(now)))
    .orderBy("d.seq")
    .execute();
}

/** A delivery, and until when its channel is on hold. */
export type OpenDelivery = DeliveryRow & Pick<ChannelRow, "hold_until">;

/** When a delivery can be tried, and where. */
export function placeOf(
  { channel_id, due_at, lease_until, hold_until }: HeadRow,
  now: Millis,
): Pick<Head, "channelId" | "readyAt"> {
  const moments = [due_at, lease_until ?? 0, hold_until ?? 0].map((at) => (at > now + LONGEST_WAIT ? now : at));
  return { channelId: channel_id, readyAt: Math.max(...moments) };
}

/**
 * Takes the channel's first open delivery for this worker until `leaseUntil`, where it is due, free, and its channel not
 * on hold; otherwise undefined. One statement, so that of several workers one gets it, and none gets the next before it.
 * @param only the delivery to take in place of the first
 */
export async function claimHead(
  db: Db,
  channelId: string,
  now: Millis,
  leaseUntil: Millis,
  only?: string,
): Promise<DeliveryRow | undefined> {
  const first = db
    .selectFrom("deliveries as d")
    .select("d.id")
    .where("d.channel_id", "=", channelId)
    .where("d.state", "in", OPEN)
    .where((eb) => eb.not(waitsAside(now)))
    .orderBy("d.seq")
    .limit(1);
  // The head is found first and locked second: skipping locked rows while searching would overtake another worker. The
  // conditions stand with the lock, since PostgreSQL checks them again on a row that changed meanwhile.
  const claimable = db
    .selectFrom("deliveries")
    .select("id")
    .where("id", "=", only ?? first)
    .where("state", "in", OPEN)
    .where((eb) => eb.or([eb("due_at", "<=", now), eb("due_at", ">", now + LONGEST_WAIT)]))
    .where((eb) =>
      eb.or([eb("lease_until", "is", null), eb("lease_until", "<=", now), eb("lease_until", ">", now + LONGEST_WAIT)]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("channels")
            .select("id")
            .where("id", "=", channelId)
            .where("hold_until", ">", now)
            .where("hold_until", "<=", now + LONGEST_WAIT),
        ),
      ),
    )
    .$if(engineOf(db) === "postgres", (query) => query.forUpdate().skipLocked());
  return db
    .updateTable("deliveries")
    .set({ lease_until: leaseUntil })
    .where("id", "=", claimable)
    .returningAll()
    .executeTakeFirst();
}

/** Frees what a worker that died had taken. Only for who knows that no other worker lives. */
export async function freeLeases(db: Db): Promise<void> {
  await db.updateTable("deliveries").set({ lease_until: null }).where("lease_until", "is not", null).execute();
}

/**
 * Writes what became of a claimed delivery and gives it back, unless `changes` sets another lease. False, and nothing
 * written, where the lease of `row` ran out and another worker took the delivery.
 */
export async function settle(
  db: Db,
  row: Pick<DeliveryRow, "id" | "lease_until">,
  changes: DeliveryChanges,
): Promise<boolean> {
  if (row.lease_until === null) {
    return false;
  }
  const { numUpdatedRows } = await db
    .updateTable("deliveries")
    .set({ lease_until: null, ...changes })
    .where("id", "=", row.id)
    .where("lease_until", "=", row.lease_until)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type HeadRow = Pick<DeliveryRow, "channel_id" | "due_at" | "lease_until"> & Pick<ChannelRow, "hold_until">;

/**
 * What waits for its moment beside the order, so that later posts pass meanwhile: whatever passes a message on, the edits
 * of what a person changed, and an edit that was tried and is to be made once more.
 */
function waitsAside(now: Millis): RawBuilder<SqlBool> {
  return sql<SqlBool>`(d.due_at > ${now} and d.due_at <= ${now + LONGEST_WAIT} and (d.kind = 'publish' or (d.kind = 'edit' and (d.subject_kind = 'change' or d.first_tried_at is not null))))`;
}

async function readAside(db: Db, now: Millis): Promise<readonly HeadRow[]> {
  return (
    db
      .selectFrom("channels as c")
      // SQLite takes the tables of a cross join in this order, and so the index of a channel's states: all else reads them all.
      .crossJoin("deliveries as d")
      .select(["d.channel_id", "d.due_at", "d.lease_until", "c.hold_until"])
      .whereRef("d.channel_id", "=", "c.id")
      .where("d.state", "in", OPEN)
      .where(waitsAside(now))
      .execute()
  );
}

/** The first open delivery of each channel that has one, in the order of queueing. */
async function readHeads(db: Db, now: Millis): Promise<readonly HeadRow[]> {
  return db
    .selectFrom("channels as c")
    .innerJoin("deliveries as h", (join) =>
      join.on("h.seq", "=", (eb) =>
        eb
          .selectFrom("deliveries as d")
          .select((o) => o.fn.min("d.seq").as("seq"))
          .whereRef("d.channel_id", "=", "c.id")
          .where("d.state", "in", OPEN)
          .where((o) => o.not(waitsAside(now))),
      ),
    )
    .select(["h.channel_id", "h.due_at", "h.lease_until", "c.hold_until"])
    .orderBy("h.seq")
    .execute();
}
