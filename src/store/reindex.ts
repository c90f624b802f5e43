import { sql } from "kysely";
import { engineOf } from "./engine.ts";
import { index } from "./items.ts";
import type { Db } from "./tables.ts";
import { inTransaction } from "./transaction.ts";

/** Grows whenever `index` comes to fill something else: an older archive is then indexed anew, once. */
const INDEX_VERSION = "2";
const NAME = "index";

/** Fills what look-ups read from the items that are there, where an earlier version of the program filled it or none did. */
export async function reindex(db: Db): Promise<void> {
  if (await isUpToDate(db)) return;
  await inTransaction(db, async (tx) => {
    // Of several processes that open it at once, one works and the others wait.
    if (engineOf(tx) === "postgres") await sql`lock table archive_state in exclusive mode`.execute(tx);
    if (await isUpToDate(tx)) return;
    const items = await tx.selectFrom("items").select("id").orderBy("first_seen_at").orderBy("id").execute();
    for (const { id } of items) await index(tx, id);
    await tx
      .insertInto("archive_state")
      .values({ name: NAME, value: INDEX_VERSION })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: INDEX_VERSION }))
      .execute();
  });
}

async function isUpToDate(db: Db): Promise<boolean> {
  const state = await db.selectFrom("archive_state").select("value").where("name", "=", NAME).executeTakeFirst();
  return state?.value === INDEX_VERSION;
}
