import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
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

/** Moments and counts come as numbers: none of them reaches 2^53. For this pool alone, not for the whole process. */
const parserFor: typeof pg.types.getTypeParser = (type, format) =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
