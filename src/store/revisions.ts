import type { Language } from "../model/language.ts";
import type { Analysis } from "../model/analysis.ts";
import { encodeAnalysis } from "./analysis.ts";
import type { Db, RevisionRow, VersionRow } from "./tables.ts";

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

/** Keeps what was read out of a wording of the past, where it was read anew. */
export async function saveRereading(
  db: Db,
  { item_id, language, revision }: Pick<VersionRow, "item_id" | "language" | "revision">,
  analysis: Analysis,
): Promise<void> {
  await db
    .updateTable("revisions")
    .set({ analysis: encodeAnalysis(analysis) })
    .where("item_id", "=", item_id)
    .where("language", "=", language)
    .where("revision", "=", revision)
    .execute();
}
