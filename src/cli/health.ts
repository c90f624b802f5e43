import { healthOf } from "../health.ts";
import type { Settings } from "../settings.ts";
import { listFeeds } from "../store/feeds.ts";
import { openArchive } from "../store/open.ts";
import type { World } from "../world.ts";

/** Says whether polling goes on, from what the bot left in its database. True where it does. */
export async function health({ config }: Settings, world: World): Promise<boolean> {
  await using store = await openArchive(config.database);
  const names = new Set(config.feeds.map((feed) => feed.name));
  const feeds = (await listFeeds(store.db)).filter((feed) => names.has(feed.name));
  const { healthy, detail } = healthOf(feeds, world.clock.now());
  world.print(`${detail}\n`);
  return healthy;
}
