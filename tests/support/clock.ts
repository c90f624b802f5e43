import type { Clock, Millis } from "../../src/model/time.ts";

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  /** Moves to a moment and wakes the sleepers that are due. Never goes back. */
  moveTo(at: Millis): void;
  advance(ms: Millis): void;
  /** Somebody puts it back; the sleepers sleep on. */
  setBack(ms: Millis): void;
}

/** A clock led by hand, beginning at a moment. */
export function handClock(start: Millis): HandClock {
  let now = start;
  const sleepers = new Set<{ readonly at: Millis; readonly wake: () => void }>();
  const moveTo = (at: Millis): void => {
    now = Math.max(now, at);
    for (const sleeper of sleepers) {
      if (sleeper.at > now) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  };
  return {
    now: () => now,
    moveTo,
    advance: (ms) => moveTo(now + ms),
    setBack: (ms) => {
      now -= ms;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
  };
}
