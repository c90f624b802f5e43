import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import timersPromises from "node:timers/promises";

/** The time of a whole process, led from outside. */
export interface SimulatedTime {
  /** Milliseconds since the harness began; no change of the clock on the wall touches it. */
  elapsed(): number;
  /** When the next timer is due. */
  next(): number | undefined;
  /** Runs the timers that are due up to a moment, in order. */
  advance(to: number): void;
  /** Sets the clock on the wall, by so much against the true time. */
  setClock(off: number): void;
}

interface Alarm {
  at: number;
  readonly every: number | undefined;
  readonly ring: () => void;
}

/**
 * Puts every clock and timer of this process under simulated time, those that the SDKs use too: `Date`, `setTimeout`,
 * `setInterval`, their promises, and `AbortSignal.timeout`. To be called before anything else is loaded.
 * @param epoch true time at the beginning, in milliseconds since 1970
 */
export function simulateTime(epoch: number, elapsed: number, off: number): SimulatedTime {
  const RealDate = Date;
  let now = elapsed;
  let wall = epoch + off;
  const alarms = new Map<SimulatedTimer, Alarm>();
  const wallNow = (): number => Math.floor(wall + now);

  class SimulatedTimer {
    readonly alarm: Alarm;
    readonly delay: number;

    constructor(ring: () => void, delay: number, every: boolean) {
      this.delay = Number.isFinite(delay) && delay >= 1 ? Math.min(delay, 2 ** 31 - 1) : 1;
      this.alarm = { at: now + this.delay, every: every ? this.delay : undefined, ring };
      alarms.set(this, this.alarm);
    }
    ref(): this {
      return this;
    }
    unref(): this {
      return this;
    }
    hasRef(): boolean {
      return true;
    }
    refresh(): this {
      this.alarm.at = now + this.delay;
      alarms.set(this, this.alarm);
      return this;
    }
    close(): this {
      alarms.delete(this);
      return this;
    }
    [Symbol.dispose](): void {
      alarms.delete(this);
    }
    [Symbol.toPrimitive](): number {
      return 0;
    }
  }

  type Callback = (...args: unknown[]) => void;
  const later =
    (every: boolean) =>
    (callback: Callback, delay = 1, ...args: unknown[]): SimulatedTimer =>
      new SimulatedTimer(() => callback(...args), delay, every);
  const clear = (timer: unknown): void => {
    if (timer instanceof SimulatedTimer) alarms.delete(timer);
  };
  const sleep = (delay = 1, value?: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clear(timer);
        reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      const timer = new SimulatedTimer(
        () => {
          signal?.removeEventListener("abort", stop);
          resolve(value);
        },
        delay,
        false,
      );
      if (signal?.aborted === true) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    });
  const timeout = (delay: number): AbortSignal => {
    const controller = new AbortController();
    const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
    void new SimulatedTimer(() => controller.abort(reason), delay, false);
    return controller.signal;
  };
  const parts = {
    setTimeout: later(false),
    setInterval: later(true),
    clearTimeout: clear,
    clearInterval: clear,
  };
  Object.assign(globalThis, parts);
  Object.assign(performance, { now: () => now });
  Object.assign(timers, parts);
  Object.assign(timersPromises, { setTimeout: sleep });
  Object.assign(AbortSignal, { timeout });
  Object.assign(globalThis, {
    Date: new Proxy(RealDate, {
      construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [wallNow()] : args, as),
      apply: () => new RealDate(wallNow()).toString(),
      get: (target, name, self) => (name === "now" ? wallNow : Reflect.get(target, name, self)),
    }),
  });
  syncBuiltinESMExports();

  const first = (): readonly [SimulatedTimer, Alarm] | undefined => {
    let found: readonly [SimulatedTimer, Alarm] | undefined;
    for (const entry of alarms) if (found === undefined || entry[1].at < found[1].at) found = entry;
    return found;
  };
  return {
    elapsed: () => now,
    next: () => first()?.[1].at,
    advance(to) {
      for (let due = first(); due !== undefined && due[1].at <= to; due = first()) {
        const [timer, alarm] = due;
        now = Math.max(now, alarm.at);
        if (alarm.every === undefined) alarms.delete(timer);
        else alarm.at = now + alarm.every;
        alarm.ring();
      }
      now = Math.max(now, to);
    },
    setClock(next) {
      wall = epoch + next;
    },
  };
}
