import type { Taken } from "./intake.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Item } from "./model/item.ts";
import { decodeAnalysis, encodeAnalysis } from "./store/analysis.ts";
import { itemOf, type StoredItem } from "./store/items.ts";
import { saveRereading } from "./store/revisions.ts";
import type { Db, VersionRow } from "./store/tables.ts";

/**
 * A corrected item as it stood before, its former wording read by the rules in force: what only the rules read otherwise
 * since is no correction of the WTO's. Whether and on which topics it was news stays as it was decided then.
 */
export async function readAnew(
  db: Db,
  { change, language }: Pick<Taken, "change" | "language">,
  before: StoredItem,
  analyse: (item: Item) => Analysis,
): Promise<StoredItem> {
  const version = before.versions.find((one) => one.language === language);
  if (change !== "corrected" || version === undefined) return before;
  const analysis = rereadingOf(version, analyse);
  await saveRereading(db, version, analysis);
  const reread = { ...version, analysis: encodeAnalysis(analysis) };
  return { ...before, versions: before.versions.map((one) => (one === version ? reread : one)) };
}

/** What did not come from the rules is kept: how the article was found, and a brief that a model wrote. */
function rereadingOf(version: VersionRow, analyse: (item: Item) => Analysis): Analysis {
  const then = decodeAnalysis(version.analysis, `${version.item_id}, ${version.language}`);
  const now = analyse(itemOf(version));
  return {
    ...now,
    ...(then.article === undefined ? {} : { article: then.article }),
    brief: then.brief.model === undefined ? now.brief : then.brief,
  };
}
