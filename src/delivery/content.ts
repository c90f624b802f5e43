import type { ItemPost, Post } from "../model/post.ts";
import { readChange } from "../store/changes.ts";
import { postsShowing } from "../store/deliveries.ts";
import { readDigest } from "../store/digests.ts";
import { readIncident } from "../store/incidents.ts";
import { newestRelevant, readItem, readItems, type StoredItem } from "../store/items.ts";
import { readOverride } from "../store/overrides.ts";
import { readRevisions } from "../store/revisions.ts";
import { readTold, type ToldRevisions } from "../store/told.ts";
import type { DeliveryRow } from "../store/outbox-tables.ts";
import { announcedState } from "./announce.ts";
import { announcementNote } from "./announcement.ts";
import { changesText } from "./changes.ts";
import { itemPost } from "./compose.ts";
import { digestOf, signOfLife } from "./digest-content.ts";
import { frameOf } from "./frames.ts";
import { lifeNote } from "./life-note.ts";
import { correctionNote, incidentNote, previewNote, welcomeNote } from "./notes.ts";
import { TAKEN_BACK } from "./overrule.ts";
import { payloadOf } from "./payload.ts";
import { tell, type Telling } from "./tell.ts";
import { changesAt, changesSince, shownVersion, toldOf } from "./wording.ts";

/** What a delivery says at this moment, and the revision of its subject that it then shows. */
export interface Said {
  readonly post: Post;
  readonly revision: number;
  /** Of a post of items: each that it tells, with its revision. */
  readonly items?: ToldRevisions;
}

/** What a delivery says, or why it has nothing to say any more. */
export type Content = Said | { readonly skip: string };

/** A notice of an incident goes out at its beginning and at its end. */
export const NOTICE_OPENED = 1;
export const NOTICE_CLOSED = 2;

const PREVIEWED = 3;
/** A first look stores about ten items; several feeds may have theirs at once. */
const PREVIEW_WINDOW = 100;

/** Makes the post of a delivery from the store, always in the latest wording. */
export async function contentOf(row: DeliveryRow, telling: Telling): Promise<Content> {
  switch (row.kind) {
    case "post":
    case "edit":
      return await subjectContent(row, telling);
    case "reply":
      return await replyContent(row, telling);
    case "welcome":
      return await welcomeContent(telling);
    case "preview":
      return await previewContent(row.subject_id, telling);
    case "notice":
      return await noticeContent(row, telling);
    case "announcement":
      return await changeContent(row.subject_id, telling);
    case "publish":
      return { skip: "what is passed on says nothing of its own" };
  }
}

async function subjectContent({ subject_kind, subject_id }: DeliveryRow, telling: Telling): Promise<Content> {
  if (subject_kind === "change") return await changeContent(subject_id, telling);
  if (subject_kind === "digest") return await digestContent(subject_id, telling);
  return await itemContent(subject_id, telling);
}

async function itemContent(itemId: string, telling: Telling): Promise<Content> {
  const stored = await readItem(telling.db, itemId);
  if (stored === undefined || stored.versions.length === 0)
    return { skip: `item ${itemId} is no longer in the archive` };
  const post = await tell(stored, telling);
  return post === undefined
    ? { skip: TAKEN_BACK }
    : { post, revision: stored.item.revision, items: revisionsOf([stored]) };
}

async function digestContent(digestId: string, telling: Telling): Promise<Content> {
  const found = await readDigest(telling.db, digestId);
  if (found === undefined) return { skip: `digest ${digestId} is no longer in the archive` };
  const { revision } = found.digest;
  if (found.itemIds.length === 0) return { post: await signOfLife(telling), revision };
  const stored = await readItems(telling.db, found.itemIds);
  if (stored.length === 0) return { skip: `no item of digest ${digestId} is in the archive` };
  const entries: ItemPost[] = [];
  const told: StoredItem[] = [];
  for (const one of stored) {
    const entry = await tell(one, telling);
    if (entry === undefined) continue;
    entries.push(entry);
    told.push(one);
  }
  if (entries.length === 0) return { skip: TAKEN_BACK };
  return { post: await digestOf(entries, telling), revision, items: revisionsOf(told) };
}

function revisionsOf(items: readonly StoredItem[]): ToldRevisions {
  return new Map(items.map(({ item }) => [item.id, item.revision]));
}

async function changeContent(changeId: string, telling: Telling): Promise<Content> {
  const change = await readChange(telling.db, changeId);
  if (change === undefined) return { skip: `change ${changeId} is no longer known` };
  return { post: await announcementNote(change, telling), revision: announcedState(change, telling.now) };
}

/** A correction tells what changed against what readers of the post have seen; where they have not seen it, nothing. */
async function replyContent(row: DeliveryRow, { db, channel, wording }: Telling): Promise<Content> {
  const stored = await readItem(db, row.subject_id);
  const version = stored && shownVersion(stored, channel.language);
  if (stored === undefined || version === undefined)
    return { skip: `item ${row.subject_id} is no longer in the archive` };
  const posts = await postsShowing(db, row.subject_id);
  const post = posts.find((one) => one.channel_id === channel.id && one.state === "sent");
  if (post === undefined) return { skip: "there is no post to correct" };
  if ((await readOverride(db, row.subject_id, channel.id))?.verdict === "retract")
    return { skip: "the item was taken back" };
  const history = await readRevisions(db, row.subject_id, version.language);
  // What was posted by hand and never tried shows the present wording, for all that is known.
  const seen = (await readTold(db, post.id)).get(row.subject_id) ?? stored.item.revision;
  const tied = payloadOf(row).untied !== true;
  const changes = tied
    ? changesAt(history, row.revision, seen, channel.language)
    : changesSince(history, seen, channel.language);
  if (changes.length === 0) return { skip: "the post shows this wording from the beginning" };
  const item = itemPost(toldOf(version), channel.language, wording.topics, []);
  return { post: correctionNote(changesText(changes, channel.language), item, tied), revision: row.revision };
}

async function welcomeContent(telling: Telling): Promise<Content> {
  const { db, channel, wording } = telling;
  const topics = channel.topics === undefined ? {} : { topics: channel.topics };
  const [newest] = await newestRelevant(db, { limit: 1, ...topics });
  const item = newest && (await tell(newest, telling));
  return { post: welcomeNote(channel, wording, item), revision: 0 };
}

async function previewContent(feed: string, telling: Telling): Promise<Content> {
  const items: ItemPost[] = [];
  const newest = await newestRelevant(telling.db, { limit: PREVIEW_WINDOW });
  const ofFeed = newest.filter(({ versions }) => versions.some((version) => version.feed === feed));
  for (const stored of ofFeed.slice(0, PREVIEWED)) {
    const item = await tell(stored, telling);
    if (item !== undefined) items.push(item);
  }
  return { post: previewNote(feed, items, telling.channel.language), revision: 0 };
}

async function noticeContent(row: DeliveryRow, telling: Telling): Promise<Content> {
  if (row.subject_kind === "channel") return { post: await lifeNote(row.id, telling), revision: row.revision };
  const { db, channel } = telling;
  const incident = await readIncident(db, row.subject_id);
  if (incident === undefined) return { skip: `incident ${row.subject_id} is no longer known` };
  const over = row.revision === NOTICE_CLOSED;
  const told =
    over && row.payload !== null ? [row.payload, frameOf(channel.language).itWas(incident.detail)] : [incident.detail];
  return { post: incidentNote(told, over, channel.language), revision: row.revision };
}
