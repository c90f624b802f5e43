import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { createDiscord, discordConfig } from "../../src/chat/discord/index.ts";
import { openDiscord } from "../support/fake-discord/platform.ts";
import { testTools } from "../support/adapter-tools.ts";
import type { Cut } from "../support/fake-discord/index.ts";
import { delivery, failureOf, GO } from "./suite/opening.ts";
import { noDesk } from "./suite/no-desk.ts";
import { itemPost } from "./suite/posts.ts";

// Discord's gateway: how the live connection comes about, is lost and regained, and ends.

const SOON = { timeout: 15_000 };

describe.concurrent("Discord's live connection", () => {
  test.for<[what: string, cut: Cut, comesBack: "resumed" | "identified"]>([
    ["a reset", "reset", "resumed"],
    ["Discord's wish to reconnect", "reconnect", "resumed"],
    ["an invalid session", "invalid-session", "identified"],
    ["a close code that allows to resume", 4000, "resumed"],
    ["a session that timed out", 4009, "resumed"],
    ["a sequence that Discord does not know", 4007, "identified"],
  ])("comes back after %s", async ([, cut, comesBack], { expect }) => {
    await on({}, async ({ adapter, fake }) => {
      await adapter.listen(noDesk, GO);
      const before = fake.gateway.counts[comesBack];
      const back = fake.gateway.nextLive();
      fake.gateway.cut(cut);
      await back;
      await expect.poll(() => adapter.connection(), SOON).toBe("connected");
      expect(fake.gateway.counts[comesBack]).toBe(before + 1);
    });
  });

  test("is lost for good when the token is refused meanwhile, and says so in the log", async ({ expect }) => {
    await on({}, async (platform) => {
      const { adapter, fake } = platform;
      await adapter.listen(noDesk, GO);
      fake.gateway.cut(4004);
      await expect.poll(() => adapter.connection(), SOON).toBe("lost");
      expect(platform.logged().join("\n")).toMatch(/for good.*4004/);
    });
  });

  test("is lost when Discord falls silent, and regained when it speaks again", async ({ expect }) => {
    await on({ heartbeatInterval: 200 }, async ({ adapter, fake }) => {
      await adapter.listen(noDesk, GO);
      fake.gateway.answerHeartbeats(false);
      const back = fake.gateway.nextLive();
      await expect.poll(() => adapter.connection(), { ...SOON, interval: 5 }).toBe("lost");
      fake.gateway.answerHeartbeats(true);
      await back;
      await expect.poll(() => adapter.connection(), SOON).toBe("connected");
    });
  });

  test("counts as lost once no heartbeat was answered for a minute and a half, though nothing was said", async ({
    expect,
  }) => {
    let ahead = 0;
    await using platform = await openDiscord({});
    const { tools } = testTools();
    const clock = { ...tools.clock, now: () => Date.now() + ahead };
    const { apiUrl, token } = platform.fake;
    const config = discordConfig.parse({ name: "community", platform: "discord", token, apiUrl });
    await using adapter = await createDiscord(config, { ...tools, clock });
    await adapter.listen(noDesk, GO);
    ahead = 85_000;
    expect(adapter.connection()).toBe("connected");
    ahead = 95_000;
    expect(adapter.connection()).toBe("lost");
  });

  test("listening twice makes one connection", async ({ expect }) => {
    await on({}, async ({ adapter, fake }) => {
      await adapter.listen(noDesk, GO);
      await adapter.listen(noDesk, GO);
      expect(fake.gateway.live()).toBe(1);
    });
  });

  test("a post needs no live connection, and one that failed does not stand in its way", async ({ expect }) => {
    await on({ disallowedIntents: 1 }, async (platform) => {
      const { adapter, fake } = platform;
      expect((await failureOf(platform, adapter.listen(noDesk, GO))).failure).toBe("unreachable");
      await adapter.send(itemPost(), delivery(platform), GO);
      expect(fake.messages(platform.channel)).toHaveLength(1);
      expect(adapter.connection()).toBe("none");
    });
  });

  test("a wrong token is refused: unauthorised", async ({ expect }) => {
    await on({}, async (platform) => {
      void platform.fake.fault("any", { kind: "unauthorised" });
      const error = await failureOf(platform, platform.adapter.listen(noDesk, GO));
      expect([error.failure, error.message]).toEqual(["unauthorised", expect.stringContaining("token")]);
      await platform.fake.allClosed();
    });
  });

  test("a token that only the gateway refuses: unauthorised as well", async ({ expect }) => {
    await using other = await openDiscord({ token: "another-token-altogether" });
    await on({}, async (platform) => {
      const url = other.fake.apiUrl.replace("http:", "ws:").replace(/\/api$/, "/gateway");
      void platform.fake.fault("any", { kind: "answer", answer: gatewayAt(url) });
      const error = await failureOf(platform, platform.adapter.listen(noDesk, GO));
      expect(error.failure).toBe("unauthorised");
    });
    await other.adapter[Symbol.asyncDispose]();
  });
});

describe("ending while the connection is being made", () => {
  test.for<[what: string, behaviour: Behaviour]>([
    ["that is never answered", "silent"],
    ["that is cut each time", "cut"],
  ])("%s: nothing is tried any more, and nothing fails out of sight", async ([, behaviour]) => {
    const escaped: unknown[] = [];
    const keep = (error: unknown): void => void escaped.push(error);
    process.on("uncaughtException", keep);
    await using gateway = await silentServer(behaviour);
    await using platform = await openDiscord({});
    void platform.fake.fault("any", { kind: "answer", answer: gatewayAt(gateway.url) });
    const stop = new AbortController();
    const listening = failureOf(platform, platform.adapter.listen(noDesk, stop.signal));
    await gateway.connected;
    stop.abort();
    expect((await listening).failure).toBe("unreachable");
    await platform.adapter[Symbol.asyncDispose]();
    const tried = gateway.count();
    gateway.reset();
    // discord.js would connect again half a second later: time enough for that has to pass.
    await testTools().tools.clock.sleep(700, GO);
    expect(gateway.count()).toBe(tried);
    expect(escaped).toEqual([]);
    process.off("uncaughtException", keep);
  });
});

type Opened = Awaited<ReturnType<typeof openDiscord>>;

async function on(options: Parameters<typeof openDiscord>[0], run: (platform: Opened) => Promise<void>): Promise<void> {
  await using platform = await openDiscord(options);
  try {
    await run(platform);
  } finally {
    await platform.adapter[Symbol.asyncDispose]();
  }
  await platform.fake.allClosed();
}

type Behaviour = "silent" | "cut";

/** Somebody at the gateway's address who takes connections and does not talk. */
async function silentServer(behaviour: Behaviour) {
  const sockets = new Set<Socket>();
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  let count = 0;
  const server: Server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    if (behaviour === "cut") socket.destroy();
    resolve();
  });
  const reset = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `ws://127.0.0.1:${address.port}`,
    connected,
    count: () => count,
    reset,
    async [Symbol.asyncDispose]() {
      reset();
      server.close();
      await once(server, "close");
    },
  };
}

function gatewayAt(url: string) {
  const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 };
  return { status: 200, body: { url, shards: 1, session_start_limit: limit } };
}
