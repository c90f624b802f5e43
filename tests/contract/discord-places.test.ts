import { describe, expect, test } from "vitest";
import { applicationCommands } from "../../src/chat/discord/commands.ts";
import { createDesk } from "../../src/commands/desk.ts";
import type { OfferedCommand } from "../../src/model/ask.ts";
import { openDiscord } from "../support/fake-discord/platform.ts";
import type { ChannelOptions, FakeDiscordOptions } from "../support/fake-discord/index.ts";
import { failureOf, GO, on } from "./suite/opening.ts";
import { noDesk } from "./suite/no-desk.ts";
import { itemPost, notePost } from "./suite/posts.ts";

const FORUM = "1180000000000000201";
const SPREAD = "1180000000000000202";
const TEXT = "1180000000000000203";
const TAGS = [
  { id: "1180000000000000301", name: "General" },
  { id: "1180000000000000302", name: "data FLOWS" },
  { id: "1180000000000000303", name: "Electronic signatures" },
];
const CHANNELS: readonly ChannelOptions[] = [
  { id: FORUM, name: "stories", type: 15, tags: TAGS },
  { id: SPREAD, name: "announcements", type: 5 },
  { id: TEXT, name: "news" },
];

const DAY = 24 * 60 * 60_000;

async function at(
  run: (platform: Awaited<ReturnType<typeof openDiscord>>) => Promise<void>,
  options?: FakeDiscordOptions,
) {
  let platform: Awaited<ReturnType<typeof openDiscord>> | undefined;
  await on(
    async () => (platform = await openDiscord({ channels: CHANNELS, bucket: { limit: 50, perMs: 5000 }, ...options })),
    async () => {
      if (platform !== undefined) await run(platform);
    },
  );
}

describe("a forum", () => {
  test("gets a thread a story, under its headline, with those of its own tags that fit", async () => {
    await at(async ({ adapter, fake }) => {
      const { messageId } = await adapter.send(
        itemPost(),
        { channel: FORUM, id: "9".repeat(24), replyTo: undefined },
        GO,
      );
      const thread = fake.world.channels.get(messageId);
      expect(thread).toMatchObject({ parentId: FORUM, name: itemPost().headline, tagged: [TAGS[1]?.id, TAGS[2]?.id] });
      expect(fake.messages(messageId)).toHaveLength(1);
    });
  });

  test("that wants a tag gets one also where none fits, and a long headline still opens a thread", async () => {
    const channels = [{ id: FORUM, name: "stories", type: 15, tags: TAGS, requiresTag: true }];
    await at(
      async ({ adapter, fake }) => {
        const post = itemPost({ topics: [], headline: "A very long headline ".repeat(20) });
        const { messageId } = await adapter.send(post, { channel: FORUM, id: "a".repeat(24), replyTo: undefined }, GO);
        expect(fake.world.channels.get(messageId)?.tagged).toEqual([TAGS[0]?.id]);
      },
      { channels },
    );
  });

  test("is corrected in its thread, which is opened again where it was archived; replies stand there too", async () => {
    await at(async ({ adapter, fake }) => {
      const id = "b".repeat(24);
      const { messageId } = await adapter.send(itemPost(), { channel: FORUM, id, replyTo: undefined }, GO);
      const thread = fake.world.channels.get(messageId);
      if (thread !== undefined) thread.archived = true;
      await adapter.edit(itemPost({ headline: "Corrected" }), { channel: FORUM, deliveryId: id, messageId }, GO);
      expect(thread?.archived).toBe(false);
      expect(fake.messages(messageId).at(0)?.text).toContain("Corrected");
      await adapter.send(notePost(), { channel: FORUM, id: "c".repeat(24), replyTo: messageId }, GO);
      expect(fake.messages(messageId)).toHaveLength(2);
    });
  });

  test("is searched for a lost post, also among archived threads, and knows no nonce", async () => {
    await at(async ({ adapter, fake }) => {
      const id = "d".repeat(24);
      const struck = fake.fault("send", { kind: "lost", how: "reset", stored: true });
      const lost = adapter.send(itemPost(), { channel: FORUM, id, replyTo: undefined }, GO);
      await struck;
      await expect(lost).rejects.toMatchObject({ failure: "ambiguous" });
      expect(await adapter.dedupes?.(FORUM, GO)).toBe(false);
      expect(await adapter.dedupes?.(TEXT, GO)).toBe(true);
      const search = { channel: FORUM, deliveryId: id, replyTo: undefined, since: Date.now() };
      const found = await adapter.find(search, GO);
      expect(found.state).toBe("posted");
      for (const channel of fake.world.channels.values()) if (channel.type === 11) channel.archived = true;
      expect(await adapter.find(search, GO)).toEqual(found);
      expect(await adapter.find({ ...search, deliveryId: "e".repeat(24) }, GO)).toEqual({ state: "absent" });
      expect(await adapter.find({ ...search, since: Date.now() + DAY }, GO)).toEqual({ state: "absent" });
      fake.deny(FORUM, ["Read Message History"]);
      expect(await adapter.find(search, GO)).toMatchObject({
        state: "unknown",
        reason: expect.stringContaining("Read"),
      });
    });
  });
});

