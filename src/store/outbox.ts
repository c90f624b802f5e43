import type { Millis } from "../model/time.ts";
import { engineOf } from "./engine.ts";
import type { ChannelRow, Db, DeliveryChanges, DeliveryRow, DeliveryState } from "./tables.ts";

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

/** Makes a delivery that was skipped due again; it keeps its place in the order. */
export async function reviveSkipped(
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
    .where("state", "=", "skipped")
    .execute();
}

/** A channel's first open delivery. */
export interface Head {
  readonly channelId: string;
  /** When it can be tried; in the past where it waits for a worker. */
  readonly readyAt: Millis;
}

/**
 * No delivery is ever put off for longer than this. One that is due later was written under a clock that went wrong, and
 * is due now.
 */
export const LONGEST_WAIT: Millis = 2 * 60 * 60_000;

/** The first open delivery of each channel that has one, the longest waiting first. */
export async function listHeads(db: Db, now: Millis): Promise<readonly Head[]> {
  const heads = await readHeads(db);
  return heads.map(({ channel_id, due_at, lease_until, hold_until }) => {
    const moments = [due_at, lease_until ?? 0, hold_until ?? 0].map((at) => (at > now + LONGEST_WAIT ? now : at));
    return { channelId: channel_id, readyAt: Math.max(...moments) };
  });
}

/**
 * Takes the channel's first open delivery for this worker until `leaseUntil`, where it is due, free, and its channel not
 * on hold; otherwise undefined. One statement, so that of several workers one gets it, and none gets the next before it.
 */
export async function claimHead(
  db: Db,
  channelId: string,
  now: Millis,
  leaseUntil: Millis,
): Promise<DeliveryRow | undefined> {
  const head = db
    .selectFrom("deliveries")
    .select("id")
    .where("channel_id", "=", channelId)
    .where("state", "in", OPEN)
    .orderBy("seq")
    .limit(1);
  // The head is found first and locked second: skipping locked rows while searching would overtake another worker. The
  // conditions stand with the lock, since PostgreSQL checks them again on a row that changed meanwhile.
  const claimable = db
    .selectFrom("deliveries")
    .select("id")
    .where("id", "=", head)
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

/** The first open delivery of each channel that has one, in the order of queueing. */
async function readHeads(db: Db): Promise<readonly HeadRow[]> {
  return db
    .selectFrom("channels as c")
    .innerJoin("deliveries as d", (join) =>
      join.on("d.seq", "=", (eb) =>
        eb
          .selectFrom("deliveries as o")
          .select((o) => o.fn.min("o.seq").as("seq"))
          .whereRef("o.channel_id", "=", "c.id")
          .where("o.state", "in", OPEN),
      ),
    )
    .select(["d.channel_id", "d.due_at", "d.lease_until", "c.hold_until"])
    .orderBy("d.seq")
    .execute();
}
