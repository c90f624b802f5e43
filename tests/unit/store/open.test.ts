import { existsSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { inspect } from "node:util";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countItems, createItem, readItem } from "../../../src/store/items.ts";
import { openArchive, openStore } from "../../../src/store/open.ts";
import { ENGINES, freshDatabase } from "../../support/database.ts";

/** The error of an opening that must fail, with everything that a log could show of it. */
async function failure(url: string): Promise<{ readonly message: string; readonly whole: string }> {
  const error = await openStore(url).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { message: error instanceof Error ? error.message : "opened", whole: inspect(error, { depth: 10 }) };
}

it("an archive is opened only where there is one, and none is made by asking", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-archive-"));
  const path = join(folder, "data.db");
  try {
    await expect(openArchive(`file:${path}`)).rejects.toThrow(`There is no archive yet: file:${path} does not exist.`);
    await expect(stat(path)).rejects.toThrow("ENOENT");
    await (await openStore(`file:${path}`))[Symbol.asyncDispose]();
    await using archive = await openArchive(`file:${path}`);
    expect(await countItems(archive.db)).toEqual({ all: 0, relevant: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe.each(ENGINES)("a store on %s", (engine) => {
  it("keeps all when it is opened again", async () => {
    await using database = await freshDatabase(engine);
    {
      await using store = await openStore(database.url);
      expect(store.engine).toBe(engine);
      await createItem(store.db, { id: "story", first_seen_at: 1_790_000_000_000, published: null, relevant: 1 });
    }
    await using again = await openStore(database.url);
    // Moments are numbers on both engines.
    expect((await readItem(again.db, "story"))?.item.first_seen_at).toBe(1_790_000_000_000);
  });

  it("is refused where a newer version of the program made it, and left as it is", async () => {
    await using database = await freshDatabase(engine);
    {
      await using store = await openStore(database.url);
      await sql`insert into kysely_migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')`.execute(
        store.db,
      );
    }
    const { message } = await failure(database.url);
    expect(message).toMatch(/made by a newer Tradepost.*9999-from-the-future.*Run the newer version/);
    expect(message).not.toContain("may write there");
  });

  it("is whole or absent where a change of the schema fails midway", async () => {
    await using database = await freshDatabase(engine);
    {
      await using store = await openStore(database.url);
      await sql`delete from kysely_migration`.execute(store.db);
      for (const table of [
        "told",
        "digest_items",
        "digests",
        "deliveries",
        "versions",
        "revisions",
        "item_keys",
        "feeds",
      ]) {
        await sql`drop table ${sql.table(table)}`.execute(store.db);
      }
    }
    // The tables that are left stand in the way of the first migration, after it has made others.
    const { message } = await failure(database.url);
    expect(message).toMatch(/incidents.*already exists/);
    const { message: again } = await failure(database.url);
    expect(again).toBe(message);
  });
});

describe("a SQLite store", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tradepost-open-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("makes its folder, relative to the working directory", async () => {
    const path = join(folder, "deep", "er", "tradepost.db");
    await using store = await openStore(`file:${relative(process.cwd(), path)}`);
    expect(await countItems(store.db)).toEqual({ all: 0, relevant: 0 });
    expect((await stat(path)).isFile()).toBe(true);
  });

  it("may be named by a whole file URL", async () => {
    const path = join(folder, "with space.db");
    await using _ = await openStore(`file://${path.replace(" ", "%20")}`);
    expect((await stat(path)).isFile()).toBe(true);
  });

  it("is safe at a power cut, checks references, types and waits for others", async () => {
    await using store = await openStore(`file:${join(folder, "safe.db")}`);
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(store.db)).rows[0] ?? {})[0];
    expect(await pragma("journal_mode")).toBe("wal");
    expect(await pragma("synchronous")).toBe(2);
    expect(await pragma("foreign_keys")).toBe(1);
    expect(await pragma("busy_timeout")).toBe(5000);
    const loose = sql`insert into digests values ('d', 'yesterday', 1)`.execute(store.db);
    await expect(loose).rejects.toThrow("cannot store TEXT value in INTEGER column");
  });

  it("says what is wrong where its folder cannot be made", async () => {
    await writeFile(join(folder, "occupied"), "");
    const { message } = await failure(`file:${join(folder, "occupied", "tradepost.db")}`);
    expect(message).toMatch(/occupied\/tradepost.db cannot be used: .*(EEXIST|ENOTDIR).*this user may write there/);
  });

  it.runIf(existsSync("/proc/self"))("says so at once where nothing at all can be made", async () => {
    const { message } = await failure("file:/proc/nowhere/tradepost.db");
    expect(message).toMatch(/nowhere\/tradepost.db cannot be used: .*ENOENT/);
  });

  it.each([
    ["max_page_count = 1", /^database or disk is full: make room on the disk that holds .*told\.db\.$/u],
    [
      "query_only = on",
      /^attempt to write a readonly database: let the bot's user write to .*told\.db and its folder\.$/u,
    ],
  ])("says what to do where it can't write (%s)", async (pragma, expected) => {
    await using store = await openStore(`file:${join(folder, "told.db")}`);
    await sql.raw(`pragma ${pragma}`).execute(store.db);
    const long = "x".repeat(100_000);
    const write = sql`insert into digests values (${long}, 1, 1)`.execute(store.db);
    await expect(write).rejects.toMatchObject({ message: expect.stringMatching(expected), code: "ERR_SQLITE_ERROR" });
  });

  it("says what is wrong where the file is no database", async () => {
    await writeFile(join(folder, "letter.db"), "Dear reader, this is no database. ".repeat(100));
    const { message } = await failure(`file:${join(folder, "letter.db")}`);
    expect(message).toMatch(/letter.db cannot be used: .*not a database/);
  });

  it("says what is wrong where the name is a folder", async () => {
    const { message } = await failure(`file:${folder}`);
    expect(message).toMatch(/cannot be used: unable to open database file/);
  });
});

describe("a PostgreSQL store", () => {
  it("leaves numbers of the rest of the process as they were", async () => {
    await using database = await freshDatabase("postgres");
    await using _ = await openStore(database.url);
    expect(pg.types.getTypeParser(pg.types.builtins.INT8)("5")).toBe("5");
  });

  it("shows no password where nothing listens", async () => {
    const { message, whole } = await failure("postgres://bot:s3cret@127.0.0.1:1/news?sslmode=disable&password=s3cret");
    expect(message).toMatch(/^The database postgres:\/\/bot@127.0.0.1:1\/news cannot be used: .*ECONNREFUSED.*Check/);
    expect(whole).not.toContain("s3cret");
  });

  it("shows no password where the user is refused", async () => {
    await using database = await freshDatabase("postgres");
    const url = new URL(database.url);
    url.username = "stranger";
    url.password = "s3cret";
    const { message, whole } = await failure(url.href);
    // The second is what a server says that asks local users for no password.
    expect(message).toMatch(/password authentication failed|role "stranger" does not exist/);
    expect(whole).not.toContain("s3cret");
  });

  it("shows no password where the address cannot be read", async () => {
    const { message, whole } = await failure("postgres://bot:s3#cret@127.0.0.1/news");
    expect(message).toMatch(/percent-encoded/);
    expect(whole).not.toMatch(/s3|cret/);
  });
});

describe("a store of no known kind", () => {
  it.each(["mysql://bot:s3cret@127.0.0.1/news", "tradepost.db", ""])("is refused: %s", async (url) => {
    const { message, whole } = await failure(url);
    expect(message).toMatch(/file:.*postgres:/);
    expect(whole).not.toContain("s3cret");
  });
});
