import { openApp } from "../app.ts";
import { deliverDue } from "../delivery/dispatch.ts";
import { listReady } from "../delivery/order.ts";
import { pollFeed } from "../pipeline.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";
import { greetChannels } from "../delivery/greet.ts";
import { stopsOf } from "./stops.ts";
import { watchMachine } from "./watch.ts";

/** Looks at each feed once, delivers what is due, and ends. True where every feed was read and nothing is left waiting. */
export async function poll(settings: Settings, world: World): Promise<boolean> {
  await using app = await openApp(settings, world, "worker");
  using stop = stopsOf(world.signal);
  await greetChannels(app.delivering, app.polling.feeds);
  let allRead = true;
  await watchMachine(app, world);
  for (const feed of settings.config.feeds) {
    const look = await pollFeed(feed, app.polling, stop.soon);
    if (look.kind === "failed" || look.kind === "waiting") allRead = false;
    if (look.kind === "waiting")
      settings.log.warn(
        { feed: feed.name, until: new Date(look.until).toISOString() },
        "not looked at: it waits after failures, or at the server's wish",
      );
  }
  await deliverDue(app.delivering, stop);
  const channels = await app.delivering.channels(app.store.db);
  const ready = await listReady(app.store.db, channels, world.clock.now());
  const waiting = ready.filter(({ resting }) => !resting);
  for (const { channel, readyAt } of waiting)
    settings.log.warn(
      { channel: channel.id, until: new Date(readyAt).toISOString() },
      "left waiting for the next poll",
    );
  return allRead && waiting.length === 0;
}
