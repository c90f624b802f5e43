import type { Millis } from "../../src/model/time.ts";
import { listHeads } from "../../src/store/outbox.ts";
import type { Db } from "../../src/store/tables.ts";

/** The channels whose first open delivery can be tried now. */
export async function channelsDue(db: Db, now: Millis): Promise<readonly string[]> {
  return (await listHeads(db, now)).filter((head) => head.readyAt <= now).map((head) => head.channelId);
}

/** The earliest moment, now or later, at which any channel's first open delivery can be tried. */
export async function nextDue(db: Db, now: Millis): Promise<Millis | undefined> {
  const moments = (await listHeads(db, now)).map((head) => head.readyAt);
  return moments.length === 0 ? undefined : Math.max(now, Math.min(...moments));
}
