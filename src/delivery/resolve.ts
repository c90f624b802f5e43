import type { Millis } from "../model/time.ts";
import { readDelivery, resolveDelivery, type Resolution } from "../store/deliveries.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import type { Db } from "../store/tables.ts";
import { clear, type Operators } from "./incidents.ts";
import { queueCatchUp } from "./queue.ts";

/**
 * Settles a delivery as a person decided, inside the caller's transaction, and returns it as it then stands. Throws a
 * sentence where there is none of that id, or it was sent, or it is under way.
 */
export async function resolve(
  db: Db,
  operators: Operators,
  id: string,
  how: Resolution,
  now: Millis,
): Promise<DeliveryRow> {
  const row = await resolveDelivery(db, id, how, now);
  if (row === undefined) throw new Error(await whyNot(db, id));
  // What is sent again is over only when it stands in the channel.
  if (how !== "send") await clear(db, operators, `delivery:${id}`, `A person settled it: ${how}.`, now);
  // The message's id is unknown, so what changed since comes as a message of its own.
  if (how === "posted" && row.kind === "post") await queueCatchUp(db, row, now);
  return row;
}

async function whyNot(db: Db, id: string): Promise<string> {
  const row = await readDelivery(db, id);
  if (row === undefined) return `There is no delivery ${id}; see: npx tradepost deliveries --all`;
  if (row.state === "sent") return `Delivery ${id} was sent; there is nothing to settle.`;
  return `Delivery ${id} is under way at this moment; try again in a minute.`;
}