describe("an announcement channel", () => {
  test("passes its messages on, once; another kind of channel does not", async () => {
    await at(async (platform) => {
      const { adapter, fake } = platform;
      const id = "f".repeat(24);
      const { messageId } = await adapter.send(itemPost(), { channel: SPREAD, id, replyTo: undefined }, GO);
      await adapter.publish({ channel: SPREAD, deliveryId: id, messageId }, GO);
      await adapter.publish({ channel: SPREAD, deliveryId: id, messageId }, GO);
      expect(fake.stored(SPREAD).map(({ flags }) => flags & 1)).toEqual([1]);
      const other = await adapter.send(itemPost(), { channel: TEXT, id, replyTo: undefined }, GO);
      const refused = adapter.publish({ channel: TEXT, deliveryId: id, messageId: other.messageId }, GO);
      expect((await failureOf(platform, refused)).failure).toBe("rejected");
    });
  });
});

describe("silence", () => {
  test("a silent post notifies nobody", async () => {
    await at(async ({ adapter, fake }) => {
      for (const channel of [TEXT, FORUM])
        await adapter.send(itemPost(), { channel, id: "0".repeat(24), replyTo: undefined, silent: true }, GO);
      expect(fake.world.messages.map(({ flags }) => flags)).toEqual([4096, 4096]);
    });
  });
});

describe("the commands", () => {
  const real = createDesk({
    chat: "community",
    ask: () => Promise.reject(new Error("not asked here")),
    management: {
      transaction: () => Promise.reject(new Error("nothing changes here")),
      configured: { channels: [], chats: new Set(), language: "en", timezone: "UTC", welcome: false },
      trouble: async () => [],
      ring: () => {},
      removed: async () => {},
    },
    clock: { now: () => 0, sleep: async () => {} },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });

  test("are offered within Discord's rules, once, and anew when they change", async () => {
    await at(async ({ fake, adapter }) => {
      await adapter.listen(real, GO);
      const puts = () => fake.seen.filter(({ method }) => method === "PUT").length;
      expect(fake.world.commands.map((command) => ("name" in command ? command.name : ""))).toEqual([
        "wto",
        "wto-admin",
      ]);
      expect(puts()).toBe(1);
      const [one] = real.commands;
      const again = { ...noDesk, commands: real.commands };
      const other: readonly OfferedCommand[] = one === undefined ? [] : [one];
      for (const [commands, expected] of [
        [again.commands, 1],
        [other, 2],
      ] as const) {
        await adapter[Symbol.asyncDispose]();
        const { createDiscord, discordConfig } = await import("../../src/chat/discord/index.ts");
        const { testTools } = await import("../support/adapter-tools.ts");
        const { token, apiUrl } = fake;
        const config = discordConfig.parse({ name: "community", platform: "discord", token, apiUrl });
        await using next = await createDiscord(config, testTools().tools);
        await next.listen({ ...noDesk, commands }, GO);
        expect(puts()).toBe(expected);
      }
    });
  });

  test("for managers are a command of their own that a server can give to others", () => {
    const [, admin] = applicationCommands(real.commands);
    expect(admin).toMatchObject({ name: "wto-admin", default_member_permissions: "16", contexts: [0] });
    expect(admin?.options.map(({ name }) => name)).toContain("subscribe");
  });
});

describe("a server", () => {
  test("that is only unavailable has not removed the bot; one that removed it has", async () => {
    await at(async ({ adapter, fake }) => {
      const removed: string[] = [];
      await adapter.listen({ ...noDesk, removed: async (guild) => void removed.push(guild) }, GO);
      fake.gateway.dispatch("GUILD_DELETE", { id: fake.guildId, unavailable: true });
      fake.gateway.dispatch("GUILD_CREATE", { ...guild(fake.guildId) });
      expect(removed).toEqual([]);
      fake.gateway.dispatch("GUILD_DELETE", { id: fake.guildId });
      await expect.poll(() => removed).toEqual([fake.guildId]);
    });
  });
});

function guild(id: string): object {
  return { id, name: "back", unavailable: false, channels: [], members: [], roles: [], threads: [], emojis: [] };
}
