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

/** The ids of the items of any of the processes that were published before an item was, the latest first. */
export async function itemsBefore(
  db: Db,
  processes: readonly ProcessId[],
  { published, first_seen_at }: Pick<ItemRow, "published" | "first_seen_at">,
  limit: number,
): Promise<readonly string[]> {
  if (processes.length === 0 || published === null) return [];
  const rows = await db
    .selectFrom("item_processes")
    .select(["item_id", "published", "first_seen_at"])
    .distinct()
    .where("process", "in", processes)
    .where("published", "<>", "")
    .where((eb) =>
      eb.or([
        eb("published", "<", published),
        eb.and([eb("published", "=", published), eb("first_seen_at", "<", first_seen_at)]),
      ]),
    )
    .orderBy("published", "desc")
    .orderBy("first_seen_at", "desc")
    .orderBy("item_id", "desc")
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

/** The processes that a version is a step of. What was read before processes were told has them by its topics. */
export function processesIn(version: Pick<VersionRow, "analysis" | "item_id" | "language">): readonly ProcessId[] {
  const { processes, topics } = decodeAnalysis(version.analysis, `${version.item_id}, ${version.language}`);
  return processes ?? PROCESSES.filter((process) => topics.includes(process));
}
