import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sqlitePath } from "./sqlite.ts";

/** Where SQLite keeps a number of the application's in the first page: https://www.sqlite.org/fileformat2.html#user_version_number */
const USER_VERSION_OFFSET = 60;

/** What this process holds. Kept because reading a locked file and closing it again would free the lock: POSIX locks end so. */
const held = new Set<string>();

/**
 * Makes this process the only one that polls and delivers from a SQLite file, until disposed or dead: the lock is the
 * operating system's, so that SIGKILL frees it. Other commands go on working beside it. PostgreSQL needs none and gets
 * undefined. Throws a sentence that names the process which holds the file.
 */
export function holdDatabase(url: string): Disposable | undefined {
  if (!url.startsWith("file:")) return undefined;
  const path = `${sqlitePath(url)}.lock`;
  if (held.has(path)) throw taken(url, process.pid);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    // The number of the process stands where another process can read it without asking SQLite.
    lock.exec(`pragma user_version = ${process.pid}; begin exclusive;`);
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw taken(url, holderOf(path), error);
    throw error;
  }
  held.add(path);
  return {
    [Symbol.dispose]: () => {
      held.delete(path);
      lock.close();
    },
  };
}

function taken(url: string, holder: number | string, cause?: unknown): Error {
  const message = `Another Tradepost (process ${holder}) works with ${url}. Stop it first, or give this one a database of its own.`;
  return new Error(message, { cause });
}

/** SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}

function holderOf(path: string): number | string {
  try {
    return readFileSync(path).readUInt32BE(USER_VERSION_OFFSET);
  } catch {
    return "unknown";
  }
}
