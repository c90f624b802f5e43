import { dirname, resolve } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { fileURLToPath } from "node:url";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from "kysely";
import { makeFolder } from "./folder.ts";
import { withRemedy } from "./sqlite-errors.ts";
import type { Db, Tables } from "./tables.ts";

/** How long a statement waits for another process that writes, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens the SQLite file that a `file:` URL names, relative to the working directory, and makes its folder. Throws what
 * the system says where that is not possible.
 */
export function openSqlite(url: string): Db {
  const path = sqlitePath(url);
  makeFolder(dirname(path));
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    // FULL, since NORMAL may lose the last commits at a power cut in WAL mode: https://www.sqlite.org/pragma.html#pragma_synchronous
    database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;");
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect(database, path) });
}

/** The file that a `file:` URL names, relative to the working directory. */
export function sqlitePath(url: string): string {
  return resolve(url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length));
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #own: DatabaseSync;
  readonly #database: SqliteDatabase;

  constructor(database: DatabaseSync, path: string) {
    const adapted = adapt(database, path);
    super({ database: adapted });
    this.#own = database;
    this.#database = adapted;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#own, this.#database);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #own: DatabaseSync;

  constructor(own: DatabaseSync, database: SqliteDatabase) {
    super({ database });
    this.#own = own;
  }

  /**
   * Takes the right to write at once. A transaction that begins by reading and writes later fails without any waiting
   * when another process wrote in between: https://www.sqlite.org/lang_transaction.html
   */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const mode = settings?.accessMode === "read only" ? "deferred" : "immediate";
    await connection.executeQuery(CompiledQuery.raw(`begin ${mode}`));
  }

  /**
   * A full disk makes SQLite roll back by itself (https://www.sqlite.org/lang_transaction.html, section 2.3): a second
   * time would fail, and hide what went wrong.
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#own.isTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /** SQLite rolls back changes of the schema too, so a migration is whole or absent, and one process at a time runs it. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Makes Node's own SQLite look like the driver that Kysely's dialect was written for. */
function adapt(database: DatabaseSync, path: string): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql: string): SqliteStatement {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        // Rows like PostgreSQL's: plain objects, where Node's have no prototype.
        all: (parameters) =>
          withRemedy(path, () => statement.all(...parameters.map(toSqlValue))).map((row) => ({ ...row })),
        run: (parameters) => withRemedy(path, () => statement.run(...parameters.map(toSqlValue))),
        iterate: (parameters) => statement.iterate(...parameters.map(toSqlValue)),
      };
    },
  };
}

function toSqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === "number" || typeof value === "bigint" || typeof value === "string") {
    return value;
  }
  throw new TypeError(`SQLite was given a value of type ${typeof value}; the tables hold text, numbers and null.`);
}
