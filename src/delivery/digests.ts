import type { Millis } from "../model/time.ts";
import { advanceDigest, listChannels, updateChannel } from "../store/channels.ts";
import { createDigest } from "../store/digests.ts";
import { newId } from "../store/ids.ts";
import { readItem } from "../store/items.ts";
import { listOpen, LONGEST_WAIT } from "../store/outbox.ts";
import { readOverride } from "../store/overrides.ts";
import type { Db } from "../store/tables.ts";
import { channelsWaiting, listWaiting, removeWaiting } from "../store/waiting.ts";
import type { Channel } from "./channel.ts";
import { momentsOf } from "./moments.ts";
import { queue } from "./queue.ts";
import type { DeliveryTools } from "./tools.ts";
import { wants } from "./wording.ts";

/**
 * Queues the digests whose moment has come: one a channel, however many moments have passed since the last. Where a
 * channel gets each item by itself by now, what waited for its digest comes at once.
 * @returns how long it is until the next moment of any channel
 */
export async function makeDigests(tools: DeliveryTools, channels: readonly Channel[], now: Millis): Promise<Millis> {
  const { db } = tools.store;
  const known = new Map((await listChannels(db)).map((row) => [row.id, row]));
  const waiting = await channelsWaiting(db);
  let next = Infinity;
  for (const channel of channels) {
    const row = known.get(channel.id);
    if (row === undefined || !channel.news) continue;
    if (channel.digest === undefined) {
      if (row.digest_at !== null) await updateChannel(db, channel.id, { digest_at: null });
      if (waiting.has(channel.id)) await tools.store.transaction((tx) => queueDigest(tx, channel, now));
      continue;
    }
    const moments = momentsOf(channel.digest, channel.timezone);
    next = Math.min(next, moments.next(now) - now);
    const latest = moments.latest(now);
    // A moment far ahead was written under a clock that went wrong. What is new begins to count now.
    if (row.digest_at === null || row.digest_at > now + LONGEST_WAIT)
      await updateChannel(db, channel.id, { digest_at: latest });
    else if (row.digest_at < latest)
      await tools.store.transaction(async (tx) => {
        // Of several workers one gets it.
        if (await advanceDigest(tx, channel.id, latest)) await queueDigest(tx, channel, now);
      });
  }
  return next;
}

async function queueDigest(db: Db, channel: Channel, now: Millis): Promise<void> {
  const done: string[] = [];
  const itemIds: string[] = [];
  for (const id of await listWaiting(db, channel.id)) {
    // Should the person think again, it comes with the next.
    if ((await readOverride(db, id, channel.id))?.verdict === "retract") continue;
    done.push(id);
    const stored = await readItem(db, id);
    if (stored !== undefined && wants(channel, stored)) itemIds.push(id);
  }
  await removeWaiting(db, channel.id, done);
  if (itemIds.length === 0 && !(await needsSign(db, channel, now))) return;
  const id = newId();
  await createDigest(db, { id, itemIds, now });
  await queue(db, channel.id, "post", { kind: "digest", id }, 0, now);
}

/** Whether a digest without items is wished. While earlier posts wait, as in an outage, one more would say nothing. */
async function needsSign(db: Db, channel: Channel, now: Millis): Promise<boolean> {
  if (!channel.signOfLife || channel.digest === undefined) return false;
  return (await listOpen(db, channel.id, now)).every((row) => row.kind !== "post");
}
