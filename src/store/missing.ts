import type { Language } from "../model/language.ts";
import type { Day, Millis } from "../model/time.ts";
import type { Db, VersionRow } from "./tables.ts";

/** So many looks in a row must miss an item before it counts as withdrawn. */
export const LOOKS_WITHOUT = 2;

/** Since when a version is no longer in its feed; undefined while it is, or while nobody can tell. */
export function withdrawnSince({ missing_looks, missing_since }: VersionRow): Millis | undefined {
  return missing_looks >= LOOKS_WITHOUT && missing_since !== null ? missing_since : undefined;
}

/** A version that a feed showed once and does not show now. */
export type Unseen = Pick<VersionRow, "item_id" | "language" | "published" | "missing_looks">;

/** The versions of a feed that are from after a day and were last seen before `now`; those that count as withdrawn are left out. */
export async function listUnseen(db: Db, feed: string, after: Day, now: Millis): Promise<readonly Unseen[]> {
  return await db
    .selectFrom("versions")
    .select(["item_id", "language", "published", "missing_looks"])
    .where("feed", "=", feed)
    .where("published", ">", after)
    .where("last_seen_at", "<", now)
    .where("missing_looks", "<", LOOKS_WITHOUT)
    .execute();
}

/** The versions of a feed that its last document missed for the first time. */
export async function listMissedOnce(db: Db, feed: string): Promise<readonly Unseen[]> {
  return await db
    .selectFrom("versions")
    .select(["item_id", "language", "published", "missing_looks"])
    .where("feed", "=", feed)
    .where("missing_looks", "=", 1)
    .execute();
}

/** Notes that one more look at its feed missed a version. */
export async function noteMissing(db: Db, { item_id, language, missing_looks }: Unseen, now: Millis): Promise<void> {
  await db
    .updateTable("versions")
    .set({ missing_looks: missing_looks + 1, ...(missing_looks === 0 ? { missing_since: now } : {}) })
    .where("item_id", "=", item_id)
    .where("language", "=", language)
    .execute();
}

/** The newest day of what a feed showed until now; undefined where it showed nothing with a day. */
export async function newestDay(db: Db, feed: string): Promise<Day | undefined> {
  const { newest } = await db
    .selectFrom("versions")
    .select((eb) => eb.fn.max<string | null>("published").as("newest"))
    .where("feed", "=", feed)
    .executeTakeFirstOrThrow();
  return newest ?? undefined;
}

/** Notes that a version is in its feed again. */
export async function noteReturned(db: Db, itemId: string, language: Language): Promise<void> {
  await db
    .updateTable("versions")
    .set({ missing_looks: 0, missing_since: null })
    .where("item_id", "=", itemId)
    .where("language", "=", language)
    .execute();
}
