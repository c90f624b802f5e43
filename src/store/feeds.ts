import type { Db, FeedChanges, FeedRow } from "./tables.ts";
import { atomically } from "./transaction.ts";

/**
 * Enters a feed of the configuration, or brings its address and language to what the configuration says. A new address
 * loses what the old one's server said: its validators, its failures and its back-off.
 */
export async function ensureFeed(db: Db, feed: Pick<FeedRow, "name" | "url" | "language">): Promise<void> {
  const { name, url, language } = feed;
  await atomically(db, async (tx) => {
    await tx
      .updateTable("feeds")
      .set({ url, etag: null, last_modified: null, failures: 0, error: null, next_at: null })
      .where("name", "=", name)
      .where("url", "<>", url)
      .execute();
    await tx
      .insertInto("feeds")
      .values({ name, url, language, failures: 0 })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ language }))
      .execute();
  });
}

/** The feed of that name, or undefined. */
export async function readFeed(db: Db, name: string): Promise<FeedRow | undefined> {
  return db.selectFrom("feeds").selectAll().where("name", "=", name).executeTakeFirst();
}

/** All feeds that were ever configured, by name. */
export async function listFeeds(db: Db): Promise<readonly FeedRow[]> {
  return db.selectFrom("feeds").selectAll().orderBy("name").execute();
}

/** Changes the given columns of a feed; what is left out stays. */
export async function updateFeed(db: Db, name: string, changes: FeedChanges): Promise<void> {
  if (Object.keys(changes).length > 0) {
    await db.updateTable("feeds").set(changes).where("name", "=", name).execute();
  }
}
