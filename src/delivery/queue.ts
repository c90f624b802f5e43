import type { Millis } from "../model/time.ts";
import { bumpDigest, createDigest, readDigest } from "../store/digests.ts";
import { newId } from "../store/ids.ts";
import { readItem, type StoredItem } from "../store/items.ts";
import { queueDelivery, dueAnew } from "../store/outbox.ts";
import { findDelivery, postsShowing } from "../store/deliveries.ts";
import type { DeliveryKind, DeliveryRow, SubjectKind } from "../store/outbox-tables.ts";
import type { Db } from "../store/tables.ts";
import { readTold } from "../store/told.ts";
import { addWaiting } from "../store/waiting.ts";
import type { Channel } from "./channel.ts";
import { changesBetween, isSignificant } from "./changes.ts";
import { batch } from "./plan.ts";
import { UNTIED } from "./payload.ts";
import { shownVersion, toldOf } from "./wording.ts";

/** What a delivery is about: with channel, kind and revision it is the key that makes queueing twice impossible. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/**
 * Queues one delivery inside the caller's transaction. False where it was queued before.
 * @param payload what the post says where it can't be made from the subject alone
 */
export async function queue(
  db: Db,
  channel: string,
  kind: DeliveryKind,
  subject: Subject,
  revision: number,
  now: Millis,
  payload: string | null = null,
  dueAt: Millis = now,
): Promise<boolean> {
  return await queueDelivery(db, {
    id: newId(),
    channel_id: channel,
    kind,
    subject_kind: subject.kind,
    subject_id: subject.id,
    revision,
    payload,
    due_at: dueAt,
    now,
  });
}

/**
 * Queues one poll's news for a channel: a post for each item, oldest first, or one digest where they would be a burst.
 * Where the channel has digests at times of its own, the news waits for the next.
 */
export async function queueNews(
  db: Db,
  channel: Channel,
  itemIds: readonly string[],
  flood: number,
  now: Millis,
): Promise<void> {
  if (channel.digest !== undefined) return await addWaiting(db, channel.id, itemIds, now);
  const news = batch(itemIds, flood);
  if (news.kind === "single") {
    for (const id of itemIds) await queue(db, channel.id, "post", { kind: "item", id }, 0, now);
    return;
  }
  const id = newId();
  await createDigest(db, { id, itemIds, now });
  await queue(db, channel.id, "post", { kind: "digest", id }, 0, now);
}

/** Queues the edits, and the short replies, that a corrected item causes wherever it stands. */
export async function queueCorrections(
  db: Db,
  before: StoredItem,
  after: StoredItem,
  channels: readonly Channel[],
  now: Millis,
): Promise<void> {
  if (after.item.revision === before.item.revision) return;
  const digests = new Map<string, number>();
  for (const post of await postsShowing(db, after.item.id)) {
    const channel = channels.find((candidate) => candidate.id === post.channel_id);
    if (post.state === "failed" || post.state === "skipped") continue;
    if (channel === undefined) {
      await queueForAbsent(db, post, after, digests, now);
      continue;
    }
    const old = shownVersion(before, channel.language);
    const current = shownVersion(after, channel.language);
    if (old === undefined || current === undefined || old.content_hash === current.content_hash) continue;
    const changes = changesBetween(toldOf(old), toldOf(current), channel.language);
    if (changes.length === 0) continue;
    const revision = await editRevision(db, post, after, digests);
    await queue(db, post.channel_id, "edit", { kind: post.subject_kind, id: post.subject_id }, revision, now);
    if (old.language === current.language && changes.some(isSignificant))
      await queue(db, post.channel_id, "reply", { kind: "item", id: after.item.id }, after.item.revision, now);
  }
}

/**
 * News does not go to this channel at present, so that its language is not known. What is queued for it waits until the
 * channel is back, if it ever is; what there is to say, or that there is nothing, is seen then.
 */
async function queueForAbsent(
  db: Db,
  post: DeliveryRow,
  after: StoredItem,
  digests: Map<string, number>,
  now: Millis,
): Promise<void> {
  const revision = await editRevision(db, post, after, digests);
  await queue(db, post.channel_id, "edit", { kind: post.subject_kind, id: post.subject_id }, revision, now);
  await queue(db, post.channel_id, "reply", { kind: "item", id: after.item.id }, after.item.revision, now);
}

/** A digest has its own count of revisions, since several of its items may change at once. */
async function editRevision(
  db: Db,
  post: DeliveryRow,
  after: StoredItem,
  digests: Map<string, number>,
): Promise<number> {
  if (post.subject_kind !== "digest") return after.item.revision;
  const known = digests.get(post.subject_id);
  if (known !== undefined) return known;
  const revision = await bumpDigest(db, post.subject_id);
  digests.set(post.subject_id, revision);
  return revision;
}

/** Queues short corrections in place of an edit whose message is gone. */
export async function queueReplacement(db: Db, edit: DeliveryRow, now: Millis): Promise<void> {
  const subject = { channel_id: edit.channel_id, subject_id: edit.subject_id };
  const post = await findDelivery(db, { ...subject, kind: "post" });
  if (post !== undefined) await queueCatchUp(db, post, now);
}

/**
 * Queues one short correction for each item of a post that changed since the post told it first, where the post itself
 * can't be edited. What it says, or that there is nothing to say in its channel's language, is seen when it goes out.
 */
export async function queueCatchUp(db: Db, post: DeliveryRow, now: Millis): Promise<void> {
  const told = await readTold(db, post.id);
  const digest = post.subject_kind === "digest" ? await readDigest(db, post.subject_id) : undefined;
  for (const id of digest?.itemIds ?? [post.subject_id]) {
    const stored = await readItem(db, id);
    if (stored === undefined || stored.item.revision <= (told.get(id) ?? stored.item.revision)) continue;
    const subject = { kind: "item", id } as const;
    if (await queue(db, post.channel_id, "reply", subject, stored.item.revision, now, UNTIED)) continue;
    const reply = {
      channel_id: post.channel_id,
      subject_id: id,
      kind: "reply",
      revision: stored.item.revision,
    } as const;
    await dueAnew(db, reply, UNTIED, now);
  }
}
