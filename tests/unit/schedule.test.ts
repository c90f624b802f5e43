import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runOnSchedule } from "../../src/schedule.ts";
import type { Log } from "../../src/model/log.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-06-23T08:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

function recorder(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const line = (_: object, message: string): void => void lines.push(message);
  return { log: { debug: () => {}, info: line, warn: line, error: line }, lines };
}

const QUARTERS = { name: "wto-news", cron: "*/15 * * * *", timezone: "Europe/Zurich" };

test.each([-2 * DAY, -90 * MINUTE, 3 * 60 * MINUTE, 400 * DAY])(
  "a clock that is set by %i ms makes it run at once and go on from there, with one line in the log",
  async (by) => {
    const runs: number[] = [];
    const { log, lines } = recorder();
    await using _ = await runOnSchedule(QUARTERS, async () => void runs.push(Date.now()), log);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(runs).toHaveLength(2);

    vi.setSystemTime(Date.now() + by);
    await vi.advanceTimersByTimeAsync(31 * MINUTE);

    // At once, and at two quarters of an hour.
    expect(runs).toHaveLength(5);
    expect(lines).toEqual(["the clock was set; the schedule begins anew"]);
  },
);

test("a run that is under way is not joined by another, whoever would begin it", async () => {
  let runs = 0;
  const { promise: first, resolve: end } = Promise.withResolvers<void>();
  const schedule = await runOnSchedule(
    QUARTERS,
    async () => {
      runs += 1;
      if (runs === 2) await first;
    },
    recorder().log,
  );
  await vi.advanceTimersByTimeAsync(15 * MINUTE);
  vi.setSystemTime(Date.now() + DAY);
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  expect(runs).toBe(2);

  end();
  await vi.advanceTimersByTimeAsync(16 * MINUTE);
  expect(runs).toBe(3);
  await schedule[Symbol.asyncDispose]();
});

test("nothing is said and nothing runs twice while the clock is right", async () => {
  let runs = 0;
  const { log, lines } = recorder();
  await using _ = await runOnSchedule(QUARTERS, async () => void (runs += 1), log);
  await vi.advanceTimersByTimeAsync(DAY);
  expect([runs, lines]).toEqual([97, []]);
});
