import { sql } from "kysely";
import { describe, expect, it, test } from "vitest";
import { ensureChannel } from "../../../src/store/channels.ts";
import { countItems, createItem, readItem, saveVersion } from "../../../src/store/items.ts";
import { openIncident } from "../../../src/store/incidents.ts";
import { queueDelivery } from "../../../src/store/outbox.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { deliveryOf, versionOf } from "./rows.ts";

async function storeStory(tx: Db): Promise<void> {
  await ensureChannel(tx, { id: "office/C1", chat: "office", channel: "C1", now: 0 });
  await createItem(tx, { id: "story", first_seen_at: 0, published: null, relevant: 1 });
  await saveVersion(tx, versionOf());
  await openIncident(tx, { id: "1", key: "feed:a", detail: "404", now: 0 });
  await queueDelivery(tx, deliveryOf("a"));
}

describe.each(ENGINES)("a transaction on %s", (engine) => {
  it("keeps all that was done in it and returns what the work returns", async () => {
    await using store = await freshStore(engine);
    expect(
      await store.transaction(async (tx) => {
        await storeStory(tx);
        return "done";
      }),
    ).toBe("done");
    expect(await readItem(store.db, "story")).toMatchObject({ versions: [{ language: "en" }] });
  });

  it("leaves nothing where the work throws, and throws the same", async () => {
    await using store = await freshStore(engine);
    const trouble = new Error("the poll was interrupted");
    await expect(
      store.transaction(async (tx) => {
        await storeStory(tx);
        throw trouble;
      }),
    ).rejects.toBe(trouble);
    for (const table of ["channels", "items", "versions", "revisions", "incidents", "deliveries"] as const) {
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    await store.transaction(storeStory);
    expect(await countItems(store.db)).toEqual({ all: 1, relevant: 1 });
  });

  it("leaves nothing where a statement fails", async () => {
    await using store = await freshStore(engine);
    await expect(
      store.transaction(async (tx) => {
        await storeStory(tx);
        await saveVersion(tx, versionOf({ item_id: "unknown" }));
      }),
    ).rejects.toThrow(/foreign key/i);
    expect(await countItems(store.db)).toEqual({ all: 0, relevant: 0 });
  });

  it("refuses to be begun inside another one, rather than wait for itself", async () => {
    await using store = await freshStore(engine);
    await expect(store.transaction(() => store.transaction(storeStory))).rejects.toThrow("inside another one");
    expect(await countItems(store.db)).toEqual({ all: 0, relevant: 0 });
  });

  it("may be begun by what was started inside one that has ended", async () => {
    await using store = await freshStore(engine);
    const gate = Promise.withResolvers<void>();
    const { later } = await store.transaction(async () => ({
      later: gate.promise.then(() => store.transaction(storeStory)),
    }));
    gate.resolve();
    await later;
    expect(await countItems(store.db)).toEqual({ all: 1, relevant: 1 });
  });

  it("waits for its turn where another runs", async () => {
    await using store = await freshStore(engine);
    await createItem(store.db, { id: "counter", first_seen_at: 0, published: null, relevant: 0 });
    async function raise(): Promise<void> {
      await store.transaction(async (tx) => {
        await tx
          .updateTable("items")
          .set((eb) => ({ revision: eb("revision", "+", 1) }))
          .execute();
      });
    }
    await Promise.all(Array.from({ length: 12 }, raise));
    expect((await readItem(store.db, "counter"))?.item.revision).toBe(13);
  });
});

test("a disk that is full is named, though SQLite has rolled back by itself", async () => {
  await using store = await freshStore("sqlite");
  await sql`pragma max_page_count = 1`.execute(store.db);
  const filled = store.transaction(async (tx) => {
    for (let n = 0; n < 500; n += 1)
      await createItem(tx, { id: `${n}`, first_seen_at: 0, published: null, relevant: 1 });
  });
  await expect(filled).rejects.toThrow("database or disk is full");
  await sql`pragma max_page_count = 100000`.execute(store.db);
  expect(await countItems(store.db)).toEqual({ all: 0, relevant: 0 });
});
