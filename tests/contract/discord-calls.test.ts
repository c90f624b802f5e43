import { describe, expect, test } from "vitest";
import type { ChatAdapter } from "../../src/chat/adapter.ts";
import { ChatError } from "../../src/chat/errors.ts";
import { openDiscord } from "../support/fake-discord/platform.ts";
import type { ChannelOptions } from "../support/fake-discord/index.ts";
import { delivery, failureOf, GO } from "./suite/opening.ts";
import { itemPost, notePost } from "./suite/posts.ts";

// What holds for Discord beside the suite that every adapter passes.

const NEWS = "1180000000000000101";
const ID = "0123456789abcdef01234567";
const OTHER_ID = "f".repeat(24);

describe("posting to Discord", () => {
  test("posts what is a burst until Discord's limit, then says how long to wait, and sends nothing more", async () => {
    await on({ bucket: { limit: 3, perMs: 60_000 } }, async (platform) => {
      const ids = ["a", "b", "c", "d"].map((digit) => digit.repeat(24));
      for (const id of ids.slice(0, 3)) await platform.adapter.send(notePost(), delivery(platform, { id }), GO);
      const error = await failureOf(
        platform,
        platform.adapter.send(notePost(), delivery(platform, { id: ids[3] ?? "" }), GO),
      );
      expect(error.failure).toBe("rate-limited");
      expect(error.retryAfter).toBeGreaterThan(0);
      expect(error.retryAfter).toBeLessThanOrEqual(60_000);
      expect(platform.server?.postingRequests()).toBe(3);
    });
  });

  test.for(["shared", "global"] as const)("reports a %s limit with its wait", async (scope) => {
    await on({}, async (platform) => {
      void platform.fake.fault("send", { kind: "rate-limited", seconds: 12, scope });
      const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
      expect([error.failure, error.retryAfter]).toEqual(["rate-limited", 12_000]);
    });
  });

  test.for(["shared", "global"] as const)(
    "asks again after a %s limit of a year, and not only in a year",
    async (scope) => {
      await on({}, async (platform) => {
        void platform.fake.fault("send", { kind: "rate-limited", seconds: 31_536_000, scope });
        const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
        expect([error.failure, error.retryAfter]).toEqual(["rate-limited", 31_536_000_000]);
        await platform.adapter.send(itemPost(), delivery(platform), GO);
        expect(platform.fake.messages(NEWS)).toHaveLength(1);
      });
    },
  );

  test("does not answer a post that is gone: says so, and posts nothing", async () => {
    await on({}, async (platform) => {
      const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
      platform.fake.remove(NEWS, messageId);
      const reply = delivery(platform, { id: OTHER_ID, replyTo: messageId });
      expect((await failureOf(platform, platform.adapter.send(notePost(), reply, GO))).failure).toBe("gone");
      expect(platform.fake.messages(NEWS)).toEqual([]);
    });
  });

  test("does not post anew what somebody deleted within the nonce's window", async () => {
    await on({}, async (platform) => {
      const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
      platform.fake.remove(NEWS, messageId);
      const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
      expect(error.failure).toBe("gone");
      expect(platform.fake.messages(NEWS)).toEqual([]);
    });
  });

  test("asks no more for a while once its token was refused, and says why each time", async () => {
    await on({}, async (platform) => {
      void platform.fake.fault("send", { kind: "unauthorised" });
      for (let times = 0; times < 3; times += 1) {
        const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
        expect([error.failure, error.message]).toEqual(["unauthorised", expect.stringContaining("token")]);
      }
      expect(platform.server?.postingRequests()).toBe(1);
    });
  });

  test("takes a channel that is no id for unavailable, and asks nobody", async () => {
    await on({}, async (platform) => {
      const error = await failureOf(
        platform,
        platform.adapter.send(itemPost(), delivery(platform, { channel: "#trade" }), GO),
      );
      expect(error.failure).toBe("channel-unavailable");
      expect(platform.fake.seen).toEqual([]);
    });
  });

  test("keeps no connection that could break just as the next post leaves", async () => {
    await on({}, async (platform) => {
      await platform.adapter.send(itemPost(), delivery(platform), GO);
      expect(platform.fake.seen.map(({ keptAlive }) => keptAlive)).toEqual([false, false]);
    });
  });

  test("ends what is under way when it is disposed", async () => {
    await on({}, async (platform) => {
      const struck = platform.fake.fault("send", { kind: "lost", how: "hang", stored: true });
      const sending = failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
      await struck;
      await platform.adapter[Symbol.asyncDispose]();
      expect((await sending).failure).toBe("ambiguous");
      await platform.fake.allClosed();
    });
  });
});

