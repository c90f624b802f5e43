import { DatabaseSync } from "node:sqlite";
import { syncBuiltinESMExports } from "node:module";
import sqlite from "node:sqlite";

/** How long a statement waits for another process, in milliseconds of the machine: waiting blocks the whole process. */
const HURRY = 50;
/** More pages than a test ever fills. */
const ROOMY = 4_294_967_294;

const open = new Set<DatabaseSync>();

/** Databases that are opened from now on wait only a moment for others that write, and can be told that the disk is full. */
export function hurrySqlite(): void {
  class HurriedDatabase extends DatabaseSync {
    constructor(path: string, options: { readonly timeout?: number } = {}) {
      super(path, { ...options, timeout: Math.min(options.timeout ?? 0, HURRY) });
      if (!path.endsWith(".lock")) open.add(this);
    }
    override close(): void {
      open.delete(this);
      super.close();
    }
  }
  Object.assign(sqlite, { DatabaseSync: HurriedDatabase });
  syncBuiltinESMExports();
}

/** The database file may not grow, as on a full disk: SQLite then fails with SQLITE_FULL. Or it may again. */
export function fillDisk(full: boolean): void {
  for (const database of open) database.exec(`pragma max_page_count = ${full ? 1 : ROOMY}`);
}
