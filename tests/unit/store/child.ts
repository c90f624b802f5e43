// A second process on the database of a test: `node child.ts URL open|count|crash`.
import { ensureChannel } from "../../../src/store/channels.ts";
import { createItem, readItem } from "../../../src/store/items.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { queueDelivery } from "../../../src/store/outbox.ts";
import type { Db } from "../../../src/store/tables.ts";
import { deliveryOf } from "./rows.ts";

/** Deliveries that `crash` queues with each item. */
export const DELIVERIES = 3;
/** How many items `crash` stores before the one that it leaves half done. */
export const ITEMS = 20;
/** How often `count` raises the revision of the item `counter`. */
export const STEPS = 100;

async function count(store: Store): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    await store.transaction(async (tx) => {
      const revision = (await readItem(tx, "counter"))?.item.revision ?? 0;
      await tx
        .updateTable("items")
        .set({ revision: revision + 1 })
        .where("id", "=", "counter")
        .execute();
    });
  }
}

async function crash(store: Store): Promise<void> {
  await ensureChannel(store.db, { id: "office/C1", chat: "office", channel: "C1", now: 0 });
  for (let n = 0; n < ITEMS; n += 1) {
    await store.transaction((tx) => storeItem(tx, `item-${n}`));
    process.stdout.write(`stored item-${n}\n`);
  }
  await store.transaction(async (tx) => {
    await storeItem(tx, "half");
    process.stdout.write("half\n");
    // Waits here to be killed.
    process.stdin.resume();
    await Promise.withResolvers<never>().promise;
  });
}

async function storeItem(tx: Db, id: string): Promise<void> {
  await createItem(tx, { id, first_seen_at: 0, published: null, relevant: 1 });
  for (let n = 0; n < DELIVERIES; n += 1) {
    await queueDelivery(tx, deliveryOf(`${id}-${n}`, { subject_id: id, revision: n }));
  }
}

if (import.meta.main) {
  const [url = "", task = ""] = process.argv.slice(2);
  const tasks: Readonly<Record<string, (store: Store) => Promise<void>>> = {
    count,
    crash,
    open: async () => undefined,
  };
  await using store = await openStore(url);
  await tasks[task]?.(store);
}
