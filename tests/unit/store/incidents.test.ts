import { describe, expect, it } from "vitest";
import { newId } from "../../../src/store/ids.ts";
import { closeIncident, openIncident, openIncidents, readIncident } from "../../../src/store/incidents.ts";
import { ENGINES, freshStore } from "../../support/database.ts";

describe.each(ENGINES)("incidents on %s", (engine) => {
  it("are open once for each key, with the newest detail", async () => {
    await using store = await freshStore(engine);
    expect(await openIncident(store.db, { id: "1", key: "feed:a", detail: "404", now: 10 })).toBe(true);
    expect(await openIncident(store.db, { id: "2", key: "feed:a", detail: "500", now: 20 })).toBe(false);
    expect(await openIncident(store.db, { id: "3", key: "feed:b", detail: "404", now: 5 })).toBe(true);
    expect(await openIncidents(store.db)).toEqual([
      { id: "3", key: "feed:b", detail: "404", opened_at: 5, closed_at: null },
      { id: "1", key: "feed:a", detail: "500", opened_at: 10, closed_at: null },
    ]);
  });

  it("close once and may open again", async () => {
    await using store = await freshStore(engine);
    await openIncident(store.db, { id: "1", key: "feed:a", detail: "404", now: 10 });
    expect(await closeIncident(store.db, "feed:a", 30)).toMatchObject({ id: "1", closed_at: 30 });
    expect(await closeIncident(store.db, "feed:a", 40)).toBeUndefined();
    expect(await openIncident(store.db, { id: "2", key: "feed:a", detail: "500", now: 50 })).toBe(true);
    expect(await readIncident(store.db, "1")).toMatchObject({ detail: "404", closed_at: 30 });
    expect(await openIncidents(store.db)).toMatchObject([{ id: "2" }]);
    expect(await readIncident(store.db, "9")).toBeUndefined();
  });
});

describe("a new id", () => {
  it("is 24 lower-case hexadecimal characters, another one each time", () => {
    expect(newId()).toMatch(/^[0-9a-f]{24}$/);
    expect(newId()).not.toBe(newId());
    expect(newId((bytes) => Buffer.alloc(bytes, 0xab))).toBe("ab".repeat(12));
  });
});
