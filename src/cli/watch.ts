import type { App } from "../app.ts";
import { databaseFile } from "../store/open.ts";
import { noteDisk, queueWeeklySign } from "../troubles.ts";
import type { World } from "../world.ts";

/** Looks at what no feed tells of: the room on the disk, and whether the weekly sign of life is due. */
export async function watchMachine({ settings, store, polling }: App, world: World): Promise<void> {
  const { config } = settings;
  const { operators } = polling;
  const file = databaseFile(config.database);
  const free = file === undefined ? undefined : await world.freeSpace(file);
  const now = world.clock.now();
  await store.transaction(async (db) => {
    if (free !== undefined) await noteDisk(db, free, operators, now);
    if (config.operators?.signOfLife === true) await queueWeeklySign(db, operators, config.timezone, now);
  });
}
