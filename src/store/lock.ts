import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "./folder.ts";
import { tryServerLock } from "./postgres.ts";
import { sqlitePath } from "./sqlite.ts";

/** Where SQLite keeps a number of the application's in the first page: https://www.sqlite.org/fileformat2.html#user_version_number */
const USER_VERSION_OFFSET = 60;

/** What this process holds. Kept because reading a locked file and closing it again would free the lock: POSIX locks end so. */
const held = new Set<string>();

/**
 * Makes this process the only one that polls and delivers from a database, until disposed or dead: the lock is the
 * operating system's or the server's, so that SIGKILL frees it. Other commands go on working beside it. Throws
 * DatabaseTakenError, which names the process that holds a SQLite file.
 */
export async function holdDatabase(url: string): Promise<AsyncDisposable> {
  return url.startsWith("file:") ? holdFile(url) : await holdServer(url);
}

function holdFile(url: string): AsyncDisposable {
  const path = `${sqlitePath(url)}.lock`;
  if (held.has(path)) throw taken(process.pid, url);
  makeFolder(dirname(path));
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    // The number of the process stands where another process can read it without asking SQLite.
    lock.exec(`pragma user_version = ${process.pid}; begin exclusive;`);
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw taken(holderOf(path), url, error);
    throw error;
  }
  held.add(path);
  return {
    async [Symbol.asyncDispose]() {
      held.delete(path);
      lock.close();
    },
  };
}

async function holdServer(url: string): Promise<AsyncDisposable> {
  const lock = await tryServerLock(url);
  if (lock !== undefined) return lock;
  throw new DatabaseTakenError("Another Tradepost", "this PostgreSQL database");
}

/** A database that another Tradepost polls and delivers from. */
export class DatabaseTakenError extends Error {
  override readonly name = "DatabaseTakenError";
  /** Who has it, for who only wants to know. */
  readonly fact: string;

  constructor(holder: string, database: string, cause?: unknown) {
    const fact = `${holder} works with ${database}.`;
    super(`${fact} Stop it first, or give this one a database of its own.`, { cause });
    this.fact = fact;
  }
}

function taken(holder: number | string, url: string, cause?: unknown): DatabaseTakenError {
  return new DatabaseTakenError(`Another Tradepost (process ${holder})`, url, cause);
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
