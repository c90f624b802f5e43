import type { Item } from "../model/item.ts";
import type { Language } from "../model/language.ts";
import type { Millis } from "../model/time.ts";
import { indexMeetings } from "./meeting-index.ts";
import { indexProcesses } from "./processes.ts";
import { indexWords } from "./search.ts";
import { indexTopics, newestOfTopics } from "./topics.ts";
import type { Db, ItemRow, NewVersion, RevisionRow, VersionRow } from "./tables.ts";
import { atomically } from "./transaction.ts";

/** A story and its wording in each language it came in, the earliest first. */
export interface StoredItem {
  readonly item: ItemRow;
  readonly versions: readonly VersionRow[];
}

/** The id of the item known under any of the keys; of several, the one seen first. */
export async function findItemByKeys(db: Db, keys: readonly string[]): Promise<string | undefined> {
  if (keys.length === 0) {
    return undefined;
  }
  const found = await db
    .selectFrom("item_keys")
    .innerJoin("items", "items.id", "item_keys.item_id")
    .select("items.id")
    .where("item_keys.key", "in", keys)
    .orderBy("items.first_seen_at")
    .orderBy("items.id")
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/** The versions whose link has that stem and day, the earliest first. */
export async function versionsByStem(db: Db, stem: string): Promise<readonly VersionRow[]> {
  return db
    .selectFrom("versions")
    .selectAll()
    .where("stem", "=", stem)
    .orderBy("first_seen_at")
    .orderBy("item_id")
    .orderBy("language")
    .execute();
}

/** Enters a story at revision 1; its versions follow by `saveVersion`. */
export async function createItem(
  db: Db,
  item: Pick<ItemRow, "id" | "first_seen_at" | "published" | "relevant">,
): Promise<void> {
  await db
    .insertInto("items")
    .values({ ...item, revision: 1 })
    .execute();
}

/** Makes an item known under more keys. A key that belongs to another item stays there. */
export async function addKeys(db: Db, itemId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) {
    return;
  }
  await db
    .insertInto("item_keys")
    .values([...new Set(keys)].map((key) => ({ key, item_id: itemId })))
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

/**
 * Stores the wording of an item in one language, in place of the former one, and adds it to the history at
 * `version.revision`. The item takes that revision, is relevant where any of its versions is, and dates from the
 * earliest of their days. When the version was first seen is kept. What look-ups read is brought up to date with it.
 */
export async function saveVersion(db: Db, version: NewVersion): Promise<void> {
  const row = complete(version);
  const { first_seen_at: _, ...wording } = row;
  await atomically(db, async (tx) => {
    await tx
      .insertInto("versions")
      .values(row)
      .onConflict((conflict) => conflict.columns(["item_id", "language"]).doUpdateSet(wording))
      .execute();
    await tx.insertInto("revisions").values(revisionOf(row)).execute();
    await bringUpToDate(tx, row.item_id, row.revision);
    await index(tx, row.item_id);
  });
}

/** Notes that a version stood in its feed at `seenAt`, unchanged. */
export async function touchVersion(db: Db, itemId: string, language: Language, seenAt: Millis): Promise<void> {
  await db
    .updateTable("versions")
    .set({ last_seen_at: seenAt })
    .where("item_id", "=", itemId)
    .where("language", "=", language)
    .execute();
}

/** The item of that id with its versions, or undefined. */
export async function readItem(db: Db, itemId: string): Promise<StoredItem | undefined> {
  const item = await db.selectFrom("items").selectAll().where("id", "=", itemId).executeTakeFirst();
  return item === undefined ? undefined : (await withVersions(db, [item]))[0];
}

/** The item that a person names by its id, or by an address whose canonical form is `key`; undefined where unknown. */
export async function findItemBySource(
  db: Db,
  source: string,
  key: string | undefined,
): Promise<StoredItem | undefined> {
  const byKey = key === undefined ? undefined : await findItemByKeys(db, [key]);
  return (await readItem(db, source)) ?? (byKey === undefined ? undefined : await readItem(db, byKey));
}

export interface NewestFilter {
  readonly limit: number;
  /** How many of the newest to pass over; none where left out. */
  readonly offset?: number;
  /** At least one of these in any version; every item where left out. */
  readonly topics?: readonly string[];
}

/** The newest relevant items: by day of publication, those without one last, then by when they were first seen. */
export async function newestRelevant(
  db: Db,
  { limit, offset = 0, topics }: NewestFilter,
): Promise<readonly StoredItem[]> {
  if (topics !== undefined) return await readItems(db, await newestOfTopics(db, topics, limit, offset));
  const items = await db
    .selectFrom("items")
    .selectAll()
    .where("relevant", "=", 1)
    .orderBy("published", (order) => order.desc().nullsLast())
    .orderBy("first_seen_at", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return withVersions(db, items);
}

/** The items of those ids with their versions, in that order; an id that is not there is left out. */
export async function readItems(db: Db, ids: readonly string[]): Promise<readonly StoredItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("items").selectAll().where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return withVersions(
    db,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

/** How many items are stored, and how many of them are relevant. */
export async function countItems(db: Db): Promise<{ readonly all: number; readonly relevant: number }> {
  const { all, relevant } = await db
    .selectFrom("items")
    .select((eb) => [eb.fn.countAll<number>().as("all"), eb.fn.sum<number | null>("relevant").as("relevant")])
    .executeTakeFirstOrThrow();
  return { all, relevant: relevant ?? 0 };
}

async function bringUpToDate(db: Db, itemId: string, revision: number): Promise<void> {
  const { relevant, published } = await db
    .selectFrom("versions")
    .select((eb) => [eb.fn.max("relevant").as("relevant"), eb.fn.min("published").as("published")])
    .where("item_id", "=", itemId)
    .executeTakeFirstOrThrow();
  await db.updateTable("items").set({ revision, relevant, published }).where("id", "=", itemId).execute();
}

/** A version as the item that it was read as. */
export function itemOf(version: VersionRow): Item {
  return {
    url: version.url ?? undefined,
    guid: version.guid ?? undefined,
    title: version.title,
    published: version.published ?? undefined,
    language: version.language,
    description: version.description,
    text: version.text ?? undefined,
  };
}

/** Fills what look-ups read of an item from its versions. Also run for every item that is older than those tables. */
export async function index(db: Db, itemId: string): Promise<void> {
  const stored = await readItem(db, itemId);
  if (stored === undefined) return;
  await indexTopics(db, stored.item, stored.versions);
  await indexProcesses(db, stored.item, stored.versions);
  await indexMeetings(db, itemId, stored.versions);
  await indexWords(db, itemId, stored.versions);
}

/** Columns left out are null, also where the former wording had something. */
function complete(version: NewVersion): VersionRow {
  const { url = null, guid = null, text = null, published = null, stem = null } = version;
  const { missing_looks = 0, missing_since = null } = version;
  return { ...version, url, guid, text, published, stem, missing_looks, missing_since };
}

function revisionOf(version: VersionRow): RevisionRow {
  const { item_id, language, revision, title, description, text, url, published, content_hash, analysis } = version;
  return {
    item_id,
    language,
    revision,
    title,
    description,
    text,
    url,
    published,
    content_hash,
    analysis,
    seen_at: version.changed_at,
  };
}

async function withVersions(db: Db, items: readonly ItemRow[]): Promise<readonly StoredItem[]> {
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const versions = await db
    .selectFrom("versions")
    .selectAll()
    .where("item_id", "in", ids)
    .orderBy("first_seen_at")
    .orderBy("language")
    .execute();
  const byItem = Map.groupBy(versions, (version) => version.item_id);
  return items.map((item) => ({ item, versions: byItem.get(item.id) ?? [] }));
}
