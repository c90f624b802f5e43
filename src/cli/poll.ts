import { openApp } from "../app.ts";
import { deliverDue } from "../delivery/dispatch.ts";
import { pollFeed } from "../pipeline.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";
import { greetChannels } from "./greet.ts";
import { stopsOf } from "./stops.ts";

/** Looks at each feed once, delivers what is due, and ends. True where every feed could be read. */
export async function poll(settings: Settings, world: World): Promise<boolean> {
  await using app = await openApp(settings, world, "worker");
  using stop = stopsOf(world.signal);
  await greetChannels(app);
  let allRead = true;
  for (const feed of settings.config.feeds) {
    const look = await pollFeed(feed, app.polling, stop.soon);
    if (look.kind === "failed") allRead = false;
  }
  await deliverDue(app.delivering, stop);
  return allRead;
}
