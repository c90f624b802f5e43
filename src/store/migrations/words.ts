import { type RawBuilder, sql } from "kysely";

/** What the two engines write differently. */
export interface Words {
  /** The type of a moment. */
  readonly moment: RawBuilder<unknown>;
  /** The type of a primary key that grows with every row. */
  readonly sequence: RawBuilder<unknown>;
  /** What ends each table. */
  readonly strict: RawBuilder<unknown>;
}

export const WORDS = {
  sqlite: { moment: sql`integer`, sequence: sql`integer primary key autoincrement`, strict: sql`strict` },
  postgres: { moment: sql`bigint`, sequence: sql`bigint generated always as identity primary key`, strict: sql`` },
} as const satisfies Record<string, Words>;
