import { ensureChannel } from "../store/channels.ts";
import { closeIncident, openIncidents } from "../store/incidents.ts";
import { queue } from "./queue.ts";
import type { DeliveryTools } from "./tools.ts";

/**
 * Makes the channels of the configuration known, queues the one greeting of each that is new, and closes the incidents of
 * what is no longer configured.
 * @param feeds the names of the configured feeds
 */
export async function greetChannels(tools: DeliveryTools, feeds: ReadonlySet<string>): Promise<void> {
  const now = tools.clock.now();
  const chats = new Set([...tools.channels.values()].map((channel) => channel.chat));
  const known = new Set([
    ...[...tools.channels.keys()].map((id) => `channel:${id}`),
    ...[...chats].map((chat) => `chat:${chat}`),
    ...[...feeds].map((feed) => `feed:${feed}`),
  ]);
  await tools.store.transaction(async (db) => {
    for (const { id, chat, channel, welcome } of tools.channels.values()) {
      const isNew = await ensureChannel(db, { id, chat, channel, now });
      if (isNew && welcome) await queue(db, id, "welcome", { kind: "channel", id }, 0, now);
    }
    for (const { key } of await openIncidents(db))
      if (!key.startsWith("delivery:") && !known.has(key)) await closeIncident(db, key, now);
  });
}
