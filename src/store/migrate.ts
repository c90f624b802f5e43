import { type Migration, Migrator } from "kysely/migration";
import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { lookUps } from "./migrations/0002-look-ups.ts";
import { subscriptions } from "./migrations/0003-subscriptions.ts";
import { withdrawn } from "./migrations/0004-withdrawn.ts";
import { told } from "./migrations/0005-told.ts";
import { WORDS, type Words } from "./migrations/words.ts";
import type { Db } from "./tables.ts";

/** Every change of the schema, in order. A released one is never altered; a new one gets the next number. */
const MIGRATIONS: Readonly<Record<string, (words: Words) => Migration>> = {
  "0001-first-tables": firstTables,
  "0002-look-ups": lookUps,
  "0003-subscriptions": subscriptions,
  "0004-withdrawn": withdrawn,
  "0005-told": told,
};

/**
 * Brings the schema up to date. Several processes may do so at once: one works, the others wait. Throws where a
 * migration fails, and NewerSchemaError where a newer version of the program made the database; then nothing is changed.
 */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  const entries = Object.entries(MIGRATIONS).map(([name, make]) => [name, make(WORDS[engine])] as const);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(entries) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) {
    return;
  }
  const unknown = await unknownMigration(db);
  if (unknown !== undefined) {
    throw new NewerSchemaError(
      `It was made by a newer Tradepost: it holds the change ${unknown}, which this version does not know. Run the newer version, or go back to a copy from before the update.`,
      { cause: error },
    );
  }
  throw error;
}

/** The database knows more than this program. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/** The name of a migration that was run here and that this program does not know. */
async function unknownMigration(db: Db): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc`.execute(db);
    return rows.find((row) => !(row.name in MIGRATIONS))?.name;
  } catch {
    // No table of migrations, or no connection: then the first error tells more.
    return undefined;
  }
}
