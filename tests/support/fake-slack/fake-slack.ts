import { createServer } from "node:http";
import type { Socket } from "node:net";
import { bySocket, conversation, type Conversation, type Deliver } from "./conversation.ts";
import { seen } from "./reader.ts";
import { answerRequest, type Requested } from "./requests.ts";
import type { FakeFault } from "./faults.ts";
import { socketMode, type SocketMode } from "./socket-mode.ts";
import { Workspace, type FakeChannel } from "./workspace.ts";
import type { SeenMessage } from "../../contract/suite/platform.ts";

export interface FakeSlackOptions {
  readonly team?: string;
  readonly bot?: string;
  readonly channels?: readonly FakeChannel[];
  readonly scopes?: readonly string[];
  readonly admins?: readonly string[];
  /** At most so many posts in a channel within a second; then 429. Off unless given. */
  readonly postsPerSecond?: number;
  /** Milliseconds since 1970; the machine's clock unless given. */
  readonly now?: () => number;
}

/** A Slack workspace on loopback, as honest as the documents allow. */
export interface FakeSlack extends AsyncDisposable {
  /** Ends in a slash, as the SDK wants it. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly workspace: Workspace;
  readonly sockets: SocketMode;
  /** Typing and pressing, over the socket unless `reachBy` says otherwise. */
  readonly conversation: Conversation;
  reachBy(deliver: Deliver): void;
  /** What the bot may do; may be changed at any time. */
  scopes: readonly string[];
  /** What a reader of the channel sees, oldest first, replies among them. */
  messages(channel: string): readonly SeenMessage[];
  /** Somebody else writes. */
  say(channel: string, text: string, threadTs?: string): void;
  /** Every request so far, oldest first. */
  readonly requests: readonly Requested[];
  /** The next request of this method meets the fault. `struck` resolves when it has. */
  fault(method: string, fault: FakeFault): { readonly struck: Promise<void> };
  /** Connections are refused until the result is disposed. */
  outage(): Promise<AsyncDisposable>;
  /** Resolves when no connection is open. */
  allClosed(): Promise<void>;
  close(): Promise<void>;
}

export const BOT_SCOPES = [
  "chat:write",
  "commands",
  "channels:read",
  "channels:history",
  "groups:read",
  "groups:history",
  "users:read",
];

const CHANNELS: readonly FakeChannel[] = [
  { id: "C0TRADENEWS", name: "trade-news" },
  { id: "C0NOTINVITED", name: "board", member: false },
  { id: "C0ARCHIVED", name: "old-news", archived: true },
];

/** Starts a fake Slack on a free port of 127.0.0.1. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const now = options.now ?? Date.now;
  const workspace = new Workspace(options.channels ?? CHANNELS, now);
  const faults: { readonly method: string; readonly fault: FakeFault; readonly strike: () => void }[] = [];
  const requests: Requested[] = [];
  const server = createServer((request, response) => {
    answerRequest(request, response, { fake, caller: callerOf, faults, requests, options, now }).catch(() =>
      response.destroy(),
    );
  });
  const sockets = socketMode(server);
  const connections = trackConnections(server);
  const port = await listen(0);
  const origin = `127.0.0.1:${port}`;

  async function listen(on: number): Promise<number> {
    await new Promise<void>((resolve) => {
      server.listen(on, "127.0.0.1", resolve);
    });
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  const callerOf = () => ({
    workspace,
    team: options.team ?? "Trade desk",
    bot: options.bot ?? "tradepost",
    scopes: fake.scopes,
    admins: options.admins ?? [],
    socketUrl: () => `ws://${origin}/link/?ticket=${sockets.ticket()}`,
  });

  let deliver = bySocket(sockets);
  const talk = conversation(
    () => `http://${origin}`,
    () => deliver,
  );
  const fake: FakeSlack = {
    apiUrl: `http://${origin}/api/`,
    botToken: "xoxb-1111111111-2222222222-FakeBotSecret",
    appToken: "xapp-1-A0TRADEPOST-3333333333-FakeAppSecret",
    workspace,
    sockets,
    conversation: talk,
    reachBy(next) {
      deliver = next;
    },
    requests,
    scopes: options.scopes ?? BOT_SCOPES,
    messages: (channel) => workspace.messages(channel).map(seen),
    say(channel, text, threadTs) {
      const message = {
        text,
        threadTs,
        user: "U0SOMEBODY",
        blocks: [],
        metadata: undefined,
        parse: "none",
        mrkdwn: true,
      };
      workspace.add(channel, message);
    },
    fault(method, fault) {
      const { promise, resolve } = Promise.withResolvers<void>();
      faults.push({ method, fault, strike: resolve });
      return { struck: promise };
    },
    async outage() {
      server.close();
      return { [Symbol.asyncDispose]: async () => void (await listen(port)) };
    },
    allClosed: () => connections.allClosed(),
    async close() {
      server.close();
      connections.destroyAll();
      await connections.allClosed();
    },
    [Symbol.asyncDispose]: () => fake.close(),
  };
  return fake;
}

function trackConnections(server: ReturnType<typeof createServer>) {
  const open = new Set<Socket>();
  const waiting: (() => void)[] = [];
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      open.delete(socket);
      if (open.size === 0) for (const resolve of waiting.splice(0)) resolve();
    });
  });
  return {
    async allClosed(): Promise<void> {
      if (open.size === 0) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    },
    destroyAll(): void {
      for (const socket of open) socket.destroy();
    },
  };
}
