import type { ItemPost, Post } from "../model/post.ts";
import type { Millis } from "../model/time.ts";
import { postsShowing } from "../store/deliveries.ts";
import { readDigest } from "../store/digests.ts";
import { readIncident } from "../store/incidents.ts";
import { newestRelevant, readItem, type StoredItem } from "../store/items.ts";
import { readRevisions } from "../store/revisions.ts";
import type { Db, DeliveryRow } from "../store/tables.ts";
import type { Channel, Wording } from "./channel.ts";
import { changesText } from "./changes.ts";
import { digestPost, itemPost } from "./compose.ts";
import { frameOf } from "./frames.ts";
import { correctionNote, incidentNote, previewNote, welcomeNote } from "./notes.ts";
import { UNTIED } from "./task.ts";
import { changesAt, changesSince, shownVersion, toldOf, updatesSince } from "./wording.ts";

/** What a delivery says at this moment, and the revision of its subject that it then shows. */
export interface Said {
  readonly post: Post;
  readonly revision: number;
}

/** What a delivery says, or why it has nothing to say any more. */
export type Content = Said | { readonly skip: string };

/** A notice of an incident goes out at its beginning and at its end. */
export const NOTICE_OPENED = 1;
export const NOTICE_CLOSED = 2;

const PREVIEWED = 3;
/** A first look stores about ten items; several feeds may have theirs at once. */
const PREVIEW_WINDOW = 100;

/**
 * Makes the post of a delivery from the store, always in the latest wording.
 * @param since the moment whose wording readers of the message saw first; undefined where nothing was sent yet
 */
export async function contentOf(
  db: Db,
  row: DeliveryRow,
  channel: Channel,
  wording: Wording,
  since: Millis | undefined,
): Promise<Content> {
  switch (row.kind) {
    case "post":
    case "edit":
      return row.subject_kind === "digest"
        ? await digestContent(db, row.subject_id, channel, wording, since)
        : await itemContent(db, row.subject_id, channel, wording, since);
    case "reply":
      return await replyContent(db, row, channel, wording);
    case "welcome":
      return await welcomeContent(db, channel, wording);
    case "preview":
      return await previewContent(db, row.subject_id, channel, wording);
    case "notice":
      return await noticeContent(db, row, channel);
    case "announcement":
    case "publish":
      return { skip: `a ${row.kind} says nothing yet` };
  }
}

async function itemContent(
  db: Db,
  itemId: string,
  channel: Channel,
  wording: Wording,
  since: Millis | undefined,
): Promise<Content> {
  const stored = await readItem(db, itemId);
  const post = stored && (await tell(db, stored, channel, wording, since));
  if (stored === undefined || post === undefined) return { skip: `item ${itemId} is no longer in the archive` };
  return { post, revision: stored.item.revision };
}

async function digestContent(
  db: Db,
  digestId: string,
  channel: Channel,
  wording: Wording,
  since: Millis | undefined,
): Promise<Content> {
  const found = await readDigest(db, digestId);
  if (found === undefined) return { skip: `digest ${digestId} is no longer in the archive` };
  const entries: ItemPost[] = [];
  for (const itemId of found.itemIds) {
    const stored = await readItem(db, itemId);
    const entry = stored && (await tell(db, stored, channel, wording, since));
    if (entry !== undefined) entries.push(entry);
  }
  if (entries.length === 0) return { skip: `no item of digest ${digestId} is in the archive` };
  return { post: digestPost(entries, channel.language), revision: found.digest.revision };
}

/** A correction tells what changed against what readers of the post have seen; where they have not seen it, nothing. */
async function replyContent(db: Db, row: DeliveryRow, channel: Channel, wording: Wording): Promise<Content> {
  const stored = await readItem(db, row.subject_id);
  const version = stored && shownVersion(stored, channel.language);
  if (stored === undefined || version === undefined)
    return { skip: `item ${row.subject_id} is no longer in the archive` };
  const posts = await postsShowing(db, row.subject_id);
  const post = posts.find((one) => one.channel_id === channel.id && one.state === "sent");
  if (post === undefined) return { skip: "there is no post to correct" };
  const history = await readRevisions(db, row.subject_id, version.language);
  const seen = post.first_tried_at ?? post.created_at;
  const tied = row.payload !== UNTIED;
  const changes = tied
    ? changesAt(history, row.revision, seen, channel.language)
    : changesSince(history, seen, channel.language);
  if (changes.length === 0) return { skip: "the post shows this wording from the beginning" };
  const item = itemPost(toldOf(version), channel.language, wording.topics, []);
  return { post: correctionNote(changesText(changes, channel.language), item, tied), revision: row.revision };
}

async function welcomeContent(db: Db, channel: Channel, wording: Wording): Promise<Content> {
  const topics = channel.topics === undefined ? {} : { topics: channel.topics };
  const [newest] = await newestRelevant(db, { limit: 1, ...topics });
  const item = newest && (await tell(db, newest, channel, wording, undefined));
  return { post: welcomeNote(channel, wording.topics, item), revision: 0 };
}

async function previewContent(db: Db, feed: string, channel: Channel, wording: Wording): Promise<Content> {
  const items: ItemPost[] = [];
  const newest = await newestRelevant(db, { limit: PREVIEW_WINDOW });
  const ofFeed = newest.filter(({ versions }) => versions.some((version) => version.feed === feed));
  for (const stored of ofFeed.slice(0, PREVIEWED)) {
    const item = await tell(db, stored, channel, wording, undefined);
    if (item !== undefined) items.push(item);
  }
  return { post: previewNote(feed, items, channel.language), revision: 0 };
}

async function noticeContent(db: Db, row: DeliveryRow, channel: Channel): Promise<Content> {
  const incident = await readIncident(db, row.subject_id);
  if (incident === undefined) return { skip: `incident ${row.subject_id} is no longer known` };
  const over = row.revision === NOTICE_CLOSED;
  const told =
    over && row.payload !== null ? [row.payload, frameOf(channel.language).itWas(incident.detail)] : [incident.detail];
  return { post: incidentNote(told, over, channel.language), revision: row.revision };
}

async function tell(
  db: Db,
  stored: StoredItem,
  channel: Channel,
  wording: Wording,
  since: Millis | undefined,
): Promise<ItemPost | undefined> {
  const version = shownVersion(stored, channel.language);
  if (version === undefined) return undefined;
  const history = since === undefined ? [] : await readRevisions(db, stored.item.id, version.language);
  const updates = updatesSince(history, since ?? 0, wording.timezone, channel.language);
  return itemPost(toldOf(version), channel.language, wording.topics, updates);
}
