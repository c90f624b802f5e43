import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createErrors, editErrors } from "../support/fake-discord/message-schemas.ts";
import { startFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from "../support/fake-discord/index.ts";
import { messageErrors } from "../support/fake-discord/message-rules.ts";

// Is the fake honest? It must refuse what Discord's own description and documents refuse.

const EMBED = { title: "A title" };

describe("the fake Discord refuses", () => {
  test("every message that Discord's own description of its API refuses", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        fc.pre(createErrors(body).length > 0);
        expect(messageErrors(body)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("nothing else in an ordinary message", () => {
    const body = {
      embeds: [{ ...EMBED, url: "https://e.example", fields: [{ name: "n", value: "v" }] }],
      nonce: "x".repeat(25),
    };
    expect([createErrors(body), editErrors(body), messageErrors(body)]).toEqual([[], [], []]);
  });

  test.for<[what: string, body: object, code: string]>([
    ["content of 2001, which the description lets pass", { content: "x".repeat(2001) }, "BASE_TYPE_MAX_LENGTH"],
    ["embeds of more than 6000 together", { embeds: [big(3001), big(3000)] }, "MAX_EMBED_SIZE_EXCEEDED"],
    ["a field without a value", { embeds: [{ ...EMBED, fields: [{ name: "n", value: " " }] }] }, "BASE_TYPE_REQUIRED"],
    ["an address that is none", { embeds: [{ ...EMBED, url: "nowhere" }] }, "URL_TYPE_INVALID_URL"],
    ["an address that is not the web's", { embeds: [{ ...EMBED, url: "discord://x" }] }, "URL_TYPE_INVALID_SCHEME"],
    [
      "mentions both parsed and listed",
      { content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],
  ])("%s", async ([, body, code]) => {
    await withFake({}, async (fake) => {
      const { status, json } = await ask(fake, "POST", messagesOf(fake), body);
      expect([status, json?.code]).toEqual([400, 50035]);
      expect(JSON.stringify(json?.errors)).toContain(code);
      expect(fake.messages(news(fake))).toEqual([]);
    });
  });

  test("an empty message, a wrong token, a client without a name, and a reply to nothing", async () => {
    await withFake({}, async (fake) => {
      const path = messagesOf(fake);
      const reply = { content: "x", message_reference: { message_id: "1180000000000000777" } };
      const answers = [
        await ask(fake, "POST", path, {}),
        await ask(fake, "POST", path, { content: "x" }, { Authorization: "Bot wrong" }),
        await ask(fake, "POST", path, { content: "x" }, { "User-Agent": "curl/8" }),
        await ask(fake, "POST", path, reply),
      ];
      expect(answers.map(({ status, json }) => [status, json?.code])).toEqual([
        [400, 50006],
        [401, 0],
        [403, 40333],
        [400, 50035],
      ]);
    });
  });
});

describe("the fake Discord", () => {
  test("gives the earlier message for an enforced nonce, until its window is over", async () => {
    let now = Date.parse("2026-06-23T12:00:00Z");
    await withFake({ now: () => now, nonceWindow: 120_000 }, async (fake) => {
      const body = { content: "once", nonce: "abc", enforce_nonce: true };
      const first = await ask(fake, "POST", messagesOf(fake), body);
      now += 119_000;
      const second = await ask(fake, "POST", messagesOf(fake), body);
      expect(second.json?.id).toBe(first.json?.id);
      const unenforced = await ask(fake, "POST", messagesOf(fake), { ...body, enforce_nonce: false });
      expect(unenforced.json?.id).not.toBe(first.json?.id);
      now += 121_000;
      await ask(fake, "POST", messagesOf(fake), body);
      expect(fake.messages(news(fake))).toHaveLength(3);
    });
  });

  test("does not make a message anew that was deleted within the window", async () => {
    await withFake({}, async (fake) => {
      const body = { content: "once", nonce: "abc", enforce_nonce: true };
      const { json } = await ask(fake, "POST", messagesOf(fake), body);
      fake.remove(news(fake), String(json?.id));
      const again = await ask(fake, "POST", messagesOf(fake), body);
      expect([again.status, again.json?.code]).toEqual([404, 10008]);
    });
  });

  test("limits each channel on its own, and says so in its headers", async () => {
    const now = Date.parse("2026-06-23T12:00:00Z");
    await withFake({ now: () => now, bucket: { limit: 2, perMs: 4500 } }, async (fake) => {
      const [one = "", other = ""] = fake.channels;
      const post = async (channel: string) =>
        await ask(fake, "POST", `/channels/${channel}/messages`, { content: "x" });
      const answers = [await post(one), await post(one), await post(one), await post(other)];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
      expect(answers[1]?.headers.get("x-ratelimit-remaining")).toBe("0");
      expect(answers[2]?.headers.get("retry-after")).toBe("5");
      expect(answers[2]?.headers.get("x-ratelimit-scope")).toBe("user");
      expect(answers[2]?.json?.retry_after).toBe(4.5);
    });
  });

  test("limits all requests together", async () => {
    const now = Date.parse("2026-06-23T12:00:00Z");
    await withFake({ now: () => now, bucket: { limit: 1000, perMs: 1000 } }, async (fake) => {
      const answers = [];
      for (let index = 0; index < 51; index += 1) answers.push(await ask(fake, "GET", "/users/@me"));
      expect(answers.at(-2)?.status).toBe(200);
      expect(answers.at(-1)?.status).toBe(429);
      expect(answers.at(-1)?.headers.get("x-ratelimit-global")).toBe("true");
    });
  });

  test("notifies only whom the message may mention", async () => {
    await withFake({}, async (fake) => {
      const content = "@everyone <@123> <@&456>";
      await ask(fake, "POST", messagesOf(fake), { content });
      await ask(fake, "POST", messagesOf(fake), { content, allowed_mentions: { parse: ["users"] } });
      await ask(fake, "POST", messagesOf(fake), { content, allowed_mentions: { parse: [], roles: ["456"] } });
      await ask(fake, "POST", messagesOf(fake), { embeds: [{ description: content }] });
      expect(fake.messages(news(fake)).map(({ pings }) => pings)).toEqual([
        ["@everyone", "123", "456"],
        ["123"],
        ["456"],
        [],
      ]);
    });
  });

  test("shows an empty history without the right to read it, the newest first with it", async () => {
    await withFake({}, async (fake) => {
      const ids = ["a", "b", "c"].map((text) => fake.say(news(fake), text));
      const after = await ask(fake, "GET", `${messagesOf(fake)}?after=${ids[0] ?? ""}&limit=1`);
      expect(after.list?.map(({ id }) => id)).toEqual([ids[1]]);
      const all = await ask(fake, "GET", messagesOf(fake));
      expect(all.list?.map(({ id }) => id)).toEqual(ids.toReversed());
      fake.deny(news(fake), ["Read Message History"]);
      expect(await ask(fake, "GET", messagesOf(fake))).toMatchObject({ status: 200, list: [] });
      fake.deny(news(fake), ["View Channel"]);
      expect(await ask(fake, "GET", messagesOf(fake))).toMatchObject({ status: 403, json: { code: 50001 } });
    });
  });
});

function big(length: number): object {
  return { description: "x".repeat(length) };
}

const lengths = (max: number) =>
  fc.constantFrom(0, 1, max - 1, max, max + 1, max * 2).map((length) => "x".repeat(length));
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

const anyEmbed = fc.record(
  {
    title: mostly(fc.oneof(lengths(256), fc.integer())),
    description: mostly(lengths(4096)),
    url: mostly(fc.oneof(fc.webUrl(), fc.constant(`https://e.example/${"x".repeat(2048)}`))),
    color: mostly(fc.constantFrom(0, 0xffffff, 0x1000000, -1, 1.5)),
    footer: mostly(fc.record({ text: lengths(2048) })),
    author: mostly(fc.record({ name: lengths(256) })),
    fields: mostly(
      fc.array(fc.record({ name: lengths(256), value: lengths(1024) }), { maxLength: 3 }).chain((fields) =>
        fc.constantFrom(
          fields,
          Array.from({ length: 26 }, () => ({ name: "n", value: "v" })),
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);

const anyBody: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    content: mostly(fc.oneof(lengths(2000), lengths(4000), fc.integer())),
    nonce: mostly(fc.oneof(lengths(25), fc.integer(), fc.boolean())),
    embeds: mostly(
      fc.oneof(
        fc.array(anyEmbed, { maxLength: 2 }),
        fc.constant(Array.from({ length: 11 }, () => EMBED)),
        fc.integer(),
      ),
    ),
  },
  { requiredKeys: [] },
);

async function withFake(options: FakeDiscordOptions, run: (fake: FakeDiscord) => Promise<void>): Promise<void> {
  const fake = await startFakeDiscord(options);
  try {
    await run(fake);
  } finally {
    await fake.close();
  }
}

function news(fake: FakeDiscord): string {
  return fake.channels[0] ?? "";
}

function messagesOf(fake: FakeDiscord): string {
  return `/channels/${news(fake)}/messages`;
}

/** A request as every client can make it, without discord.js. */
async function ask(
  fake: FakeDiscord,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${fake.apiUrl}/v10${path}`, {
    method,
    headers: {
      Authorization: `Bot ${fake.token}`,
      "User-Agent": "DiscordBot (https://tests.example, 1.0)",
      "Content-Type": "application/json",
      Connection: "close",
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await response.json();
  return { status: response.status, headers: response.headers, ...answer.parse(said) };
}

/** An object, or a list of them. */
const answer = z.union([
  z
    .object({
      id: z.string().optional(),
      code: z.number().optional(),
      errors: z.unknown().optional(),
      retry_after: z.number().optional(),
    })
    .transform((json) => ({ json, list: undefined })),
  z.array(z.object({ id: z.string() })).transform((list) => ({ json: undefined, list })),
]);
