import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { describe, expect, it, test } from "vitest";
import { encodeAnalysis } from "../../../src/store/analysis.ts";
import { createItem, newestRelevant, saveVersion } from "../../../src/store/items.ts";
import { listMeetings } from "../../../src/store/meetings.ts";
import { openStore, type Store } from "../../../src/store/open.ts";
import { searchItems } from "../../../src/store/search.ts";
import { countTopics } from "../../../src/store/topics.ts";
import type { Db } from "../../../src/store/tables.ts";
import { freshDatabase } from "../../support/database.ts";
import { analysisOf, versionOf } from "./rows.ts";

const EVERY = { topic: undefined, kinds: undefined, from: undefined, to: undefined };
const FEW = { offset: 0, limit: 50 };

/** The demo's own database, as each earlier version of the schema had it at its end. */
const KEPT = ["0001", "0002", "0003", "0004"];

describe.each(KEPT)("a database file kept from schema %s", (schema) => {
  it("has its items, meetings and posts after the update, and is updated once", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tradepost-upgrade-"));
    try {
      const packed = await readFile(new URL(`../../fixtures/archives/${schema}.db.gz`, import.meta.url));
      const file = join(folder, "tradepost.db");
      await writeFile(file, gunzipSync(packed));
      for (let opened = 0; opened < 2; opened += 1) {
        await using store = await openStore(`file:${file}`);
        expect(await whatItHolds(store)).toEqual({
          items: 19,
          sent: schema === "0003" ? 15 : 14,
          meetings: 7,
          plenary: 6,
          hits: 2,
          // In which wording each post told its item first, the items of digests among them.
          told: [1, 1, 1, 1, 1, 1, 1, 1, 1],
        });
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

test("what was posted under a clock that was behind is held to be told in its first wording", async () => {
  await using database = await freshDatabase("sqlite");
  const path = fileURLToPath(new URL("../../fixtures/archives/0004.db.gz", import.meta.url));
  await writeFile(database.url.slice("file:".length), gunzipSync(await readFile(path)));
  {
    const file = new DatabaseSync(database.url.slice("file:".length));
    file.exec("update deliveries set first_tried_at = 1 where kind = 'post'");
    file.close();
  }
  await using store = await openStore(database.url);
  expect((await whatItHolds(store))["told"]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
});

async function whatItHolds({ db }: Store): Promise<Record<string, unknown>> {
  const items = await db.selectFrom("items").select("id").execute();
  const sent = await db.selectFrom("deliveries").select("id").where("state", "=", "sent").execute();
  const told = await db.selectFrom("told").selectAll().execute();
  const { total, meetings } = await listMeetings(db, EVERY, "2026-06-22", FEW);
  const { hits } = await searchItems(db, {
    terms: [{ words: ["moratorium"], isBeginning: false }],
    topic: undefined,
    since: undefined,
  });
  const plenary = meetings.filter(({ meeting }) => meeting.kind === "plenary").length;
  return {
    items: items.length,
    sent: sent.length,
    meetings: total,
    plenary,
    hits: hits.length,
    told: told.map(({ revision }) => revision),
  };
}

/** Takes a database back to what the first version of the program made. */
async function backToFirst(db: Db): Promise<void> {
  const lookUps = ["meeting_topics", "meeting_mentions", "meetings", "item_topics", "search_documents"];
  const chats = ["subscriptions", "changes", "overrides", "questions", "waiting", "installations"];
  await sql`drop index versions_of_feed`.execute(db);
  for (const column of ["missing_looks", "missing_since"])
    await sql`alter table versions drop column ${sql.ref(column)}`.execute(db);
  for (const table of [...lookUps, ...chats, "item_processes", "archive_state", "told"]) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
  await sql`alter table channels drop column digest_at`.execute(db);
  await sql`drop index items_newest`.execute(db);
  await sql`delete from kysely_migration where name >= '0002'`.execute(db);
}

describe("a PostgreSQL database from before the look-ups", () => {
  it("is filled with what its items tell", async () => {
    await using database = await freshDatabase("postgres");
    {
      await using store = await openStore(database.url);
      const meetings = [
        { start: "2026-06-22", end: "2026-06-25", kind: "plenary", status: "upcoming", quote: "They meet." },
      ] as const;
      const analysis = encodeAnalysis(analysisOf({ topics: ["spam"], meetings }));
      await createItem(store.db, { id: "story", first_seen_at: 1, published: "2026-06-01", relevant: 1 });
      await saveVersion(store.db, versionOf({ analysis, title: "Members close the article on spam" }));
      await backToFirst(store.db);
    }
    await using store = await openStore(database.url);
    expect((await listMeetings(store.db, EVERY, "2026-06-01", FEW)).total).toBe(1);
    expect(await countTopics(store.db)).toEqual(new Map([["spam", 1]]));
    expect(await newestRelevant(store.db, { limit: 1, topics: ["spam"] })).toHaveLength(1);
    const terms = [{ words: ["article"], isBeginning: false }];
    expect((await searchItems(store.db, { terms, topic: undefined, since: undefined })).hits).toHaveLength(1);
  });
});
