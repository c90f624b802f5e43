import { setTimeout } from "node:timers/promises";
import type { Clock } from "./model/time.ts";

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
