import { contentHash, keysOf, nearlySameTitle, stemOf } from "./feed/identity.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Story } from "./feed/stories.ts";
import type { Item } from "./model/item.ts";
import type { Language } from "./model/language.ts";
import type { Millis } from "./model/time.ts";
import { encodeAnalysis } from "./store/analysis.ts";
import { newId } from "./store/ids.ts";
import {
  addKeys,
  createItem,
  findItemByKeys,
  readItem,
  saveVersion,
  touchVersion,
  versionsByStem,
  type StoredItem,
} from "./store/items.ts";
import type { Db, VersionRow } from "./store/tables.ts";

/** A story as read, with what was read out of it. */
export interface Understood extends Story {
  readonly analysis: Analysis;
  /** The article of the item's page, where it was read from there. */
  readonly text?: string | undefined;
}

/** What taking an item into the archive changed. `before` is undefined for a story that was not known. */
export interface Taken {
  readonly itemId: string;
  /** In which language it was read. */
  readonly language: Language;
  readonly change: "new" | "language" | "corrected" | "known";
  readonly before: StoredItem | undefined;
  readonly after: StoredItem;
}

/** Where an item was read. */
export interface Origin {
  readonly feed: string;
  /** The names of all feeds: the wording of a version is corrected only by the feed that it came from. */
  readonly feeds: ReadonlySet<string>;
  /** The keys of all items that stand in the same document: those are stories of their own, however alike their titles. */
  readonly standing: ReadonlySet<string>;
}

/** Takes one item into the archive: a new story, another language of a known one, a corrected wording, or nothing new. */
export async function takeIn(
  db: Db,
  { item, keys, analysis, text = item.text }: Understood,
  { feed, feeds, standing }: Origin,
  now: Millis,
): Promise<Taken> {
  const known = await findStory(db, item, keys, standing);
  const itemId = known ?? newId();
  const before = known === undefined ? undefined : await readItem(db, itemId);
  if (before === undefined)
    await createItem(db, {
      id: itemId,
      first_seen_at: now,
      published: item.published ?? null,
      relevant: Number(analysis.relevant),
    });
  await addKeys(db, itemId, keys);
  const version = before?.versions.find((candidate) => candidate.language === item.language);
  const hash = contentHash(item);
  if (before !== undefined && version !== undefined && isStanding(version, hash, feed, feeds)) {
    await touchVersion(db, itemId, item.language, now);
    return { itemId, language: item.language, change: "known", before, after: before };
  }
  await saveVersion(db, {
    item_id: itemId,
    language: item.language,
    feed,
    url: item.url ?? null,
    guid: item.guid ?? null,
    title: item.title,
    description: item.description,
    text: text ?? null,
    published: item.published ?? null,
    stem: stemKey(item),
    content_hash: hash,
    revision: before === undefined ? 1 : before.item.revision + 1,
    relevant: Number(analysis.relevant),
    analysis: encodeAnalysis(analysis),
    first_seen_at: version?.first_seen_at ?? now,
    changed_at: now,
    last_seen_at: now,
  });
  const after = await readItem(db, itemId);
  if (after === undefined) throw new Error(`item ${itemId} was saved and can't be read back; check the database`);
  if (before === undefined) return { itemId, language: item.language, change: "new", before, after };
  return { itemId, language: item.language, change: version === undefined ? "language" : "corrected", before, after };
}

/** Whether a look would find nothing new in a story: its wording is in the archive already. */
export async function isKnown(db: Db, { item, keys }: Story, { feed, feeds, standing }: Origin): Promise<boolean> {
  const known = await findStory(db, item, keys, standing);
  const stored = known === undefined ? undefined : await readItem(db, known);
  const version = stored?.versions.find((candidate) => candidate.language === item.language);
  return version !== undefined && isStanding(version, contentHash(item), feed, feeds);
}

/** A version is corrected by its own feed alone, and by what that feed says. */
function isStanding(version: VersionRow, hash: string, feed: string, feeds: ReadonlySet<string>): boolean {
  const belongsElsewhere = version.feed !== feed && feeds.has(version.feed);
  return version.content_hash === hash || belongsElsewhere;
}

/** The story that an item belongs to: by link or guid, else by stem and day with a nearly equal title; never by its date alone. */
async function findStory(
  db: Db,
  item: Item,
  keys: readonly string[],
  standing: ReadonlySet<string>,
): Promise<string | undefined> {
  const byKey = await findItemByKeys(db, keys);
  if (byKey !== undefined) return byKey;
  const stem = stemKey(item);
  if (stem === null) return undefined;
  const alike = (await versionsByStem(db, stem)).find(
    (version) =>
      version.language === item.language &&
      nearlySameTitle(version.title, item.title) &&
      !keysOf({ ...item, url: version.url ?? undefined, guid: version.guid ?? undefined }).some((key) =>
        standing.has(key),
      ),
  );
  return alike?.item_id;
}

function stemKey(item: Item): string | null {
  const found = item.url === undefined ? undefined : stemOf(item.url);
  return found === undefined ? null : `${found.stem}/${found.day}`;
}
