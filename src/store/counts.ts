import type { Millis } from "../model/time.ts";
import type { DeliveryState } from "./outbox-tables.ts";
import type { Db } from "./tables.ts";

/** States in which a delivery still waits, for the platform or for a person. */
const OPEN: readonly DeliveryState[] = ["pending", "sending", "uncertain", "held"];

/** How many deliveries stand in each state that occurs. */
export async function countDeliveries(db: Db): Promise<ReadonlyMap<DeliveryState, number>> {
  const rows = await db
    .selectFrom("deliveries")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** When the delivery was queued that has waited longest, of those whose moment has come; undefined where none waits. */
export async function oldestWaiting(db: Db, now: Millis): Promise<Millis | undefined> {
  const { oldest } = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.min<number | null>("created_at").as("oldest"))
    .where("state", "in", OPEN)
    .where("created_at", "<=", now)
    // The last state of an announcement is queued an hour ahead.
    .where((eb) => eb.or([eb("due_at", "<=", now), eb("attempts", ">", 0), eb("state", "!=", "pending")]))
    .executeTakeFirstOrThrow();
  return oldest ?? undefined;
}

/** How many deliveries wait, for the platform or for a person, besides the one of that id. */
export async function countWaiting(db: Db, except: string): Promise<number> {
  const { count } = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("state", "in", OPEN)
    .where("id", "!=", except)
    .executeTakeFirstOrThrow();
  return count;
}
