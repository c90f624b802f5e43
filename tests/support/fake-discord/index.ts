import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createFaults, type Fault, type Target } from "./faults.ts";
import { attachGateway, type Gateway } from "./gateway.ts";
import { createInteractions, type Interactions } from "./interactions.ts";
import { createRateLimits, type BucketLimit } from "./rate-limits.ts";
import { readMessage, type ReadMessage } from "./reader.ts";
import { serve, type Seen } from "./rest-server.ts";
import type { RightName } from "./rights.ts";
import { createWorld, type Channel, type Message, type World, type WorldOptions } from "./world.ts";

export type { Fault, Loss, Target } from "./faults.ts";
export type { Cut } from "./gateway.ts";
export type { ReadMessage } from "./reader.ts";
export type { ChannelOptions, Message } from "./world.ts";

export interface FakeDiscordOptions extends WorldOptions {
  /** Per route and channel. By default 5 in 5 s, as is commonly seen for messages. */
  readonly bucket?: BucketLimit;
  /** In milliseconds; by default Discord's 41250. */
  readonly heartbeatInterval?: number;
  readonly disallowedIntents?: number;
}

/** A Discord on loopback: what its documents say, as far as posting news needs it. */
export interface FakeDiscord {
  /** For `apiUrl`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly botId: string;
  readonly guildId: string;
  /** Ids of the channels, in the order given. */
  readonly channels: readonly string[];
  /** Every HTTP request so far. */
  readonly seen: readonly Seen[];
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly world: World;
  /** What a reader sees in a channel, oldest first. */
  messages(channel: string): readonly ReadMessage[];
  /** The same as stored. */
  stored(channel: string): readonly Message[];
  /** Somebody else writes. */
  say(channel: string, content: string): string;
  remove(channel: string, messageId: string): void;
  /** Somebody removes the embeds of a message, which readers with the right to manage messages can. */
  stripEmbeds(channel: string, messageId: string): void;
  deny(channel: string, rights: readonly RightName[]): void;
  /** The next request of this kind meets the fault; resolves when it has. */
  fault(target: Target, fault: Fault): Promise<void>;
  /** Nobody listens on the address until the result is disposed; what is connected stays so. */
  outage(): Promise<AsyncDisposable>;
  /** Resolves when no connection is open any more. */
  allClosed(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const world = createWorld(options);
  const faults = createFaults();
  const limits = createRateLimits(options.bucket ?? { limit: 5, perMs: 5000 }, world.now);
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  let port = 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}/gateway`;
  const server = createServer((request, response) => {
    serve(request, response, { world, faults, limits, seen, gatewayUrl, interactions: () => interactions }).catch(() =>
      response.socket?.destroy(),
    );
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const gateway = attachGateway(server, world, gatewayUrl, {
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    disallowedIntents: options.disallowedIntents ?? 0,
  });
  const interactions = createInteractions(world, (t, d) => gateway.dispatch(t, d));
  port = await listen(server, 0);
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: world.token,
    botId: world.botId,
    guildId: world.guildId,
    channels: [...world.channels.keys()],
    seen,
    gateway,
    interactions,
    world,
    ...channelControls(world),
    fault: (target, fault) => faults.next(target, fault),
    async outage() {
      server.close();
      return { [Symbol.asyncDispose]: async () => void (await listen(server, port)) };
    },
    allClosed: () => emptied(sockets),
    async close() {
      gateway.close();
      for (const socket of sockets) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, "close");
    },
  };
}

function channelControls(
  world: World,
): Pick<FakeDiscord, "messages" | "stored" | "say" | "remove" | "stripEmbeds" | "deny"> {
  const within = (channel: string): readonly Message[] =>
    world.messages.filter(({ channelId }) => channelId === channel);
  const known = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error(`the fake Discord has no channel ${id}`);
    return channel;
  };
  return {
    messages: (channel) => within(channel).map(readMessage),
    stored: within,
    say(channel, content) {
      const id = world.ids.next();
      const bare = {
        nonce: undefined,
        replyTo: undefined,
        embeds: [],
        flags: 0,
        components: [],
        pings: [],
        editedAt: undefined,
      };
      world.messages.push({
        ...bare,
        id,
        channelId: channel,
        authorId: "1180000000000000050",
        at: world.now(),
        content,
      });
      return id;
    },
    remove(channel, messageId) {
      const at = world.messages.findIndex(({ id, channelId }) => id === messageId && channelId === channel);
      if (at !== -1) world.messages.splice(at, 1);
    },
    stripEmbeds(channel, messageId) {
      for (const message of within(channel)) if (message.id === messageId) message.flags |= 4;
    },
    deny(channel, rights) {
      known(channel).denied = rights;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake Discord has no port");
  return address.port;
}

async function emptied(sockets: ReadonlySet<Socket>): Promise<void> {
  while (sockets.size > 0) await Promise.all([...sockets].map((socket) => once(socket, "close")));
}
