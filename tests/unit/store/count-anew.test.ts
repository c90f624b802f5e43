import { expect, test } from "vitest";
import { ensureChannel } from "../../../src/store/channels.ts";
import { countAnew, forgetTheFuture } from "../../../src/store/count-anew.ts";
import { readDelivery } from "../../../src/store/deliveries.ts";
import { queueDelivery } from "../../../src/store/outbox.ts";
import type { DeliveryChanges } from "../../../src/store/outbox-tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { deliveryOf } from "./rows.ts";

const NOW = 1_000_000;

test.each(ENGINES)("%s: after the clock was set, what is uncertain is waited for from now on", async (engine) => {
  await using store = await freshStore(engine);
  const row = async (id: string, changes: DeliveryChanges) => {
    await ensureChannel(store.db, { id: "a/1", chat: "a", channel: "1", now: 0 });
    await queueDelivery(store.db, deliveryOf(id, { channel_id: "a/1", kind: id.startsWith("edit") ? "edit" : "post" }));
    await store.db.updateTable("deliveries").set(changes).where("id", "=", id).execute();
  };
  const tried = { first_tried_at: 5_000_000, last_tried_at: 5_000_000, absences: 1 };
  await row("uncertain", { state: "uncertain", ...tried });
  await row("sending", { state: "sending", ...tried, first_tried_at: 100 });
  await row("sent", { state: "sent", ...tried });
  await row("edit-tried", { first_tried_at: 5_000_000 });
  await row("edit-new", { absences: 0 });

  await countAnew(store.db, NOW, 60_000);

  expect(await readDelivery(store.db, "uncertain")).toMatchObject({
    first_tried_at: NOW - 60_000,
    last_tried_at: NOW,
    absences: 0,
  });
  expect(await readDelivery(store.db, "sending")).toMatchObject({ first_tried_at: 100, last_tried_at: NOW });
  expect(await readDelivery(store.db, "sent")).toMatchObject(tried);
  expect(await readDelivery(store.db, "edit-tried")).toMatchObject({ first_tried_at: NOW });
  expect(await readDelivery(store.db, "edit-new")).toMatchObject({ first_tried_at: null });
});

test.each(ENGINES)("%s: a bot that starts forgets moments yet to come, and no others", async (engine) => {
  await using store = await freshStore(engine);
  await ensureChannel(store.db, { id: "a/1", chat: "a", channel: "1", now: 0 });
  for (const [id, at] of [
    ["future", 5_000_000],
    ["past", 900_000],
  ] as const) {
    await queueDelivery(store.db, deliveryOf(id, { channel_id: "a/1" }));
    await store.db
      .updateTable("deliveries")
      .set({ state: "uncertain", last_tried_at: at, absences: 1 })
      .where("id", "=", id)
      .execute();
  }

  await forgetTheFuture(store.db, NOW);

  expect(await readDelivery(store.db, "future")).toMatchObject({ last_tried_at: NOW, absences: 0 });
  expect(await readDelivery(store.db, "past")).toMatchObject({ last_tried_at: 900_000, absences: 1 });
});
