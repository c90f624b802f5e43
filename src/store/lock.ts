import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sqlitePath } from "./sqlite.ts";

/** Where SQLite keeps a number of the application's in the first page: https://www.sqlite.org/fileformat2.html#user_version_number */
const USER_VERSION_OFFSET = 60;

/**
 * Makes this process the only one that polls and delivers from a SQLite file, until disposed or dead: the lock is the
 * operating system's, so that SIGKILL frees it. Other commands go on working beside it. PostgreSQL needs none and gets
 * undefined. Throws a sentence that names the process which holds the file.
 */
export function holdDatabase(url: string): Disposable | undefined {
  if (!url.startsWith("file:")) return undefined;
  const path = `${sqlitePath(url)}.lock`;
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    // The number of the process stands where another process can read it without asking SQLite.
    lock.exec(`pragma user_version = ${process.pid}; begin exclusive;`);
  } catch (error) {
    lock.close();
    throw new Error(
      `Another Tradepost (process ${holderOf(path)}) works with ${url}. Stop it first, or give this one a database of its own.`,
      { cause: error },
    );
  }
  return { [Symbol.dispose]: () => lock.close() };
}

function holderOf(path: string): number | string {
  try {
    return readFileSync(path).readUInt32BE(USER_VERSION_OFFSET);
  } catch {
    return "unknown";
  }
}
