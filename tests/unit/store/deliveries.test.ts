import { describe, expect, it } from "vitest";
import { ensureChannel } from "../../../src/store/channels.ts";
import {
  findDelivery,
  listDeliveries,
  markShown,
  postsShowing,
  readDelivery,
  resolveDelivery,
} from "../../../src/store/deliveries.ts";
import { createDigest } from "../../../src/store/digests.ts";
import { createItem } from "../../../src/store/items.ts";
import { claimHead, queueDelivery, settle } from "../../../src/store/outbox.ts";
import type { DeliveryChanges } from "../../../src/store/outbox-tables.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { deliveryOf } from "./rows.ts";

const ONE = "office/C1";
const TWO = "office/C2";

async function enterChannels(db: Db): Promise<void> {
  await ensureChannel(db, { id: ONE, chat: "office", channel: "C1", now: 0 });
  await ensureChannel(db, { id: TWO, chat: "office", channel: "C2", now: 0 });
}

/** Queues a delivery and brings it to a state. */
async function put(db: Db, delivery: Parameters<typeof queueDelivery>[1], changes: DeliveryChanges): Promise<void> {
  await queueDelivery(db, delivery);
  await db
    .updateTable("deliveries")
    .set({ state: "pending", ...changes })
    .where("id", "=", delivery.id)
    .execute();
}

describe.each(ENGINES)("deliveries on %s", (engine) => {
  it("are found by subject, channel and kind, the newest where the revision is left out", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    const edit = { kind: "edit", subject_id: "s" } as const;
    await queueDelivery(store.db, deliveryOf("e2", { ...edit, revision: 2 }));
    await queueDelivery(store.db, deliveryOf("e3", { ...edit, revision: 3 }));
    await queueDelivery(store.db, deliveryOf("p", { subject_id: "s" }));
    await queueDelivery(store.db, deliveryOf("t", { ...edit, channel_id: TWO, revision: 4 }));
    const key = { channel_id: ONE, subject_id: "s", kind: "edit" } as const;
    expect(await findDelivery(store.db, key)).toMatchObject({ id: "e3" });
    expect(await findDelivery(store.db, { ...key, revision: 2 })).toMatchObject({ id: "e2" });
    expect(await findDelivery(store.db, { ...key, revision: 9 })).toBeUndefined();
    expect(await findDelivery(store.db, { ...key, kind: "reply" })).toBeUndefined();
  });

  it("are listed newest first, by state", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await put(store.db, deliveryOf("a"), { state: "failed" });
    await put(store.db, deliveryOf("b"), {});
    await put(store.db, deliveryOf("c"), { state: "held" });
    const ids = async (filter: Parameters<typeof listDeliveries>[1]): Promise<readonly string[]> =>
      (await listDeliveries(store.db, filter)).map((row) => row.id);
    expect(await ids({ limit: 10 })).toEqual(["c", "b", "a"]);
    expect(await ids({ limit: 2 })).toEqual(["c", "b"]);
    expect(await ids({ states: ["failed", "held"], limit: 10 })).toEqual(["c", "a"]);
    expect(await ids({ states: [], limit: 10 })).toEqual([]);
  });

  it("that show an item are its own posts and those of its digests, wherever they went", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    for (const id of ["s", "other"]) {
      await createItem(store.db, { id, first_seen_at: 1, published: null, relevant: 1 });
    }
    await createDigest(store.db, { id: "with", itemIds: ["other", "s"], now: 1 });
    await createDigest(store.db, { id: "without", itemIds: ["other"], now: 1 });
    await put(store.db, deliveryOf("own", { subject_id: "s" }), { state: "sent" });
    await put(store.db, deliveryOf("edit", { subject_id: "s", kind: "edit" }), {});
    await put(store.db, deliveryOf("in", { subject_kind: "digest", subject_id: "with", channel_id: TWO }), {});
    await put(store.db, deliveryOf("out", { subject_kind: "digest", subject_id: "without" }), {});
    await put(store.db, deliveryOf("same-id", { subject_kind: "feed", subject_id: "s", revision: 2 }), {});
    expect((await postsShowing(store.db, "s")).map((row) => row.id)).toEqual(["own", "in"]);
  });

  it("that were edited show a later revision", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await put(store.db, deliveryOf("a"), { state: "sent", shown_revision: 1 });
    await put(store.db, deliveryOf("b"), { state: "sent", shown_revision: 1 });
    await markShown(store.db, "a", 4);
    expect(await listDeliveries(store.db, { limit: 2 })).toMatchObject([{ shown_revision: 1 }, { shown_revision: 4 }]);
  });

  it("that a person found posted are sent, though under which id is not known", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await put(store.db, deliveryOf("a", { revision: 3 }), { state: "held", reason: "cannot ask" });
    expect(await resolveDelivery(store.db, "a", "posted", 9)).toMatchObject({
      state: "sent",
      message_id: null,
      settled_at: 9,
      lease_until: null,
    });
    expect(await resolveDelivery(store.db, "a", "send", 10)).toBeUndefined();
    expect(await readDelivery(store.db, "a")).toMatchObject({ state: "sent", message_id: null });
  });

  it("that a person sends again take their place in the order and begin anew, the first try on record", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await put(store.db, deliveryOf("a"), {
      state: "failed",
      reason: "too long",
      attempts: 4,
      absences: 1,
      first_tried_at: 2,
      settled_at: 3,
    });
    await put(store.db, deliveryOf("b"), {});
    expect(await resolveDelivery(store.db, "a", "send", 9)).toMatchObject({
      state: "pending",
      due_at: 9,
      attempts: 0,
      absences: 0,
      first_tried_at: 2,
      reason: null,
      settled_at: null,
    });
    expect(await claimHead(store.db, ONE, 9, 50)).toMatchObject({ id: "a" });
  });

  it("that a person drops are skipped with the reason", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await put(store.db, deliveryOf("a"), {});
    expect(await resolveDelivery(store.db, "a", "drop", 9)).toMatchObject({ state: "skipped", settled_at: 9 });
    expect((await readDelivery(store.db, "a"))?.reason).toMatch(/operator/);
    expect(await resolveDelivery(store.db, "unknown", "drop", 9)).toBeUndefined();
  });

  it("that a worker has cannot be resolved until the lease runs out, and the worker then settles nothing", async () => {
    await using store = await freshStore(engine);
    await enterChannels(store.db);
    await queueDelivery(store.db, deliveryOf("a"));
    const row = await claimHead(store.db, ONE, 0, 50);
    expect(await resolveDelivery(store.db, "a", "drop", 49)).toBeUndefined();
    expect(await resolveDelivery(store.db, "a", "drop", 50)).toMatchObject({ state: "skipped", lease_until: null });
    expect(row && (await settle(store.db, row, { state: "sent" }))).toBe(false);
  });
});
