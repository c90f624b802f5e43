import type { Millis } from "../../src/model/time.ts";

/** True time outside the bot: it begins at an epoch and moves only when it is moved. */
export interface Timeline {
  readonly epoch: Millis;
  /** Milliseconds since the beginning. */
  elapsed(): Millis;
  /** Milliseconds since 1970. */
  now(): Millis;
  /** Lets something happen so much later. */
  later(after: Millis, what: () => void | Promise<void>): void;
  /** When the next such thing happens, since the beginning. */
  next(): Millis | undefined;
  /** Moves on and lets happen what is due, in order. */
  moveTo(elapsed: Millis): Promise<void>;
}

export function createTimeline(epoch: Millis): Timeline {
  let elapsed = 0;
  const coming: { readonly at: Millis; readonly what: () => void | Promise<void> }[] = [];
  return {
    epoch,
    elapsed: () => elapsed,
    now: () => epoch + elapsed,
    later(after, what) {
      coming.push({ at: elapsed + after, what });
      coming.sort((a, b) => a.at - b.at);
    },
    next: () => coming[0]?.at,
    async moveTo(to) {
      for (let due = coming[0]; due !== undefined && due.at <= to; due = coming[0]) {
        coming.shift();
        elapsed = Math.max(elapsed, due.at);
        await due.what();
      }
      elapsed = Math.max(elapsed, to);
    },
  };
}
