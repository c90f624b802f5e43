import { existsSync } from "node:fs";
import { link, open, rm, stat } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { databaseExists, databaseFile } from "./open.ts";

/**
 * Writes a whole and checked copy of a SQLite database into a new file, while others read and write the database.
 *
 * @param url the database, as in the configuration
 * @param file where the copy goes; nothing is there yet
 * @returns how large the copy is, in bytes
 * @throws an error that says what to do where there is nothing to copy, where the file is there already, where the copy
 *   is not whole, and for PostgreSQL, which has a tool of its own
 */
export async function backUp(url: string, file: string): Promise<number> {
  const path = databaseFile(url);
  if (path === undefined)
    throw new Error(
      "A PostgreSQL database is backed up by PostgreSQL's own tool: pg_dump --format=custom --file=FILE DATABASE.",
    );
  if (!databaseExists(url)) throw new Error(`There is nothing to back up: ${path} does not exist.`);
  const taken = `${file} is there already, and is left as it is: name another file.`;
  if (existsSync(file)) throw new Error(taken);
  const part = `${file}.part`;
  await rm(part, { force: true });
  try {
    copy(path, part);
    await flush(part);
    // Unlike a renaming this never replaces what somebody else has put there meanwhile.
    await link(part, file).catch((cause: unknown) => {
      throw new Error(taken, { cause });
    });
  } finally {
    await rm(part, { force: true });
  }
  return (await stat(file)).size;
}

/** One reading of the whole database, which in WAL mode holds up nobody: https://www.sqlite.org/lang_vacuum.html#vacuuminto */
function copy(path: string, to: string): void {
  using source = new DatabaseSync(path, { readOnly: true });
  source.prepare("vacuum into ?").run(to);
  using made = new DatabaseSync(to, { readOnly: true });
  const [row] = made.prepare("pragma integrity_check").all();
  const verdict = String(row?.["integrity_check"]);
  if (verdict !== "ok") throw new Error(`The copy of ${path} is not whole (${verdict}); check the disk.`);
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
