import type { Client } from "discord.js";
import type { Millis } from "../../model/time.ts";
import type { AdapterTools, Connection } from "../adapter.ts";
import type { Discord } from "./sdk.ts";

/** Discord asks for a heartbeat every 41.25 s. Without an answer for longer than two of them nobody is there. */
const LONGEST_SILENCE: Millis = 90_000;

/** How a client's live connection stands. */
export interface Line {
  state(): Connection;
}

/**
 * Follows what discord.js says of its one shard. It does not say when the other side falls silent, so the answers to
 * heartbeats are looked at as well.
 * @param ending from when on a lost connection is no news
 */
export function watchLine(
  discord: Discord,
  client: Client,
  chat: string,
  tools: AdapterTools,
  ending: AbortSignal,
): Line {
  let said: Connection = "connecting";
  let upSince: Millis = 0;

  const up = (): void => {
    said = "connected";
    upSince = tools.clock.now();
  };
  client.on(discord.Events.ShardReady, up);
  client.on(discord.Events.ShardResume, up);
  client.on(discord.Events.ShardReconnecting, () => {
    if (said !== "connected" || ending.aborted) return;
    said = "lost";
    tools.log.warn({ chat }, "discord: live connection lost, connecting again");
  });
  client.on(discord.Events.ShardDisconnect, ({ code }) => {
    said = "lost";
    tools.log.error({ chat, code }, "discord: live connection ended for good");
  });
  client.on(discord.Events.ShardError, ({ message }) => {
    tools.log.warn({ chat, error: message }, "discord: trouble on the live connection");
  });
  client.on(discord.Events.Error, ({ message }) => {
    tools.log.error({ chat, error: message }, "discord: trouble in the client");
  });

  return {
    state() {
      if (said !== "connected") return said;
      const answeredAt = client.ws.shards.first()?.lastPingTimestamp ?? 0;
      return tools.clock.now() - Math.max(answeredAt, upSince) > LONGEST_SILENCE ? "lost" : "connected";
    },
  };
}
