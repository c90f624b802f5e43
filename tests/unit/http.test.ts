import { expect, test } from "vitest";
import { healthOf, readinessOf } from "../../src/health.ts";
import { plainPage, serveHttp } from "../../src/http.ts";
import type { FeedRow } from "../../src/store/tables.ts";

const FEED: FeedRow = {
  name: "wto-news",
  url: "https://feed.example/",
  language: "en",
  etag: null,
  last_modified: null,
  ticked_at: 0,
  tick_due_at: 1_000_000,
  checked_at: null,
  succeeded_at: null,
  changed_at: null,
  first_look_at: null,
  failures: 7,
  error: "down",
  next_at: null,
};

test("polling is healthy until its next look is long past, whether or not the feed answers", () => {
  expect(healthOf([FEED], 1_000_000).healthy).toBe(true);
  expect(healthOf([FEED], 1_000_000 + 5 * 60_000).healthy).toBe(true);
  expect(healthOf([FEED], 1_000_001 + 5 * 60_000)).toEqual({
    healthy: false,
    detail: "polling has stopped: wto-news was due at 1970-01-01T00:16:40.000Z",
  });
  expect(healthOf([{ ...FEED, tick_due_at: null }], 0).healthy).toBe(false);
  expect(healthOf([], 0).healthy).toBe(false);
});

test("readiness asks for more: that the operators can be told", () => {
  const operators = { id: "office/ops", chat: "office" };
  const trouble = (key: string) => [{ key, detail: "It is paused." }];
  expect(readinessOf([FEED], trouble("feed:wto-news"), operators, 0).healthy).toBe(true);
  expect(readinessOf([FEED], trouble("channel:office/ops"), undefined, 0).healthy).toBe(true);
  for (const key of ["channel:office/ops", "chat:office"])
    expect(readinessOf([FEED], trouble(key), operators, 0)).toEqual({
      healthy: false,
      detail: "the operators can't be told of trouble: It is paused.",
    });
  expect(readinessOf([], [], operators, 0).healthy).toBe(false);
});

test("the health page is green or red, nothing else is there, and no request ends the program", async () => {
  let healthy = true;
  await using server = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    paths: ["/healthz"],
    pageAt: async (path) => {
      if (path !== "/healthz") return undefined;
      if (!healthy) throw new Error("database gone");
      return plainPage(200, "polling wto-news");
    },
  });
  const origin = `http://127.0.0.1:${server.port}`;

  const green = await fetch(`${origin}/healthz?x=1`);
  expect([green.status, await green.text()]).toEqual([200, "polling wto-news\n"]);
  for (const path of ["/", "//", "/%", "/../healthz/x"]) expect((await fetch(origin + path)).status).toBe(404);
  healthy = false;
  const red = await fetch(`${origin}/healthz`);
  expect([red.status, await red.text()]).toEqual([503, "the database can't be read\n"]);
});
