import { isWorthALine } from "../model/log.ts";
import type { Millis } from "../model/time.ts";
import { attempt } from "./attempt.ts";
import { makeDigests } from "./digests.ts";
import { claimNext, listReady } from "./order.ts";
import type { DeliveryTools } from "./tools.ts";

/** How long a worker has a delivery for itself: well above the longest call. A crash frees it after that. */
const LEASE: Millis = 60_000;
/** The longest sleep between two looks at the outbox. */
const LONGEST_SLEEP: Millis = 30_000;
const AFTER_FAILURE: Millis = 5_000;

/** When to stop: `soon` takes up nothing new, `now` also ends the call under way. */
export interface Stop {
  readonly soon: AbortSignal;
  readonly now: AbortSignal;
}

/** A bell that wakes the dispatcher when something was queued. */
export interface Bell {
  ring(): void;
  /** A signal that aborts at the next ring. */
  next(): AbortSignal;
}

export function createBell(): Bell {
  let current = new AbortController();
  return {
    ring: () => {
      const ringing = current;
      current = new AbortController();
      ringing.abort();
    },
    next: () => current.signal,
  };
}

/**
 * Delivers whatever is due, channel by channel side by side and within each channel in order, until nothing is due.
 * One channel never holds up another. Throws what the database fails with, after everything under way has ended.
 */
export async function deliverDue(tools: DeliveryTools, stop: Stop): Promise<void> {
  const workers = createWorkers(tools, stop);
  try {
    for (;;) {
      await workers.start();
      if (workers.idle()) return;
      await workers.anyEnd();
    }
  } finally {
    await workers.allEnd();
  }
}

/** Delivers until told to stop, sleeping until something is due or the bell rings. Survives a database that fails for a while. */
export async function keepDelivering(tools: DeliveryTools, bell: Bell, stop: Stop): Promise<void> {
  const workers = createWorkers(tools, stop);
  let failures = 0;
  while (!stop.soon.aborted) {
    const rung = bell.next();
    let wait: Millis;
    try {
      wait = Math.min(LONGEST_SLEEP, await workers.start());
      failures = 0;
    } catch (error) {
      failures += 1;
      const level = isWorthALine(failures) ? "error" : "debug";
      tools.log[level]({ error, failures }, "the outbox can't be worked off; trying again");
      wait = AFTER_FAILURE;
    }
    const sleep = new AbortController();
    const sleeping = tools.clock.sleep(wait, AbortSignal.any([rung, stop.soon, sleep.signal])).catch(() => {});
    await Promise.race([sleeping, ...(workers.idle() ? [] : [workers.anyEnd().catch(() => {})])]);
    sleep.abort();
    await sleeping;
  }
  await workers.allEnd();
}

/** One worker for each channel that has something due. */
interface Workers {
  /** Starts a worker for each channel that is due and has none; returns how long nothing else will be due. Throws what a worker failed with. */
  start(): Promise<Millis>;
  idle(): boolean;
  /** Resolves when one of the workers has ended. */
  anyEnd(): Promise<void>;
  /** Resolves when all have ended, however they did. */
  allEnd(): Promise<void>;
}

function createWorkers(tools: DeliveryTools, stop: Stop): Workers {
  const running = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const work = async (channelId: string): Promise<void> => {
    try {
      await drain(channelId, tools, stop);
    } catch (error) {
      failures.push(error);
    } finally {
      running.delete(channelId);
    }
  };
  return {
    async start() {
      if (failures.length > 0) throw failures.splice(0)[0];
      if (stop.soon.aborted) return Infinity;
      const now = tools.clock.now();
      const channels = await tools.channels(tools.store.db);
      let next = await makeDigests(tools, channels, now);
      for (const { channel, readyAt } of await listReady(tools.store.db, channels, now)) {
        if (running.has(channel.id)) continue;
        if (readyAt <= now) running.set(channel.id, work(channel.id));
        else next = Math.min(next, readyAt - now);
      }
      return next;
    },
    idle: () => running.size === 0,
    anyEnd: () => Promise.race(running.values()),
    async allEnd() {
      await Promise.all(running.values());
    },
  };
}

/** Works off one channel as long as its head is due, each time as the channel then is. */
async function drain(id: string, tools: DeliveryTools, stop: Stop): Promise<void> {
  while (!stop.soon.aborted) {
    const now = tools.clock.now();
    const channel = (await tools.channels(tools.store.db)).find((one) => one.id === id);
    if (channel === undefined) return;
    const row = await claimNext(tools.store.db, channel, now, now + LEASE);
    if (row === undefined) return;
    tools.observe?.("claimed", row.id);
    const adapter = tools.adapters.get(channel.chat);
    if (adapter === undefined) throw new Error(`Channel ${channel.id} has no adapter.`);
    await attempt({ row, channel, adapter }, tools, stop.now);
  }
}
