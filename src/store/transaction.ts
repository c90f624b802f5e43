import { AsyncLocalStorage } from "node:async_hooks";
import type { Db } from "./tables.ts";

const inside = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Runs `work` in a transaction of its own: all of it holds or none. Throws at once inside another transaction, which
 * would wait for itself for ever on SQLite's one connection.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (inside.getStore()?.open) {
    throw new Error("A transaction was begun inside another one: use the database that the outer one passes on.");
  }
  const state = { open: true };
  try {
    return await inside.run(state, () => db.transaction().execute(work));
  } finally {
    // What was started in here and goes on afterwards may begin transactions of its own.
    state.open = false;
  }
}

/** Runs `work` in the transaction that `db` is, or in one of its own where `db` is none. */
export async function atomically<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : inTransaction(db, work);
}
