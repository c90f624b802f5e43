import { existsSync } from "node:fs";
import type { Engine } from "./engine.ts";
import { migrate, NewerSchemaError } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";
import { reindex } from "./reindex.ts";
import { openSqlite, sqlitePath } from "./sqlite.ts";
import type { Db } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** An open database with the present schema. Disposing it closes every connection. */
export interface Store extends AsyncDisposable {
  readonly engine: Engine;
  readonly db: Db;
  /**
   * Runs `work`; all that it does through `tx` is kept together, or nothing where it throws. Inside, only `tx` may be
   * used: on SQLite, `db` would wait for the transaction to end.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/**
 * Opens the database that `url` names (`file:./data/tradepost.db`, relative to the working directory, or
 * `postgres://user:password@host/name`) and brings its schema up to date. Throws an error that says what is wrong and
 * what to do, and never shows the password.
 */
export async function openStore(url: string): Promise<Store> {
  const { engine, shown, hint } = describe(url);
  let db: Db | undefined;
  try {
    db = engine === "sqlite" ? openSqlite(url) : openPostgres(url);
    await migrate(db, engine);
    await reindex(db);
  } catch (error) {
    await db?.destroy();
    // It says itself what to do.
    const remedy = error instanceof NewerSchemaError ? "" : ` ${hint}`;
    throw new Error(`The database ${shown} cannot be used: ${reasonOf(error)}${remedy}`, { cause: error });
  }
  return storeOf(engine, db);
}

/**
 * Opens the database for who only reads it: where there is none yet, none is made. Throws an error that says so, or as
 * `openStore` does.
 */
export async function openArchive(url: string): Promise<Store> {
  if (databaseExists(url)) return await openStore(url);
  throw new Error(
    `There is no archive yet: ${url} does not exist. \`npx tradepost run\` makes it, and \`npx tradepost poll\` fills it once.`,
  );
}

/** The path of the file that holds a database; undefined where a server does. */
export function databaseFile(url: string): string | undefined {
  return url.startsWith("file:") ? sqlitePath(url) : undefined;
}

/** Whether opening would find a database; a PostgreSQL database must be there in any case. */
export function databaseExists(url: string): boolean {
  return !url.startsWith("file:") || existsSync(sqlitePath(url));
}

function storeOf(engine: Engine, db: Db): Store {
  return {
    engine,
    db,
    transaction: (work) => inTransaction(db, work),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

interface Description {
  readonly engine: Engine;
  /** The URL without password and parameters. */
  readonly shown: string;
  readonly hint: string;
}

function describe(url: string): Description {
  if (url.startsWith("file:")) {
    return {
      engine: "sqlite",
      shown: url,
      hint: "Check that its folder exists or can be made, and that this user may write there.",
    };
  }
  if (/^postgres(?:ql)?:/.test(url)) {
    return {
      engine: "postgres",
      shown: withoutPassword(url),
      hint: "Check that the server runs and that host, port, user, password and database name are right.",
    };
  }
  throw new Error("The database must be given as file:./data/tradepost.db or as postgres://user:password@host/name.");
}

function withoutPassword(url: string): string {
  // No cause: the error of a URL that cannot be read holds the whole of it.
  const parsed = URL.parse(url);
  if (!parsed) {
    throw new Error(
      "The PostgreSQL address cannot be read. It looks like postgres://user:password@host:5432/name, and characters such as @ : / # % in the password are percent-encoded.",
    );
  }
  const user = parsed.username === "" ? "" : `${parsed.username}@`;
  return `${parsed.protocol}//${user}${parsed.host}${parsed.pathname}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  // Several addresses tried in vain give an error without a message.
  const message = error instanceof AggregateError ? error.errors.map(reasonOf).join("; ") : error.message;
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
