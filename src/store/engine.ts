import { PostgresAdapter } from "kysely";
import type { Db } from "./tables.ts";

/** SQLite for one machine, PostgreSQL where several replicas share the work. */
export type Engine = "sqlite" | "postgres";

/** Which engine a database or transaction runs on. */
export function engineOf(db: Db): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}
