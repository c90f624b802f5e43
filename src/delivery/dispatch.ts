import type { Millis } from "../model/time.ts";
import { channelsDue, claimHead, nextDue, settle } from "../store/outbox.ts";
import type { DeliveryRow } from "../store/tables.ts";
import { attempt } from "./attempt.ts";
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
 * One channel never holds up another.
 */
export async function deliverDue(tools: DeliveryTools, stop: Stop): Promise<void> {
  while (!stop.soon.aborted) {
    const due = await channelsDue(tools.store.db, tools.clock.now());
    if (due.length === 0) return;
    const worked = await Promise.all(due.map((channel) => drain(channel, tools, stop)));
    if (!worked.includes(true)) return;
  }
}

/** Delivers until told to stop, sleeping until something is due or the bell rings. */
export async function keepDelivering(tools: DeliveryTools, bell: Bell, stop: Stop): Promise<void> {
  while (!stop.soon.aborted) {
    const rung = bell.next();
    const wait = await deliverAndLookAhead(tools, stop);
    await tools.clock.sleep(wait, AbortSignal.any([rung, stop.soon])).catch(() => {});
  }
}

/** Delivers what is due; returns how long nothing else will be. Survives a database that fails for a while. */
async function deliverAndLookAhead(tools: DeliveryTools, stop: Stop): Promise<Millis> {
  try {
    await deliverDue(tools, stop);
    const now = tools.clock.now();
    const due = await nextDue(tools.store.db, now);
    return Math.max(0, Math.min(LONGEST_SLEEP, (due ?? Infinity) - now));
  } catch (error) {
    tools.log.error({ error }, "the outbox can't be read; trying again");
    return AFTER_FAILURE;
  }
}

/** Works off one channel as long as its head is due. True where anything was done. */
async function drain(channelId: string, tools: DeliveryTools, stop: Stop): Promise<boolean> {
  let worked = false;
  while (!stop.soon.aborted) {
    const now = tools.clock.now();
    const row = await claimHead(tools.store.db, channelId, now, now + LEASE);
    if (row === undefined) return worked;
    worked = true;
    await take(row, tools, stop.now);
  }
  return worked;
}

async function take(row: DeliveryRow, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const channel = tools.channels.get(row.channel_id);
  const adapter = channel && tools.adapters.get(channel.chat);
  if (channel === undefined || adapter === undefined) {
    const reason = "the channel is no longer in the configuration";
    await settle(tools.store.db, row, { state: "skipped", reason, settled_at: tools.clock.now() });
    tools.log.warn({ delivery: row.id, channel: row.channel_id }, reason);
    return;
  }
  try {
    await attempt({ row, channel, adapter }, tools, signal);
  } catch (error) {
    // The database failed under us, so what became of the call can't be recorded now. The lease runs out, and then the
    // platform is asked before anything is posted again.
    tools.log.error({ delivery: row.id, channel: channel.id, error }, "delivery not recorded; it is taken up again");
  }
}
