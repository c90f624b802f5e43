import type { Language } from "../model/language.ts";
import type { Db, RevisionRow } from "./tables.ts";

/** Every wording of a story in one language, oldest first, the present one last. */
export async function readRevisions(db: Db, itemId: string, language: Language): Promise<readonly RevisionRow[]> {
  return await db
    .selectFrom("revisions")
    .selectAll()
    .where("item_id", "=", itemId)
    .where("language", "=", language)
    .orderBy("revision")
    .execute();
}
