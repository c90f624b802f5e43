import { setTimeout } from "node:timers/promises";
import type { Clock, Millis } from "./model/time.ts";

/** The longest wait that a timer of Node holds: it counts in 32 bits. */
const LONGEST_TIMER = 2_147_483_647;

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      for (let rest = ms; rest > 0; rest -= LONGEST_TIMER) {
        await setTimeout(Math.min(rest, LONGEST_TIMER), undefined, { signal });
      }
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  },
};

/** How often the clock is compared with the machine's own count of time. */
const LOOK_AT_CLOCK: Millis = 5_000;
/** So far apart, they say that the clock was set, or that the machine slept. */
const CLOCK_WAS_SET: Millis = 15_000;

/** Calls back whenever this machine's clock was set, with how far, until disposed. */
export function whenClockIsSet(then: (by: Millis) => Promise<void>): Disposable {
  let known = aheadOfCount();
  const timer = setInterval(() => {
    const by = aheadOfCount() - known;
    known += by;
    if (Math.abs(by) >= CLOCK_WAS_SET) void then(by);
  }, LOOK_AT_CLOCK);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** How far the clock on the wall is ahead of what the machine counts since the start, which nobody can set. */
function aheadOfCount(): Millis {
  return Date.now() - performance.now();
}

/** A clock that is further off spoils the search for lost posts and the times in notices. */
export const CLOCK_TOLERANCE: Millis = 30_000;
