import { sql } from "kysely";
import type { Db, VersionRow } from "./tables.ts";

const AT_ONCE = 200;

/** Every wording that stands in the archive, some at a time, so that its size does not matter. */
export async function* walkVersions(db: Db): AsyncGenerator<VersionRow> {
  let last = { item_id: "", language: "" };
  for (;;) {
    const { item_id, language } = last;
    const rows = await db
      .selectFrom("versions")
      .selectAll()
      .where((eb) =>
        eb.or([
          eb("item_id", ">", item_id),
          eb.and([eb("item_id", "=", item_id), sql<boolean>`language > ${language}`]),
        ]),
      )
      .orderBy("item_id")
      .orderBy("language")
      .limit(AT_ONCE)
      .execute();
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < AT_ONCE) return;
    last = end;
  }
}
