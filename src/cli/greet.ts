import type { App } from "../app.ts";
import { queue } from "../delivery/queue.ts";
import { ensureChannel } from "../store/channels.ts";

/** Makes the channels of the configuration known, and queues the one greeting of each that is new. */
export async function greetChannels(app: App): Promise<void> {
  const now = app.delivering.clock.now();
  await app.store.transaction(async (db) => {
    for (const { id, chat, channel, welcome } of app.delivering.channels.values()) {
      const isNew = await ensureChannel(db, { id, chat, channel, now });
      if (isNew && welcome) await queue(db, id, "welcome", { kind: "channel", id }, 0, now);
    }
  });
}
