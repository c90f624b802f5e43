import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Db } from "../tables.ts";
import type { Words } from "./words.ts";

/** What is no longer in its feed though older items still are. */
export function withdrawn({ moment }: Words): Migration {
  return {
    async up(db: Db): Promise<void> {
      for (const statement of [
        sql`alter table versions add column missing_looks integer not null default 0`,
        sql`alter table versions add column missing_since ${moment}`,
        sql`create index versions_of_feed on versions (feed, published)`,
      ])
        await statement.execute(db);
    },
  };
}
