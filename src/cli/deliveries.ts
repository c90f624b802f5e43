import { toldOf } from "../app.ts";
import { resolve } from "../delivery/resolve.ts";
import type { Settings } from "../settings.ts";
import { listDeliveries, type Resolution } from "../store/deliveries.ts";
import { openArchive } from "../store/open.ts";
import type { DeliveryRow, DeliveryState } from "../store/outbox-tables.ts";
import type { World } from "../world.ts";

/** What needs a person comes with every listing; what went well only when asked for. */
const OPEN: readonly DeliveryState[] = ["pending", "sending", "uncertain", "held", "failed"];

export interface ListOptions {
  readonly all: boolean;
  readonly limit: number;
  readonly json: boolean;
}

/** Lists deliveries, the newest first: those that wait or need a person, or all of them. */
export async function listCommand(options: ListOptions, { config }: Settings, world: World): Promise<void> {
  await using store = await openArchive(config.database);
  const filter = options.all ? { limit: options.limit } : { states: OPEN, limit: options.limit };
  const rows = await listDeliveries(store.db, filter);
  if (options.json) {
    for (const row of rows) world.print(`${JSON.stringify(row)}\n`);
    return;
  }
  if (rows.length === 0) world.print("Nothing waits and nothing needs you.\n");
  for (const row of rows) world.print(`${lineOf(row)}\n`);
}

/** Settles a delivery that needs a person. Throws where there is none of that id, or it is settled or under way. */
export async function resolveCommand(id: string, how: Resolution, { config }: Settings, world: World): Promise<void> {
  await using store = await openArchive(config.database);
  const operators = toldOf(config);
  const row = await store.transaction((db) => resolve(db, operators, id, how, world.clock.now()));
  world.print(`${lineOf(row)}\n`);
}

function lineOf(row: DeliveryRow): string {
  const made = new Date(row.created_at).toISOString();
  const reason = row.reason === null ? "" : `: ${row.reason}`;
  return `${row.id}  ${row.state.padEnd(9)}  ${row.kind} ${row.subject_id} → ${row.channel_id}, queued ${made}${reason}`;
}
