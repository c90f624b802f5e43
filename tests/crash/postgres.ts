import pg from "pg";

/** A database that is dropped when disposed. */
export interface EmptyDatabase extends AsyncDisposable {
  readonly url: string;
}

/** Makes empty databases on a server. */
export function emptyDatabases(server: string): () => Promise<EmptyDatabase> {
  let made = 0;
  return async () => {
    made += 1;
    const name = `crash_${process.pid}_${made}`;
    await command(server, `create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return {
      url: url.href,
      [Symbol.asyncDispose]: () => command(server, `drop database if exists ${name} with (force)`),
    };
  };
}

async function command(server: string, text: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
