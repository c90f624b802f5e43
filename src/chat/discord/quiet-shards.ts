import type { IShardingStrategy, WebSocketOptions } from "discord.js";
import type { Millis } from "../../model/time.ts";
import type { Discord } from "./sdk.ts";

type BuildStrategy = NonNullable<WebSocketOptions["buildStrategy"]>;
type Manager = Parameters<BuildStrategy>[0];

/** discord.js waits 30 s, and so would whoever wants to end. */
const HANDSHAKE_TIMEOUT: Millis = 3_000;

/** The shards of one client, such that they can be ended for good at any moment. */
export interface QuietShards {
  readonly build: BuildStrategy;
  /** Call before destroying the client: no new connection comes about, and none is being made. */
  settle(): Promise<void>;
}

/**
 * Left alone, @discordjs/ws 1.2 does two things after a client was destroyed while it was connecting: it connects again
 * half a second later and goes on for ever, and it ends the process when the connection that it was making fails,
 * since nobody listens for that error any more.
 */
export function quietShards(discord: Discord): QuietShards {
  const ending = new AbortController();
  let shards: { readonly strategy: IShardingStrategy; readonly manager: Manager } | undefined;
  let greeted = false;

  return {
    build(manager) {
      const { options } = manager;
      const retrieve = options.retrieveSessionInfo.bind(options);
      options.handshakeTimeout = HANDSHAKE_TIMEOUT;
      // A shard asks for its session before it connects; one that gets no answer does nothing more.
      options.retrieveSessionInfo = (shardId) => (ending.signal.aborted ? NEVER : retrieve(shardId));
      // Names of @discordjs/ws; the enumeration that discord.js exports under the same name is another.
      manager.on("hello", () => (greeted = true));
      manager.on("closed", () => (greeted = false));
      const strategy = new discord.SimpleShardingStrategy(manager);
      shards = { strategy, manager };
      return strategy;
    },
    async settle() {
      ending.abort();
      if (shards === undefined || greeted) return;
      const { strategy, manager } = shards;
      const statuses = await strategy.fetchStatus();
      if (!statuses.some((status) => status === discord.WebSocketShardStatus.Connecting)) return;
      await helloOrClosed(manager);
    },
  };
}

const NEVER = new Promise<never>(() => {});

/** A handshake ends in one or the other, or was not even begun. */
async function helloOrClosed(manager: Manager): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, HANDSHAKE_TIMEOUT + 500);
  manager.once("hello", () => resolve());
  manager.once("closed", () => resolve());
  await promise;
  clearTimeout(timer);
}
