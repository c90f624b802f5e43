import { foldedWords } from "../model/fold.ts";
import type { Millis } from "../model/time.ts";
import { readDigest } from "../store/digests.ts";
import { readItem } from "../store/items.ts";
import { claimHead, listHeads, listOpen, placeOf, type OpenDelivery } from "../store/outbox.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import type { Db } from "../store/tables.ts";
import type { Channel } from "./channel.ts";
import { quietUntil } from "./moments.ts";
import { payloadOf } from "./payload.ts";
import { shownVersion } from "./wording.ts";

/** A channel for which something is open. */
export interface Ready {
  readonly channel: Channel;
  /** When the next of it can be tried; in the past where it waits for a worker. */
  readonly readyAt: Millis;
  /** Why nobody needs to do anything about it: quiet hours, or a moment of its own. */
  readonly resting: boolean;
}

/** Until when the channel is left alone; undefined where it is not at this moment. */
export function quietEnd({ quiet, timezone }: Channel, at: Millis): Millis | undefined {
  return quiet === undefined ? undefined : quietUntil(quiet, timezone, at);
}

/** What is open in the given channels and when it can be tried, the longest waiting first. */
export async function listReady(db: Db, channels: readonly Channel[], now: Millis): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (const { channelId, readyAt, inOrder } of await listHeads(db, now)) {
    const channel = channels.find((one) => one.id === channelId);
    // What waits for a channel that is gone is kept, should the channel come back.
    if (channel === undefined) continue;
    const until = inOrder ? quietEnd(channel, now) : undefined;
    if (until === undefined) {
      ready.push({ channel, readyAt, resting: !inOrder });
      continue;
    }
    const passing = await firstPassing(db, channel, now);
    if (passing === undefined) ready.push({ channel, readyAt: until, resting: true });
    else ready.push({ channel, readyAt: placeOf(passing, now).readyAt, resting: false });
  }
  return ready;
}

/** Takes the next delivery of a channel, in its quiet hours the next that passes; undefined where none can be tried now. */
export async function claimNext(
  db: Db,
  channel: Channel,
  now: Millis,
  leaseUntil: Millis,
): Promise<DeliveryRow | undefined> {
  if (quietEnd(channel, now) === undefined) return await claimHead(db, channel.id, now, leaseUntil);
  const passing = await firstPassing(db, channel, now);
  return passing && (await claimHead(db, channel.id, now, leaseUntil, passing.id));
}

async function firstPassing(db: Db, channel: Channel, now: Millis): Promise<OpenDelivery | undefined> {
  for (const row of await listOpen(db, channel.id, now)) if (await passes(db, channel, row)) return row;
  return undefined;
}

/**
 * Whether a delivery is made in quiet hours too: what was begun before is finished; corrections in place notify nobody;
 * operators' notices are for them to silence; and an item may hold a word that passes, or a person asked for it.
 */
async function passes(db: Db, channel: Channel, row: DeliveryRow): Promise<boolean> {
  if (row.state !== "pending") return true;
  if (row.kind !== "post" && row.kind !== "reply" && row.kind !== "welcome") return true;
  if (payloadOf(row).asked === true) return true;
  if (row.kind === "welcome" || channel.passing.length === 0) return false;
  const digest = row.subject_kind === "digest" ? await readDigest(db, row.subject_id) : undefined;
  for (const id of digest?.itemIds ?? [row.subject_id]) {
    const stored = await readItem(db, id);
    const version = stored && shownVersion(stored, channel.language);
    if (version === undefined) continue;
    if (holdsAny(`${version.title} ${version.description} ${version.text ?? ""}`, channel.passing)) return true;
  }
  return false;
}

/** Whether a text holds one of the words or phrases, whatever their case and accents. */
export function holdsAny(text: string, phrases: readonly string[]): boolean {
  const words = folded(text);
  return phrases.map(folded).some((phrase) => phrase.trim() !== "" && words.includes(phrase));
}

/** The words between blanks, so that whole words are compared. */
function folded(text: string): string {
  return ` ${foldedWords(text)
    .map(({ word }) => word)
    .join(" ")} `;
}
