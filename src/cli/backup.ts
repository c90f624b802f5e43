import type { Settings } from "../settings.ts";
import { backUp } from "../store/backup.ts";
import type { World } from "../world.ts";

/** Writes a copy of the database, beside a running bot. Throws an error that says what to do where that can't be done. */
export async function backup(file: string, { config }: Settings, world: World): Promise<void> {
  const size = await backUp(config.database, file);
  world.print(`Backed up into ${file}: ${Math.ceil(size / 1024)} KiB, checked.\n`);
}
