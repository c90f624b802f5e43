import type { Analysis } from "../model/analysis.ts";
import { encodeAnalysis } from "./analysis.ts";
import type { Db, VersionRow } from "./tables.ts";
import { atomically } from "./transaction.ts";

/**
 * Keeps an analysis whose brief alone was written anew, with the wording that it was made of: a version that was corrected
 * meanwhile is left as it is.
 */
export async function saveBrief(
  db: Db,
  { item_id, language, revision }: Pick<VersionRow, "item_id" | "language" | "revision">,
  analysis: Analysis,
): Promise<void> {
  const told = { analysis: encodeAnalysis(analysis) };
  await atomically(db, async (tx) => {
    for (const table of ["versions", "revisions"] as const) {
      await tx
        .updateTable(table)
        .set(told)
        .where("item_id", "=", item_id)
        .where("language", "=", language)
        .where("revision", "=", revision)
        .execute();
    }
  });
}
