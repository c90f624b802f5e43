import type { Client, RESTOptions } from "discord.js";
import type { Millis } from "../../model/time.ts";
import type { Desk } from "../../model/ask.ts";
import type { AdapterTools, Connection } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import type { Api } from "./api.ts";
import { toChatError } from "./errors.ts";
import { listenOn } from "./interactions.ts";
import { watchLine, type Line } from "./line.ts";
import { quietShards, type QuietShards } from "./quiet-shards.ts";
import { registerCommands } from "./register.ts";
import type { Discord } from "./sdk.ts";

/** The live connection: it shows the bot as present, and is how commands come in. */
export interface Gateway {
  /** Connects once and offers the desk's commands; afterwards discord.js resumes by itself. Throws `unauthorised` or `unreachable`. */
  listen(desk: Desk, signal: AbortSignal): Promise<void>;
  connection(): Connection;
  /** Leaves nothing open. */
  close(): Promise<void>;
}

/** discord.js goes on trying while the gateway refuses; after this long the caller is told. */
const CONNECT_TIMEOUT: Millis = 30_000;
/** How long to wait for servers that Discord itself can't reach just now. */
const GUILD_TIMEOUT: Millis = 5_000;
/** Whoever does not answer a goodbye within this is not waited for. */
const GOODBYE_TIMEOUT: Millis = 3_000;

export interface GatewayConfig {
  readonly name: string;
  readonly token: string;
  readonly api: Api;
}

interface Attempt {
  readonly client: Client;
  readonly shards: QuietShards;
  readonly line: Line;
  /** Ends the requests that the client makes on its own. */
  readonly ending: AbortController;
}

/** Makes no connection yet. A failed attempt ends its client, which can't be used again; the next one has its own. */
export function createGateway(
  discord: Discord,
  rest: Partial<RESTOptions>,
  config: GatewayConfig,
  tools: AdapterTools,
): Gateway {
  let current: Attempt | undefined;

  async function close(): Promise<void> {
    const attempt = current;
    current = undefined;
    if (attempt !== undefined) await end(attempt);
  }

  return {
    async listen(desk, signal) {
      if (current !== undefined) return;
      const attempt = prepare(discord, rest, config, tools);
      current = attempt;
      const ending = attempt.ending.signal;
      listenOn(attempt.client, { desk, discord, chat: config.name, log: tools.log, signal: ending });
      try {
        await ready(
          discord,
          attempt.client,
          config.token,
          AbortSignal.any([signal, AbortSignal.timeout(CONNECT_TIMEOUT)]),
        );
      } catch (error) {
        await close();
        throw connectError(error, config.name);
      }
      await registerCommands(desk.commands, { ...config, chat: config.name, log: tools.log }, ending);
    },
    connection: () => current?.line.state() ?? "none",
    close,
  };
}

function prepare(discord: Discord, rest: Partial<RESTOptions>, config: GatewayConfig, tools: AdapterTools): Attempt {
  const shards = quietShards(discord);
  const ending = new AbortController();
  const client = new discord.Client({
    intents: [discord.GatewayIntentBits.Guilds],
    rest: {
      ...rest,
      makeRequest: (url, init) =>
        discord.DefaultRestOptions.makeRequest(url, { ...init, signal: bothOf(init.signal, ending) }),
    },
    ws: { buildStrategy: shards.build },
    waitGuildTimeout: GUILD_TIMEOUT,
  });
  return { client, shards, ending, line: watchLine(discord, client, config.name, tools, ending.signal) };
}

function bothOf(signal: AbortSignal | null | undefined, ending: AbortController): AbortSignal {
  return signal == null ? ending.signal : AbortSignal.any([signal, ending.signal]);
}

async function end({ client, shards, ending }: Attempt): Promise<void> {
  ending.abort();
  await shards.settle();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, GOODBYE_TIMEOUT);
  client.destroy().then(resolve, resolve);
  await promise;
  clearTimeout(timer);
}

/** Signs in and waits until the shard has its servers. */
async function ready(discord: Discord, client: Client, token: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  client.once(discord.Events.ClientReady, () => resolve());
  client.login(token).catch(reject);
  try {
    await promise;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Nothing is posted by listening: what is not a refused token is a connection to try again. */
function connectError(error: unknown, chat: string): ChatError {
  const doing = `${chat}: connecting to Discord`;
  if (isRefusedToken(error)) {
    const remedy = "put a valid one into the configuration";
    return new ChatError("unauthorised", `${doing}: Discord refuses the token; ${remedy}`, { cause: error });
  }
  const told = toChatError(error, doing);
  if (told.failure === "unauthorised" || told.failure === "unreachable") return told;
  return new ChatError("unreachable", told.message, { cause: error });
}

/** discord.js says TokenInvalid for a 401, and @discordjs/ws these words for close code 4004. */
function isRefusedToken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "TokenInvalid") || error.message === "Authentication failed";
}
