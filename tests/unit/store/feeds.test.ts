import { describe, expect, it } from "vitest";
import { ensureFeed, listFeeds, readFeed, updateFeed } from "../../../src/store/feeds.ts";
import { ENGINES, freshStore } from "../../support/database.ts";

const feed = { name: "wto-news", url: "https://example.org/a.xml", language: "en" } as const;

describe.each(ENGINES)("feeds on %s", (engine) => {
  it("begin with nothing known", async () => {
    await using store = await freshStore(engine);
    await ensureFeed(store.db, feed);
    expect(await readFeed(store.db, "wto-news")).toEqual({
      ...feed,
      etag: null,
      last_modified: null,
      ticked_at: null,
      tick_due_at: null,
      checked_at: null,
      succeeded_at: null,
      changed_at: null,
      first_look_at: null,
      failures: 0,
      error: null,
      next_at: null,
    });
    expect(await readFeed(store.db, "other")).toBeUndefined();
  });

  it("keep what is known when they are entered again", async () => {
    await using store = await freshStore(engine);
    await ensureFeed(store.db, feed);
    await updateFeed(store.db, "wto-news", { etag: '"1"', first_look_at: 5, failures: 2 });
    await updateFeed(store.db, "wto-news", {});
    await ensureFeed(store.db, { ...feed, language: "fr" });
    expect(await readFeed(store.db, "wto-news")).toMatchObject({
      language: "fr",
      etag: '"1"',
      first_look_at: 5,
      failures: 2,
    });
  });

  it("forget what the former address said when it changes, but not that they were read before", async () => {
    await using store = await freshStore(engine);
    await ensureFeed(store.db, feed);
    await updateFeed(store.db, "wto-news", {
      etag: '"1"',
      last_modified: "Mon, 01 Jun 2026 00:00:00 GMT",
      first_look_at: 5,
      failures: 2,
      error: "404",
      next_at: 9,
    });
    await ensureFeed(store.db, { ...feed, url: "https://example.org/b.xml" });
    expect(await readFeed(store.db, "wto-news")).toMatchObject({
      url: "https://example.org/b.xml",
      etag: null,
      last_modified: null,
      first_look_at: 5,
      failures: 0,
      error: null,
      next_at: null,
    });
  });

  it("are listed by name and changed one at a time", async () => {
    await using store = await freshStore(engine);
    await ensureFeed(store.db, feed);
    await ensureFeed(store.db, { ...feed, name: "wto-fr", language: "fr" });
    await updateFeed(store.db, "wto-fr", { checked_at: 7 });
    expect(await listFeeds(store.db)).toMatchObject([
      { name: "wto-fr", checked_at: 7 },
      { name: "wto-news", checked_at: null },
    ]);
  });
});
