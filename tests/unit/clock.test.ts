import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";

test("the clock tells epoch milliseconds", () => {
  const before = Date.now();
  const now = systemClock.now();

  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test("a sleep ends", async () => {
  await expect(systemClock.sleep(1, new AbortController().signal)).resolves.toBeUndefined();
});

test("an aborted sleep rejects with the signal's own reason, however long it was to be", async () => {
  const stop = new AbortController();
  const reason = new Error("stopping");
  const sleeping = systemClock.sleep(90 * 24 * 3_600_000, stop.signal);

  stop.abort(reason);

  await expect(sleeping).rejects.toBe(reason);
});
