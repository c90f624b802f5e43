import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { z } from "zod";
import type { Db, Tables } from "./tables.ts";

/** Enough for polls, deliveries and commands of one replica. */
const CONNECTIONS = 5;
/** How long opening a connection may take, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Prepares a pool on the server that a `postgres:` URL names. Connects at the first query. */
export function openPostgres(url: string): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    application_name: "tradepost",
    types: { getTypeParser: parserFor },
  });
  // A connection that breaks while idle leaves the pool; the next query opens another and reports what is wrong.
  pool.on("error", () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Any number will do, as long as nothing else on the database uses it. */
const WORKER_LOCK = 7_239_415_003;

/**
 * Takes the lock of the one worker on a connection of its own, which frees it when it ends, however it does; undefined
 * where another has it. Throws where the server can't be reached.
 */
export async function tryServerLock(url: string): Promise<AsyncDisposable | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT, keepAlive: true });
  // A server that goes away takes the lock with it; the queries of the pool report that.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const answer = await client.query("select pg_try_advisory_lock($1) as locked", [WORKER_LOCK]);
    if (z.object({ locked: z.boolean() }).parse(answer.rows[0]).locked)
      return { [Symbol.asyncDispose]: () => client.end() };
  } catch (error) {
    await client.end().catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The PostgreSQL database can't be reached: ${reason}. Check that the server runs and the address is right.`,
      {
        cause: error,
      },
    );
  }
  await client.end();
  return undefined;
}

/** Moments and counts come as numbers: none of them reaches 2^53. For this pool alone, not for the whole process. */
const parserFor: typeof pg.types.getTypeParser = (type, format) =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
