import { describe, expect, it } from "vitest";
import { encodeAnalysis } from "../../../src/store/analysis.ts";
import {
  addKeys,
  countItems,
  createItem,
  findItemByKeys,
  findItemBySource,
  newestRelevant,
  readItem,
  saveVersion,
  touchVersion,
  versionsByStem,
} from "../../../src/store/items.ts";
import { readRevisions } from "../../../src/store/revisions.ts";
import type { Db, NewVersion } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { analysisOf, versionOf } from "./rows.ts";

async function enter(db: Db, id: string, changes: Partial<NewVersion> = {}): Promise<void> {
  const version = versionOf({ item_id: id, ...changes });
  const { first_seen_at, published = null, relevant } = version;
  await createItem(db, { id, first_seen_at, published, relevant });
  await saveVersion(db, version);
}

function about(...topics: readonly string[]): Partial<NewVersion> {
  return { analysis: encodeAnalysis(analysisOf({ topics })) };
}

describe.each(ENGINES)("items on %s", (engine) => {
  it("are found under any of their keys, and the one seen first where several match", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "late", { first_seen_at: 200 });
    await enter(store.db, "early", { first_seen_at: 100 });
    await addKeys(store.db, "late", ["link:l", "guid:l"]);
    await addKeys(store.db, "early", ["link:e"]);
    expect(await findItemByKeys(store.db, ["guid:l", "guid:x"])).toBe("late");
    expect(await findItemByKeys(store.db, ["link:l", "link:e"])).toBe("early");
    expect(await findItemByKeys(store.db, ["link:x"])).toBeUndefined();
    expect(await findItemByKeys(store.db, [])).toBeUndefined();
  });

  it("keep a key that another item asks for", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "one");
    await enter(store.db, "two");
    await addKeys(store.db, "one", ["k", "k"]);
    await addKeys(store.db, "two", ["k", "own"]);
    await addKeys(store.db, "two", []);
    expect(await findItemByKeys(store.db, ["k"])).toBe("one");
    expect(await findItemByKeys(store.db, ["own"])).toBe("two");
  });

  it("take the wording, the history keeps the former one, and the first sight stays", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story", { text: "The article." });
    const { text: _, ...corrected } = versionOf({ title: "Corrected", revision: 2, content_hash: "b" });
    await saveVersion(store.db, { ...corrected, first_seen_at: 300, changed_at: 300, last_seen_at: 300 });
    const stored = await readItem(store.db, "story");
    expect(stored?.item).toEqual({
      id: "story",
      first_seen_at: 100,
      revision: 2,
      relevant: 1,
      published: "2026-06-01",
    });
    expect(stored?.versions).toEqual([
      {
        ...corrected,
        text: null,
        first_seen_at: 100,
        changed_at: 300,
        last_seen_at: 300,
        missing_looks: 0,
        missing_since: null,
      },
    ]);
    expect(await readRevisions(store.db, "story", "fr")).toEqual([]);
    expect(await readRevisions(store.db, "story", "en")).toMatchObject([
      { revision: 1, title: "Members discuss rules", text: "The article.", content_hash: "a", seen_at: 100 },
      { revision: 2, title: "Corrected", text: null, content_hash: "b", seen_at: 300 },
    ]);
  });

  it("are relevant where any version is, and date from the earliest", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story", { relevant: 0, published: "2026-06-02" });
    expect(await countItems(store.db)).toEqual({ all: 1, relevant: 0 });
    await saveVersion(
      store.db,
      versionOf({ language: "fr", revision: 2, relevant: 1, published: "2026-06-01", first_seen_at: 150 }),
    );
    expect((await readItem(store.db, "story"))?.item).toMatchObject({
      revision: 2,
      relevant: 1,
      published: "2026-06-01",
    });
    await saveVersion(store.db, versionOf({ language: "fr", revision: 3, relevant: 0, published: null }));
    const stored = await readItem(store.db, "story");
    expect(stored?.item).toMatchObject({ revision: 3, relevant: 0, published: "2026-06-02" });
    expect(stored?.versions.map((version) => version.language)).toEqual(["en", "fr"]);
  });

  it("refuse a second wording at the same revision, and are then as before", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story");
    await expect(saveVersion(store.db, versionOf({ title: "Rewritten" }))).rejects.toThrow(/unique/i);
    expect((await readItem(store.db, "story"))?.versions[0]?.title).toBe("Members discuss rules");
  });

  it("refuse a version of an item that is not there", async () => {
    await using store = await freshStore(engine);
    await expect(saveVersion(store.db, versionOf())).rejects.toThrow(/foreign key/i);
  });

  it("note when an unchanged version was last seen", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story");
    await saveVersion(store.db, versionOf({ language: "fr", revision: 2 }));
    await touchVersion(store.db, "story", "fr", 900);
    const versions = (await readItem(store.db, "story"))?.versions;
    expect(versions?.map((version) => version.last_seen_at)).toEqual([100, 900]);
  });

  it("are found by the stem of their link", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "b", { stem: "ecom_01jun26", first_seen_at: 200 });
    await enter(store.db, "a", { stem: "ecom_01jun26", first_seen_at: 100 });
    await enter(store.db, "c", { stem: null });
    const found = await versionsByStem(store.db, "ecom_01jun26");
    expect(found.map((version) => version.item_id)).toEqual(["a", "b"]);
  });

  it("are found by id or by key, as a person names them", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story");
    await addKeys(store.db, "story", ["link:s"]);
    expect((await findItemBySource(store.db, "story", undefined))?.item.id).toBe("story");
    expect((await findItemBySource(store.db, "https://example.org/s", "link:s"))?.item.id).toBe("story");
    expect(await findItemBySource(store.db, "https://example.org/x", "link:x")).toBeUndefined();
    expect(await findItemBySource(store.db, "nothing", undefined)).toBeUndefined();
  });

  it("are listed newest first, the day before the moment of sight, undated last, irrelevant never", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "undated", { published: null, first_seen_at: 999 });
    await enter(store.db, "old", { published: "2026-01-01", first_seen_at: 900 });
    await enter(store.db, "new-a", { published: "2026-06-01", first_seen_at: 100 });
    await enter(store.db, "new-b", { published: "2026-06-01", first_seen_at: 200 });
    await enter(store.db, "other", { published: "2026-07-01", relevant: 0 });
    const ids = async (limit: number): Promise<readonly string[]> =>
      (await newestRelevant(store.db, { limit })).map((stored) => stored.item.id);
    expect(await ids(10)).toEqual(["new-b", "new-a", "old", "undated"]);
    expect(await ids(2)).toEqual(["new-b", "new-a"]);
    expect(await ids(0)).toEqual([]);
  });

  it("are chosen by the topics of any version, however far back", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "wanted", { ...about("moratorium"), published: "2025-01-01" });
    await enter(store.db, "in-french", { ...about(), published: "2025-01-02" });
    await saveVersion(store.db, versionOf({ item_id: "in-french", language: "fr", revision: 2, ...about("privacy") }));
    await store.transaction(async (tx) => {
      for (let n = 0; n < 60; n += 1) {
        await enter(tx, `other-${n}`, { ...about("telecommunications"), published: "2026-01-01" });
      }
    });
    const found = await newestRelevant(store.db, { limit: 2, topics: ["moratorium", "privacy"] });
    expect(found.map((stored) => stored.item.id).sort()).toEqual(["in-french", "wanted"]);
    expect(await newestRelevant(store.db, { limit: 2, topics: ["cryptography"] })).toEqual([]);
  });

  it("are counted", async () => {
    await using store = await freshStore(engine);
    expect(await countItems(store.db)).toEqual({ all: 0, relevant: 0 });
    await enter(store.db, "a", { relevant: 1 });
    await enter(store.db, "b", { relevant: 0 });
    await enter(store.db, "c", { relevant: 1 });
    expect(await countItems(store.db)).toEqual({ all: 3, relevant: 2 });
  });
});
