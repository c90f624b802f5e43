import type { Millis } from "../model/time.ts";
import { ensureChannel } from "../store/channels.ts";
import { closeIncident, openIncidents } from "../store/incidents.ts";
import type { Db } from "../store/tables.ts";
import type { Channel } from "./channel.ts";
import { channelIncident, chatIncident, connectionIncident } from "./incidents.ts";
import { queue } from "./queue.ts";
import type { DeliveryTools } from "./tools.ts";

/** Makes a channel known. A new one is greeted once, where it wants to be. */
export async function greet(db: Db, { id, chat, channel, welcome }: Channel, now: Millis): Promise<void> {
  const isNew = await ensureChannel(db, { id, chat, channel, now });
  if (isNew && welcome) await queue(db, id, "welcome", { kind: "channel", id }, 0, now);
}

/** Incidents that hang on nothing in the configuration. */
const OF_THE_MACHINE = ["clock", "disk"];

/**
 * Makes all channels known, queues the one greeting of each that is new, and closes the incidents of what is no
 * longer there.
 * @param feeds the names of the configured feeds
 */
export async function greetChannels(tools: DeliveryTools, feeds: ReadonlySet<string>): Promise<void> {
  const now = tools.clock.now();
  await tools.store.transaction(async (db) => {
    const channels = await tools.channels(db);
    for (const channel of channels) await greet(db, channel, now);
    const known = new Set([
      ...channels.map(({ id }) => channelIncident(id)),
      ...channels.flatMap(({ chat }) => [chatIncident(chat), connectionIncident(chat)]),
      ...[...feeds].flatMap((feed) => [`feed:${feed}`, `unchanged:${feed}`]),
      ...OF_THE_MACHINE,
    ]);
    for (const { key } of await openIncidents(db))
      if (!key.startsWith("delivery:") && !key.startsWith("gap:") && !known.has(key)) await closeIncident(db, key, now);
  });
}
