import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import type { Engine } from "../../src/store/engine.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { newId } from "../../src/store/ids.ts";
import { command, emptyPostgres, REMEDY, type FreshDatabase } from "./empty-postgres.ts";

/** Both engines, for suites that hold on each. */
export const ENGINES = ["sqlite", "postgres"] as const satisfies readonly Engine[];

/** Makes an empty database: a SQLite file in a temporary folder, or a PostgreSQL database on the server of this run. */
export async function freshDatabase(engine: Engine): Promise<FreshDatabase> {
  return engine === "sqlite" ? freshSqlite() : freshPostgres();
}

/** Opens a store on an empty database. Disposing it closes the store and deletes what it holds. */
export async function freshStore(engine: Engine): Promise<Store> {
  const database = engine === "sqlite" ? await freshSqlite() : (emptied.pop() ?? (await freshPostgres()));
  const store = await openStore(database.url);
  return {
    ...store,
    async [Symbol.asyncDispose](): Promise<void> {
      await store[Symbol.asyncDispose]();
      if (engine === "sqlite") {
        await database[Symbol.asyncDispose]();
      } else {
        await command(database.url, EMPTY);
        emptied.push(database);
      }
    },
  };
}

/** Making a PostgreSQL database takes a quarter of a second, so that those of freshStore serve all tests of a file. */
const emptied: FreshDatabase[] = [];

afterAll(async () => {
  for (const database of emptied.splice(0)) {
    await database[Symbol.asyncDispose]();
  }
});

const EMPTY = `do $$ begin execute (
  select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity' from pg_tables
  where schemaname = 'public' and tablename not like 'kysely%'
); end $$`;

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-sqlite-"));
  return {
    url: `file:${join(folder, "tradepost.db")}`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function freshPostgres(): Promise<FreshDatabase> {
  return await emptyPostgres(await serverUrl(), `tradepost_test_${newId()}`);
}

async function serverUrl(): Promise<string> {
  const response = await fetch(inject("postgresDoor"));
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(`No PostgreSQL for the tests could be started (${answer}). ${REMEDY}`);
  }
  return answer;
}
