import { describe, expect, it } from "vitest";
import { ensureChannel } from "../../../src/store/channels.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { claimHead, queueDelivery, settle } from "../../../src/store/outbox.ts";
import type { DeliveryRow } from "../../../src/store/outbox-tables.ts";
import { freshDatabase } from "../../support/database.ts";
import { deliveryOf } from "./rows.ts";

const CHANNEL = "office/C1";

interface Replicas extends AsyncDisposable {
  readonly one: Store;
  readonly two: Store;
}

/** Two replicas on one PostgreSQL database, with the deliveries a and b waiting. */
async function twoReplicas(): Promise<Replicas> {
  const database = await freshDatabase("postgres");
  const one = await openStore(database.url);
  const two = await openStore(database.url);
  await ensureChannel(one.db, { id: CHANNEL, chat: "office", channel: "C1", now: 0 });
  await queueDelivery(one.db, deliveryOf("a"));
  await queueDelivery(one.db, deliveryOf("b"));
  return {
    one,
    two,
    async [Symbol.asyncDispose](): Promise<void> {
      await one[Symbol.asyncDispose]();
      await two[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** What the second replica gets while the first is in the middle of a transaction, and once that has ended. */
async function during(
  { one, two }: Replicas,
  first: (row: DeliveryRow | undefined, db: Store["db"]) => Promise<unknown>,
): Promise<readonly (string | undefined)[]> {
  const meanwhile: (string | undefined)[] = [];
  await one
    .transaction(async (tx) => {
      const row = await claimHead(tx, CHANNEL, 0, 50);
      meanwhile.push(row?.id);
      meanwhile.push((await claimHead(two.db, CHANNEL, 0, 51))?.id);
      await first(row, tx);
      meanwhile.push((await claimHead(two.db, CHANNEL, 0, 52))?.id);
    })
    .catch(() => undefined);
  meanwhile.push((await claimHead(two.db, CHANNEL, 0, 53))?.id);
  return meanwhile;
}

describe("two replicas on PostgreSQL", () => {
  it("never get the same delivery at once, nor one the next before the other has the first", async () => {
    await using replicas = await twoReplicas();
    const { one, two } = replicas;
    for (let round = 0; round < 20; round += 1) {
      const now = round * 100;
      const claims = await Promise.all(
        [one, two, one, two].map((store, worker) => claimHead(store.db, CHANNEL, now, now + 50 + worker)),
      );
      expect(claims.filter((row) => row !== undefined).map((row) => row.id)).toEqual(["a"]);
    }
  });

  it("never get what the other has just settled", async () => {
    await using replicas = await twoReplicas();
    const { one, two } = replicas;
    const seen: string[] = [];
    async function work(store: Store, worker: number): Promise<void> {
      for (let round = 0; round < 150; round += 1) {
        const row = await claimHead(store.db, CHANNEL, 0, 50 + worker);
        if (row !== undefined) {
          seen.push(row.id);
          await queueDelivery(store.db, deliveryOf(`${worker}-${round}`));
          await settle(store.db, row, { state: "sent" });
        }
      }
    }
    await Promise.all([one, two, one, two].map(work));
    expect(seen).toEqual([...new Set(seen)]);
  });

  it("wait for nothing and overtake nothing while one is taking the first", async () => {
    await using replicas = await twoReplicas();
    expect(await during(replicas, async () => undefined)).toEqual(["a", undefined, undefined, undefined]);
  });

  it("overtake nothing while one is settling the first", async () => {
    await using replicas = await twoReplicas();
    const seen = await during(replicas, async (row, tx) => row && settle(tx, row, { state: "sent" }));
    expect(seen).toEqual(["a", undefined, undefined, "b"]);
  });

  it("get the first again where the other's transaction came to nothing", async () => {
    await using replicas = await twoReplicas();
    const seen = await during(replicas, async () => {
      throw new Error("the replica fell over");
    });
    expect(seen).toEqual(["a", undefined, "a"]);
  });
});
