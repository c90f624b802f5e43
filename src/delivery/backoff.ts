import type { Millis } from "../model/time.ts";

const FIRST: Millis = 5_000;
const LONGEST: Millis = 15 * 60_000;

/**
 * How long to wait after the n-th failed attempt: doubling from 5 s up to 15 min, with up to a fifth more at random so
 * that channels do not come back in step.
 * @param attempts failed attempts so far, at least 1
 * @param random a number from 0 up to but not including 1
 */
export function backoff(attempts: number, random: number): Millis {
  const base = Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 20));
  return Math.round(base * (1 + random / 5));
}
