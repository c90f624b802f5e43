import pg from "pg";

/** An empty database. Disposing it deletes it, also while connections are open. */
export interface FreshDatabase extends AsyncDisposable {
  readonly url: string;
}

/** What to do where there is no server for the tests. */
export const REMEDY =
  "Set TEST_DATABASE_URL to a server whose user may create databases, for example postgres://user:password@127.0.0.1:5432/postgres.";

/** Makes an empty database on a server. */
export async function emptyPostgres(server: string, name: string): Promise<FreshDatabase> {
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => command(server, `drop database if exists ${name} with (force)`),
  };
}

/** Runs statements on a database. Throws with what to do where the server refuses. */
export async function command(database: string, sql: string): Promise<void> {
  const client = new pg.Client(database);
  try {
    await client.connect();
    await client.query(sql);
  } catch (error) {
    throw new Error(`PostgreSQL for the tests refused "${sql}" (${String(error)}). ${REMEDY}`, { cause: error });
  } finally {
    await client.end();
  }
}
