import type { Millis } from "../model/time.ts";

const MINUTE = 60_000;
const FIRST_PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = 6 * 60 * MINUTE;
const LONGEST_WISH = 24 * 60 * MINUTE;

export interface FailedLooks {
  /** Failures in a row, the last one included. */
  readonly failures: number;
  /** What the server asked for with the last failure, in milliseconds. */
  readonly retryAfter: Millis | undefined;
  readonly now: Millis;
  /** A number from 0 up to 1, so that many installations do not come back at the same moment. */
  readonly random: number;
}

/**
 * The moment before which a feed is not asked again: `now` after a success, else 5 minutes doubled with each failure up
 * to 6 hours, of which the second half is left to chance. A server's own wish (`Retry-After`) is kept where it is
 * longer, up to 24 hours: a slip such as a date in the next century must not silence a feed.
 */
export function nextLook({ failures, retryAfter, now, random }: FailedLooks): Millis {
  const wish = Math.min(Math.max(retryAfter ?? 0, 0), LONGEST_WISH);
  return now + Math.max(pauseAfter(failures, random), wish);
}

function pauseAfter(failures: number, random: number): Millis {
  if (failures <= 0) return 0;
  const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  return Math.round(pause / 2 + (pause / 2) * random);
}
