import { describe, expect, it } from "vitest";
import { advanceDigest, ensureChannel, listChannels, readChannel, updateChannel } from "../../../src/store/channels.ts";
import { ENGINES, freshStore } from "../../support/database.ts";

describe.each(ENGINES)("channels on %s", (engine) => {
  it("are new once", async () => {
    await using store = await freshStore(engine);
    const channel = { id: "office/C1", chat: "office", channel: "C1" };
    expect(await ensureChannel(store.db, { ...channel, now: 10 })).toBe(true);
    expect(await ensureChannel(store.db, { ...channel, now: 20 })).toBe(false);
    expect(await readChannel(store.db, "office/C1")).toEqual({
      ...channel,
      created_at: 10,
      paused_at: null,
      pause_reason: null,
      hold_until: null,
      digest_at: null,
    });
  });

  it("keep what a change leaves out", async () => {
    await using store = await freshStore(engine);
    await ensureChannel(store.db, { id: "office/C1", chat: "office", channel: "C1", now: 10 });
    await ensureChannel(store.db, { id: "office/C0", chat: "office", channel: "C0", now: 10 });
    await updateChannel(store.db, "office/C1", { paused_at: 11, pause_reason: "not invited" });
    await updateChannel(store.db, "office/C1", { hold_until: 12 });
    await updateChannel(store.db, "office/C1", {});
    expect(await listChannels(store.db)).toMatchObject([
      { id: "office/C0", paused_at: null, hold_until: null },
      { id: "office/C1", paused_at: 11, pause_reason: "not invited", hold_until: 12 },
    ]);
  });

  it("have each moment of their rhythm for one of several workers", async () => {
    await using store = await freshStore(engine);
    await ensureChannel(store.db, { id: "office/C1", chat: "office", channel: "C1", now: 10 });
    expect(await advanceDigest(store.db, "office/C1", 20)).toBe(false);
    await updateChannel(store.db, "office/C1", { digest_at: 15 });

    const advanced = await Promise.all([20, 20, 20].map((moment) => advanceDigest(store.db, "office/C1", moment)));

    expect(advanced.filter(Boolean)).toHaveLength(1);
    expect(await advanceDigest(store.db, "office/C1", 19)).toBe(false);
    expect(await readChannel(store.db, "office/C1")).toMatchObject({ digest_at: 20 });
  });

  it("that are unknown are undefined", async () => {
    await using store = await freshStore(engine);
    expect(await readChannel(store.db, "office/C9")).toBeUndefined();
  });
});
