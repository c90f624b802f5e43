import type { Millis } from "../model/time.ts";
import type { OverrideRow } from "../store/chat-tables.ts";
import { postsShowing } from "../store/deliveries.ts";
import { bumpDigest } from "../store/digests.ts";
import { reviveDelivery } from "../store/outbox.ts";
import { bumpItem, readOverride, removeOverride, saveOverride } from "../store/overrides.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import type { Db } from "../store/tables.ts";
import { isWaiting, removeWaiting } from "../store/waiting.ts";
import { encodePayload } from "./payload.ts";
import { queue } from "./queue.ts";

/** A person's word on an item in one channel. */
export interface Word {
  readonly itemId: string;
  readonly channelId: string;
  /** The name of who says it. */
  readonly by: string;
  readonly reason: string | undefined;
}

/**
 * What became of a wish to have an item posted: it goes out now; it stands there already; it is under way already; or it
 * had been taken back, and stands again.
 */
export type Posted = "queued" | "standing" | "waiting" | "restored";

/** What became of a wish to take an item back. `absent`: it was never to be posted there. */
export type Retracted = "retracted" | "already" | "absent";

const GIVEN_UP: ReadonlySet<DeliveryRow["state"]> = new Set(["failed", "skipped"]);

/** Posts an item in one channel alone, whatever the program thinks of it, inside the caller's transaction. */
export async function postItem(db: Db, word: Word, now: Millis): Promise<Posted> {
  const { itemId, channelId } = word;
  const posts = await postsIn(db, itemId, channelId);
  const live = posts.filter((post) => !GIVEN_UP.has(post.state));
  const before = await readOverride(db, itemId, channelId);
  if (before?.verdict === "retract" && live.length > 0) {
    await saveOverride(db, overrideOf(word, "post", now));
    await showAnew(db, posts, now);
    return "restored";
  }
  if (live.length > 0) return live.some((post) => post.state === "sent") ? "standing" : "waiting";
  await saveOverride(db, overrideOf(word, "post", now));
  await removeWaiting(db, channelId, [itemId]);
  const payload = encodePayload({ asked: true });
  const subject = { kind: "item", id: itemId } as const;
  const own = posts.find((post) => post.subject_kind === "item");
  if (own === undefined) await queue(db, channelId, "post", subject, 0, now, payload);
  else await reviveDelivery(db, own.id, payload, now);
  return "queued";
}

/** Takes an item back in one channel, inside the caller's transaction: what stands there is struck through, what waits does not come. */
export async function retractItem(db: Db, word: Word, now: Millis): Promise<Retracted> {
  const { itemId, channelId } = word;
  if ((await readOverride(db, itemId, channelId))?.verdict === "retract") return "already";
  const posts = await postsIn(db, itemId, channelId);
  const live = posts.some((post) => !GIVEN_UP.has(post.state));
  if (!live && !(await isWaiting(db, channelId, itemId))) return "absent";
  await saveOverride(db, overrideOf(word, "retract", now));
  await showAnew(db, posts, now);
  return "retracted";
}

/**
 * Brings an item in a channel back to what a person, or nobody, had said of it before, inside the caller's transaction.
 * For the undo of a retraction, and of a post that had undone one; the undo of any other post is a retraction.
 */
export async function restoreItem(
  db: Db,
  itemId: string,
  channelId: string,
  before: OverrideRow | undefined,
  now: Millis,
): Promise<void> {
  if (before === undefined) await removeOverride(db, itemId, channelId);
  else await saveOverride(db, before);
  await showAnew(db, await postsIn(db, itemId, channelId), now);
}

/** Of a delivery that was not made because its item had been taken back. */
export const TAKEN_BACK = "a person took it back before it was posted";

async function postsIn(db: Db, itemId: string, channelId: string): Promise<readonly DeliveryRow[]> {
  return (await postsShowing(db, itemId)).filter((post) => post.channel_id === channelId);
}

/** Brings what stands in the channels of these posts to what holds now, and lets come what was held back. */
export async function showAnew(db: Db, posts: readonly DeliveryRow[], now: Millis): Promise<void> {
  for (const post of posts) {
    const subject = { kind: post.subject_kind, id: post.subject_id };
    const revision = await (post.subject_kind === "digest" ? bumpDigest : bumpItem)(db, post.subject_id);
    if (post.state === "skipped" && post.reason === TAKEN_BACK) await reviveDelivery(db, post.id, post.payload, now);
    else if (!GIVEN_UP.has(post.state)) await queue(db, post.channel_id, "edit", subject, revision, now);
  }
}

function overrideOf({ itemId, channelId, by, reason }: Word, verdict: OverrideRow["verdict"], at: Millis): OverrideRow {
  return { item_id: itemId, channel_id: channelId, verdict, reason: reason ?? null, by_name: by, at };
}
