import { describe, expect, it } from "vitest";
import { bumpDigest, createDigest, readDigest } from "../../../src/store/digests.ts";
import { createItem } from "../../../src/store/items.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";

async function enterItems(db: Db, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await createItem(db, { id, first_seen_at: 1, published: null, relevant: 1 });
  }
}

describe.each(ENGINES)("digests on %s", (engine) => {
  it("keep their items in order", async () => {
    await using store = await freshStore(engine);
    await enterItems(store.db, "a", "b", "c");
    await createDigest(store.db, { id: "d", itemIds: ["b", "c", "a"], now: 5 });
    expect(await readDigest(store.db, "d")).toEqual({
      digest: { id: "d", created_at: 5, revision: 1 },
      itemIds: ["b", "c", "a"],
    });
    expect(await readDigest(store.db, "other")).toBeUndefined();
  });

  it("count their changes", async () => {
    await using store = await freshStore(engine);
    await enterItems(store.db, "a");
    await createDigest(store.db, { id: "d", itemIds: ["a"], now: 5 });
    expect(await bumpDigest(store.db, "d")).toBe(2);
    expect(await bumpDigest(store.db, "d")).toBe(3);
    expect((await readDigest(store.db, "d"))?.digest.revision).toBe(3);
    await expect(bumpDigest(store.db, "other")).rejects.toThrow("There is no digest other");
  });

  it("are not there at all where an item is unknown", async () => {
    await using store = await freshStore(engine);
    await enterItems(store.db, "a");
    await expect(createDigest(store.db, { id: "d", itemIds: ["a", "unknown"], now: 5 })).rejects.toThrow(
      /foreign key/i,
    );
    expect(await readDigest(store.db, "d")).toBeUndefined();
  });
});
