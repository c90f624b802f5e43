import { DatabaseSync } from "node:sqlite";
import { around, type Method } from "./around.ts";

/** How long a statement waits for another process, in milliseconds of the machine: waiting blocks the whole process. */
const HURRY = 50;
/** More pages than a test ever fills. */
const ROOMY = 4_294_967_294;

const known = new Set<DatabaseSync>();

/** Databases wait only a moment for others that write, and can be told that the disk is broken. */
export function hurrySqlite(): void {
  const wrap = (inner: Method): Method =>
    function (...args) {
      Reflect.apply(inner, this, args);
      // The lock of the one worker is no database.
      if (!(this instanceof DatabaseSync) || known.has(this) || String(args[0]).includes("begin exclusive")) return;
      known.add(this);
      Reflect.apply(inner, this, [`pragma busy_timeout = ${HURRY}`]);
    };
  around(DatabaseSync, "exec", wrap);
}

/** How the file system below the database is. */
export type Disk = "full" | "read-only" | "well";

/**
 * The database file may not grow, as on a full disk, or not be written, as on a read-only file system: SQLite then fails
 * with SQLITE_FULL or SQLITE_READONLY as it would there.
 */
export function setDisk(state: Disk): void {
  for (const database of known) {
    if (!database.isOpen) continue;
    database.exec(`pragma max_page_count = ${state === "full" ? 1 : ROOMY}`);
    database.exec(`pragma query_only = ${state === "read-only" ? "on" : "off"}`);
  }
}
