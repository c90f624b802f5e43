import { healthOf } from "../health.ts";
import type { Settings } from "../settings.ts";
import { listFeeds } from "../store/feeds.ts";
import { databaseExists, openStore } from "../store/open.ts";
import type { FeedRow } from "../store/tables.ts";
import type { World } from "../world.ts";

/** Says whether polling goes on, from what the bot left in its database. True where it does. */
export async function health({ config }: Settings, world: World): Promise<boolean> {
  const { healthy, detail } = healthOf(await looksOf(config), world.clock.now());
  world.print(`${detail}\n`);
  return healthy;
}

/** How the looks at the configured feeds went; none where there is no database yet. */
async function looksOf({ database, feeds }: Settings["config"]): Promise<readonly FeedRow[]> {
  if (!databaseExists(database)) return [];
  await using store = await openStore(database);
  const names = new Set(feeds.map(({ name }) => name));
  return (await listFeeds(store.db)).filter(({ name }) => names.has(name));
}
