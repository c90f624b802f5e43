import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { encodeAnalysis } from "../../../src/store/analysis.ts";
import { createItem, newestRelevant, saveVersion } from "../../../src/store/items.ts";
import { listMeetings } from "../../../src/store/meetings.ts";
import { openStore } from "../../../src/store/open.ts";
import { searchItems } from "../../../src/store/search.ts";
import { countTopics } from "../../../src/store/topics.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshDatabase } from "../../support/database.ts";
import { analysisOf, versionOf } from "./rows.ts";

/** Takes the database back to what the first version of the program made. */
async function undoLookUps(db: Db, engine: string): Promise<void> {
  const tables = ["meeting_topics", "meeting_mentions", "meetings", "item_topics", "search_documents"];
  for (const table of [...tables, ...(engine === "sqlite" ? ["search_words"] : [])]) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
  await sql`drop index items_newest`.execute(db);
  await sql`delete from kysely_migration where name >= '0002'`.execute(db);
}

describe.each(ENGINES)("a database on %s from before the look-ups", (engine) => {
  it("is filled with what its items tell", async () => {
    await using database = await freshDatabase(engine);
    {
      await using store = await openStore(database.url);
      const meetings = [
        { start: "2026-06-22", end: "2026-06-25", kind: "plenary", status: "upcoming", quote: "They meet." },
      ] as const;
      const analysis = encodeAnalysis(analysisOf({ topics: ["spam"], meetings }));
      await createItem(store.db, { id: "story", first_seen_at: 1, published: "2026-06-01", relevant: 1 });
      await saveVersion(store.db, versionOf({ analysis, title: "Members close the article on spam" }));
      await undoLookUps(store.db, engine);
    }
    await using store = await openStore(database.url);
    const all = { topic: undefined, kinds: undefined, from: undefined, to: undefined };
    expect((await listMeetings(store.db, all, "2026-06-01", { offset: 0, limit: 5 })).total).toBe(1);
    expect(await countTopics(store.db)).toEqual(new Map([["spam", 1]]));
    expect(await newestRelevant(store.db, { limit: 1, topics: ["spam"] })).toHaveLength(1);
    const terms = [{ words: ["article"], isBeginning: false }];
    expect((await searchItems(store.db, { terms, topic: undefined, since: undefined })).hits).toHaveLength(1);
  });
});
