import { describe, expect, it } from "vitest";
import { ensureChannel, updateChannel } from "../../../src/store/channels.ts";
import { readDelivery } from "../../../src/store/deliveries.ts";
import { claimHead, freeLeases, queueDelivery, settle } from "../../../src/store/outbox.ts";
import { channelsDue, nextDue } from "../../support/heads.ts";
import type { DeliveryRow, DeliveryState } from "../../../src/store/outbox-tables.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { deliveryOf } from "./rows.ts";

const ONE = "office/C1";
const TWO = "office/C2";

async function enterChannels(db: Db): Promise<void> {
  await ensureChannel(db, { id: ONE, chat: "office", channel: "C1", now: 0 });
  await ensureChannel(db, { id: TWO, chat: "office", channel: "C2", now: 0 });
}

async function claim(db: Db, now: number, leaseUntil: number, channelId = ONE): Promise<DeliveryRow> {
  const row = await claimHead(db, channelId, now, leaseUntil);
  if (row === undefined) {
    throw new Error(`Nothing to claim in ${channelId} at ${now}.`);
  }
  return row;
}

describe.each(ENGINES)("the outbox on %s", (engine) => {
  it("takes each delivery once, whatever became of it", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    const post = deliveryOf("a", { payload: '{"x":1}', due_at: 5, now: 3 });
    expect(await queueDelivery(store.db, post)).toBe(true);
    expect(await readDelivery(store.db, "a")).toEqual({
      seq: expect.any(Number),
      id: "a",
      channel_id: ONE,
      kind: "post",
      subject_kind: "item",
      subject_id: "a",
      revision: 1,
      payload: '{"x":1}',
      state: "pending",
      due_at: 5,
      lease_until: null,
      attempts: 0,
      absences: 0,
      vanished: 0,
      first_tried_at: null,
      last_tried_at: null,
      message_id: null,
      shown_revision: null,
      reason: null,
      created_at: 3,
      settled_at: null,
    });
    await settle(store.db, await claim(store.db, 5, 50), { state: "sent" });
    expect(await queueDelivery(store.db, { ...post, id: "b" })).toBe(false);
    expect(await queueDelivery(store.db, { ...post, id: "c", revision: 2 })).toBe(true);
    expect(await queueDelivery(store.db, { ...post, id: "d", kind: "edit" })).toBe(true);
    expect(await queueDelivery(store.db, { ...post, id: "e", channel_id: TWO })).toBe(true);
    expect(await readDelivery(store.db, "b")).toBeUndefined();
  });

  it("refuses a channel that is unknown and an id that is taken", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await expect(queueDelivery(store.db, deliveryOf("a", { channel_id: "office/C9" }))).rejects.toThrow(/foreign key/i);
    await queueDelivery(store.db, deliveryOf("a"));
    await expect(queueDelivery(store.db, deliveryOf("a", { subject_id: "other" }))).rejects.toThrow(/unique/i);
  });

  it("gives the first of a channel, and the next only when that is settled", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    await queueDelivery(store.db, deliveryOf("b"));
    const first = await claim(store.db, 10, 50);
    expect(first).toMatchObject({ id: "a", state: "pending", lease_until: 50 });
    expect(await claimHead(store.db, ONE, 10, 51)).toBeUndefined();
    expect(await settle(store.db, first, { state: "sent", message_id: "m", settled_at: 11 })).toBe(true);
    expect(await readDelivery(store.db, "a")).toMatchObject({ state: "sent", message_id: "m", lease_until: null });
    expect(await claim(store.db, 10, 50)).toMatchObject({ id: "b" });
  });

  it("keeps the order where the first is not due yet", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a", { due_at: 100 }));
    await queueDelivery(store.db, deliveryOf("b"));
    expect(await channelsDue(store.db, 99)).toEqual([]);
    expect(await claimHead(store.db, ONE, 99, 150)).toBeUndefined();
    expect(await channelsDue(store.db, 100)).toEqual([ONE]);
    expect(await claim(store.db, 100, 150)).toMatchObject({ id: "a" });
  });

  it.each<DeliveryState>(["held", "failed", "skipped", "sent"])("lets the next pass what is %s", async (state) => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    await queueDelivery(store.db, deliveryOf("b"));
    await settle(store.db, await claim(store.db, 0, 50), { state });
    expect(await claim(store.db, 0, 50)).toMatchObject({ id: "b" });
  });

  it.each<DeliveryState>(["pending", "sending", "uncertain"])("lets nothing pass what is %s", async (state) => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    await queueDelivery(store.db, deliveryOf("b"));
    await settle(store.db, await claim(store.db, 0, 50), { state, due_at: 60 });
    expect(await claimHead(store.db, ONE, 59, 100)).toBeUndefined();
    expect(await claim(store.db, 60, 100)).toMatchObject({ id: "a", state });
  });

  it("does not let one channel hold up another", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a", { due_at: 1000 }));
    await queueDelivery(store.db, deliveryOf("b", { channel_id: TWO }));
    expect(await channelsDue(store.db, 0)).toEqual([TWO]);
    expect(await claim(store.db, 0, 50, TWO)).toMatchObject({ id: "b" });
  });

  it("leaves a channel on hold alone until the moment set", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    await updateChannel(store.db, ONE, { hold_until: 30 });
    expect(await channelsDue(store.db, 29)).toEqual([]);
    expect(await claimHead(store.db, ONE, 29, 90)).toBeUndefined();
    expect(await nextDue(store.db, 5)).toBe(30);
    expect(await channelsDue(store.db, 30)).toEqual([ONE]);
    expect(await claim(store.db, 30, 90)).toMatchObject({ id: "a" });
  });

  it("gives a delivery to another worker when the lease runs out, and the first can then settle nothing", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    const late = await claim(store.db, 0, 50);
    expect(await channelsDue(store.db, 49)).toEqual([]);
    expect(await claimHead(store.db, ONE, 49, 99)).toBeUndefined();
    expect(await channelsDue(store.db, 50)).toEqual([ONE]);
    const other = await claim(store.db, 50, 100);
    expect(await settle(store.db, late, { state: "sent" })).toBe(false);
    expect(await readDelivery(store.db, "a")).toMatchObject({ state: "pending", lease_until: 100 });
    expect(await settle(store.db, other, { state: "uncertain" })).toBe(true);
    expect(await settle(store.db, other, { state: "sent" })).toBe(false);
    expect(await readDelivery(store.db, "a")).toMatchObject({ state: "uncertain" });
  });

  it("frees at once what a dead worker had, for who knows that it is dead", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    const dead = await claim(store.db, 0, 50);
    await freeLeases(store.db);
    expect(await channelsDue(store.db, 1)).toEqual([ONE]);
    expect(await settle(store.db, dead, { state: "sent" })).toBe(false);
    expect(await claim(store.db, 1, 60)).toMatchObject({ id: "a" });
  });

  it("keeps the lease where a change sets it, and settles nothing without one", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    expect(await settle(store.db, { id: "a", lease_until: null }, { state: "sent" })).toBe(false);
    const row = await claim(store.db, 0, 50);
    expect(await settle(store.db, row, { state: "sending", first_tried_at: 1, lease_until: 70 })).toBe(true);
    expect(await readDelivery(store.db, "a")).toMatchObject({ state: "sending", first_tried_at: 1, lease_until: 70 });
    expect(await settle(store.db, row, { state: "failed" })).toBe(false);
    expect(await settle(store.db, { ...row, lease_until: 70 }, { state: "sent" })).toBe(true);
  });

  it("knows when to look again", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    expect(await nextDue(store.db, 7)).toBeUndefined();
    await queueDelivery(store.db, deliveryOf("a", { due_at: 20 }));
    await queueDelivery(store.db, deliveryOf("b", { due_at: 5 }));
    expect(await nextDue(store.db, 7)).toBe(20);
    await queueDelivery(store.db, deliveryOf("c", { channel_id: TWO, due_at: 15 }));
    expect(await nextDue(store.db, 7)).toBe(15);
    expect(await nextDue(store.db, 16)).toBe(16);
    await claim(store.db, 16, 90, TWO);
    expect(await nextDue(store.db, 16)).toBe(20);
  });

  it("gives each delivery to one of several workers, in order", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await store.transaction(async (tx) => {
      for (let n = 0; n < 30; n += 1) {
        await queueDelivery(tx, deliveryOf(`${n}`.padStart(2, "0"), { channel_id: n % 2 === 0 ? ONE : TWO }));
      }
    });
    const sent: string[] = [];
    async function work(worker: number): Promise<void> {
      // Leases differ by worker, as they do by the moment in life.
      while ((await nextDue(store.db, 0)) !== undefined) {
        for (const channel of await channelsDue(store.db, 0)) {
          const row = await claimHead(store.db, channel, 0, 1000 + worker);
          if (row !== undefined) {
            sent.push(row.id);
            await settle(store.db, row, { state: "sent" });
          }
        }
      }
    }
    await Promise.all([1, 2, 3, 4].map(work));
    const ids = Array.from({ length: 30 }, (_, n) => `${n}`.padStart(2, "0"));
    expect(sent.filter((id) => Number(id) % 2 === 0)).toEqual(ids.filter((id) => Number(id) % 2 === 0));
    expect(sent.filter((id) => Number(id) % 2 === 1)).toEqual(ids.filter((id) => Number(id) % 2 === 1));
  });
});