describe("finding a post in Discord", () => {
  test("reads on over pages, whatever others wrote since", async () => {
    await on({ bucket: { limit: 100, perMs: 1000 } }, async (platform) => {
      const since = Date.now();
      const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
      for (let index = 0; index < 205; index += 1) platform.fake.say(NEWS, `message ${index}`);
      const search = { channel: NEWS, deliveryId: ID, replyTo: undefined, since };
      expect(await platform.adapter.find(search, GO)).toEqual({ state: "posted", messageId });
      expect(await platform.adapter.find({ ...search, deliveryId: OTHER_ID }, GO)).toEqual({ state: "absent" });
      expect(pagesOf(platform.fake.seen)).toBe(6);
    });
  });

  test("is not taken in by others who write the same mark", async () => {
    await on({}, async (platform) => {
      platform.fake.say(NEWS, "ref 0123456789ab");
      expect(await find(platform.adapter)).toEqual({ state: "absent" });
    });
  });

  test("does not say absent where somebody removed the embeds, and with them the mark", async () => {
    await on({}, async (platform) => {
      const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
      platform.fake.stripEmbeds(NEWS, messageId);
      expect(await find(platform.adapter)).toEqual({ state: "unknown", reason: expect.stringContaining("embeds") });
    });
  });

  test("trusts an empty channel only with the right to read it", async () => {
    await on({}, async (platform) => {
      expect(await find(platform.adapter)).toEqual({ state: "absent" });
      platform.fake.deny(NEWS, ["Read Message History"]);
      expect(await find(platform.adapter)).toEqual({
        state: "unknown",
        reason: expect.stringContaining("Read Message History"),
      });
    });
  });

  test("looks an hour further back than the first attempt, for clocks that differ", async () => {
    await on({}, async (platform) => {
      const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
      const search = { channel: NEWS, deliveryId: ID, replyTo: undefined };
      const ahead = await platform.adapter.find({ ...search, since: Date.now() + 59 * 60_000 }, GO);
      expect(ahead).toEqual({ state: "posted", messageId });
    });
  });

  test("a channel that is gone is unavailable, with the remedy", async () => {
    await on({}, async (platform) => {
      const search = { channel: "1180000000000000999", deliveryId: ID, replyTo: undefined, since: Date.now() };
      const error = await failureOf(platform, platform.adapter.find(search, GO));
      expect([error.failure, error.message]).toEqual(["channel-unavailable", expect.stringMatching(/invited/)]);
    });
  });
});

describe("verifying a Discord set-up", () => {
  test.for<[what: string, channel: Omit<ChannelOptions, "id">, detail: RegExp, remedy: RegExp | undefined]>([
    ["a text channel", { name: "news" }, /#news/, undefined],
    ["an announcement channel", { name: "news", type: 5 }, /#news/, undefined],
    ["a forum", { name: "talks", type: 15 }, /#talks/, undefined],
    ["a media channel", { name: "films", type: 16 }, /#films/, undefined],
    ["a category", { name: "Trade", type: 4 }, /category/, /text, announcement or forum/],
    ["a kind of a later day", { name: "new", type: 99 }, /type 99/, /text, announcement or forum/],
    ["no right to see", { name: "x", deny: ["View Channel"] }, /50001/, /view the channel/],
    [
      "no right to post",
      { name: "x", deny: ["Send Messages"] },
      /lacks Send Messages/,
      /allow the bot: Send Messages$/,
    ],
    [
      "two rights missing",
      { name: "x", deny: ["Embed Links", "Read Message History"] },
      /#x/,
      /Embed Links, Read Message History$/,
    ],
    ["a thread without the right for threads", { name: "t", type: 11, parentId: NEWS, deny: [] }, /#t/, undefined],
    ["a server that it was not invited to", { name: "x", foreign: true }, /50001/, /invite the bot/],
  ])("%s", async ([, channel, detail, remedy]) => {
    const id = "1180000000000000500";
    await on(
      {
        channels: [
          { id: NEWS, name: "news" },
          { id, ...channel },
        ],
      },
      async (platform) => {
        const finding = (await platform.adapter.verify([id], GO)).at(-1);
        expect(finding?.subject).toContain(id);
        expect(finding?.ok).toBe(remedy === undefined);
        expect(finding?.detail).toMatch(detail);
        expect(finding?.remedy ?? "").toMatch(remedy ?? /^$/);
        expect(platform.fake.seen.every(({ method }) => method === "GET")).toBe(true);
      },
    );
  });

  test("a thread takes its rights from the channel that it hangs on", async () => {
    const id = "1180000000000000500";
    const channels: readonly ChannelOptions[] = [
      { id: NEWS, name: "news", deny: ["Send Messages in Threads"] },
      { id, name: "t", type: 11, parentId: NEWS },
    ];
    await on({ channels }, async (platform) => {
      const finding = (await platform.adapter.verify([id], GO)).at(-1);
      expect(finding).toMatchObject({ ok: false, detail: expect.stringContaining("Send Messages in Threads") });
    });
  });

  test("a wrong token is the only finding, and never shown", async () => {
    await on({}, async (platform) => {
      void platform.fake.fault("any", { kind: "unauthorised" });
      const findings = await platform.adapter.verify([NEWS], GO);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ ok: false, remedy: expect.stringMatching(/Reset Token/) });
      expect(JSON.stringify(findings)).not.toContain(platform.fake.token);
    });
  });

  test("a name in the place of an id: says how to copy the id", async () => {
    await on({}, async (platform) => {
      const finding = (await platform.adapter.verify(["#trade-news"], GO)).at(-1);
      expect(finding).toMatchObject({ ok: false, remedy: expect.stringContaining("Copy Channel ID") });
    });
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
}

async function find(adapter: ChatAdapter): Promise<unknown> {
  const search = { channel: NEWS, deliveryId: ID, replyTo: undefined, since: Date.now() };
  return await adapter.find(search, GO).catch((error: unknown) => (error instanceof ChatError ? error.failure : error));
}

function pagesOf(seen: readonly { readonly method: string; readonly path: string }[]): number {
  return seen.filter(({ method, path }) => method === "GET" && path.endsWith("/messages")).length;
}
