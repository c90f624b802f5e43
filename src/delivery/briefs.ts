import type { Brief } from "../model/analysis.ts";
import type { Item } from "../model/item.ts";
import type { Log } from "../model/log.ts";
import type { Millis } from "../model/time.ts";
import { decodeAnalysis, StoredDataError } from "../store/analysis.ts";
import { saveBrief } from "../store/briefs.ts";
import { readDigest } from "../store/digests.ts";
import { itemOf, readItems } from "../store/items.ts";
import type { Db, VersionRow } from "../store/tables.ts";
import type { Task } from "./task.ts";
import { shownVersion } from "./wording.ts";

/** Writes the brief of an item, given the one that was quoted from it. Never throws; `model` in the result says what came of it. */
export type WriteBrief = (item: Item, quoted: Brief, signal: AbortSignal) => Promise<Brief>;

/** Sees to it, before a delivery is composed, that the briefs which it shows were asked for. */
export type Briefing = (task: Task, db: Db, signal: AbortSignal) => Promise<void>;

/** A delivery waits no longer; together with the longest call it stays below the lease. */
export const BRIEF_LIMIT: Millis = 20_000;

/**
 * Each wording is asked for once, by the first delivery that is about to show it, and what came of it is kept with the
 * wording: every channel and every edit then says the same. A crash before that asks again.
 */
export function createBriefing(write: WriteBrief, log: Log, limit = BRIEF_LIMIT): Briefing {
  // Several channels come to the same item at the same time.
  const underWay = new Map<string, Promise<void>>();

  async function ask(db: Db, version: VersionRow, signal: AbortSignal): Promise<void> {
    const analysis = storedAnalysis(version);
    if (analysis === undefined || analysis.brief.model !== undefined) return;
    const brief = await write(itemOf(version), analysis.brief, AbortSignal.any([signal, AbortSignal.timeout(limit)]));
    // The end of the program says nothing of the model.
    if (signal.aborted) return;
    await saveBrief(db, version, { ...analysis, brief });
    const of = { item: version.item_id, language: version.language, model: brief.model?.name };
    if (brief.model?.refused === undefined) log.info(of, "brief written by the model");
    else log.warn({ ...of, reason: brief.model.refused }, "the model's brief is refused: the quoted one goes out");
  }

  async function once(db: Db, version: VersionRow, signal: AbortSignal): Promise<void> {
    const key = `${version.item_id} ${version.language} ${version.revision}`;
    const asking = underWay.get(key) ?? ask(db, version, signal).finally(() => underWay.delete(key));
    underWay.set(key, asking);
    await asking;
  }

  return async (task, db, signal) => {
    const { row, channel } = task;
    if (row.state !== "pending" || (row.kind !== "post" && row.kind !== "edit")) return;
    const ids = row.subject_kind === "digest" ? (await readDigest(db, row.subject_id))?.itemIds : [row.subject_id];
    const versions = (await readItems(db, ids ?? [])).flatMap((stored) => shownVersion(stored, channel.language) ?? []);
    await Promise.all(versions.map((version) => once(db, version, signal)));
  };
}

/** What can't be read is told of when the delivery is composed. */
function storedAnalysis(version: VersionRow): ReturnType<typeof decodeAnalysis> | undefined {
  try {
    return decodeAnalysis(version.analysis);
  } catch (error) {
    if (error instanceof StoredDataError) return undefined;
    throw error;
  }
}
