import type { Day, Millis } from "../model/time.ts";
import { readRevisions } from "./revisions.ts";
import type { DeliveryRow, DeliveryState } from "./outbox-tables.ts";
import type { Db, RevisionRow, VersionRow } from "./tables.ts";

/** All deliveries about an item, by itself or in a digest, in any channel, in the order of queueing. */
export async function deliveriesAbout(db: Db, itemId: string): Promise<readonly DeliveryRow[]> {
  const digests = db.selectFrom("digest_items").select("digest_id").where("item_id", "=", itemId);
  return await db
    .selectFrom("deliveries")
    .selectAll()
    .where((eb) => eb.or([eb("subject_id", "=", itemId), eb("subject_id", "in", digests)]))
    .orderBy("seq")
    .execute();
}

/** Every wording that an item ever had in any language, oldest first. */
export async function wordingsOf(db: Db, versions: readonly VersionRow[]): Promise<readonly RevisionRow[]> {
  const all: RevisionRow[] = [];
  for (const { item_id, language } of versions) all.push(...(await readRevisions(db, item_id, language)));
  return all.sort((a, b) => a.revision - b.revision || a.seen_at - b.seen_at);
}

/** What became of a channel's posts. */
export interface ChannelWork {
  readonly lastPost: DeliveryRow | undefined;
  /** What is next, and how many wait with it. */
  readonly next: DeliveryRow | undefined;
  readonly waiting: number;
  /** Held or refused: a person has to decide. */
  readonly forPerson: number;
}

const WAITING: readonly DeliveryState[] = ["pending", "sending", "uncertain"];
const FOR_PERSON: readonly DeliveryState[] = ["held", "failed"];

/** What was last posted in a channel, and what waits. */
export async function channelWork(db: Db, channelId: string): Promise<ChannelWork> {
  const ofChannel = db.selectFrom("deliveries").where("channel_id", "=", channelId);
  const lastPost = await ofChannel
    .selectAll()
    .where("state", "=", "sent")
    .where("kind", "=", "post")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const next = await ofChannel.selectAll().where("state", "in", WAITING).orderBy("seq").limit(1).executeTakeFirst();
  return {
    lastPost,
    next,
    waiting: await countIn(db, channelId, WAITING),
    forPerson: await countIn(db, channelId, FOR_PERSON),
  };
}

/** How far the archive reaches back, and how many meetings it knows. */
export interface Reach {
  /** The oldest day of publication of a relevant item. */
  readonly published: Day | undefined;
  /** When the first item was read. */
  readonly since: Millis | undefined;
  readonly meetings: number;
}

/** How far back the archive reaches. */
export async function reachOf(db: Db): Promise<Reach> {
  const { published } = await db
    .selectFrom("items")
    .select((eb) => eb.fn.min("published").as("published"))
    .where("relevant", "=", 1)
    .executeTakeFirstOrThrow();
  const { since } = await db
    .selectFrom("feeds")
    .select((eb) => eb.fn.min("first_look_at").as("since"))
    .executeTakeFirstOrThrow();
  const { meetings } = await db
    .selectFrom("meetings")
    .select((eb) => eb.fn.countAll<number>().as("meetings"))
    .executeTakeFirstOrThrow();
  return { published: published ?? undefined, since: since ?? undefined, meetings };
}

async function countIn(db: Db, channelId: string, states: readonly DeliveryState[]): Promise<number> {
  const { count } = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("channel_id", "=", channelId)
    .where("state", "in", states)
    .executeTakeFirstOrThrow();
  return count;
}
