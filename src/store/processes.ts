import { PROCESSES, type ProcessId } from "../model/process.ts";
import { decodeAnalysis } from "./analysis.ts";
import type { Db, ItemRow, VersionRow } from "./tables.ts";

/** Brings the processes of an item to what its relevant versions say. */
export async function indexProcesses(db: Db, item: ItemRow, versions: readonly VersionRow[]): Promise<void> {
  const processes = new Set(versions.flatMap((version) => (version.relevant === 1 ? processesIn(version) : [])));
  await db.deleteFrom("item_processes").where("item_id", "=", item.id).execute();
  if (processes.size === 0) return;
  const { id, published, first_seen_at } = item;
  const rows = [...processes].map((process) => ({ process, item_id: id, published: published ?? "", first_seen_at }));
  await db.insertInto("item_processes").values(rows).execute();
}

/** The ids of the items of a process, the newest first. */
export async function itemsOfProcess(
  db: Db,
  process: ProcessId,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("item_processes")
    .select("item_id")
    .where("process", "=", process)
    .orderBy("published", "desc")
    .orderBy("first_seen_at", "desc")
    .orderBy("item_id", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map((row) => row.item_id);
}

/** How many items a process has. */
export async function countOfProcess(db: Db, process: ProcessId): Promise<number> {
  const { count } = await db
    .selectFrom("item_processes")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("process", "=", process)
    .executeTakeFirstOrThrow();
  return count;
}

/** What was read before processes were told has them by its topics. */
function processesIn(version: VersionRow): readonly ProcessId[] {
  const { processes, topics } = decodeAnalysis(version.analysis, `${version.item_id}, ${version.language}`);
  return processes ?? PROCESSES.filter((process) => topics.includes(process));
}
