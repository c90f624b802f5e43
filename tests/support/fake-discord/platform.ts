import { createDiscord, discordConfig } from "../../../src/chat/discord/index.ts";
import { bearsMark } from "../../../src/chat/discord/mark.ts";
import type { Call, Fault as SuiteFault, Platform, SeenMessage } from "../../contract/suite/platform.ts";
import { testTools } from "../adapter-tools.ts";
import { discordTalk } from "./talk.ts";
import { startFakeDiscord, type FakeDiscord, type FakeDiscordOptions, type Fault, type ReadMessage } from "./index.ts";

const NEWS = "1180000000000000101";
const CLOSED = "1180000000000000102";

const TARGET = { send: "send", edit: "edit", find: "read" } as const satisfies Record<Call, string>;

/** The Discord adapter with a fake Discord behind it, for the contract suite. */
export async function openDiscord(
  options: FakeDiscordOptions = {},
): Promise<Platform & { readonly fake: FakeDiscord }> {
  const fake = await startFakeDiscord({
    channels: [
      { id: NEWS, name: "trade-news" },
      { id: CLOSED, name: "closed", deny: ["Send Messages"] },
    ],
    ...options,
  });
  const { tools, logged } = testTools();
  const { apiUrl, token } = fake;
  const config = discordConfig.parse({ name: "community", platform: "discord", token, apiUrl });
  return {
    fake,
    adapter: await createDiscord(config, tools),
    talk: discordTalk(fake, NEWS),
    channel: NEWS,
    forbidden: { channel: CLOSED, remedy: /Send Messages/ },
    secrets: [token],
    logged: () => logged,
    messages: async (channel) => fake.messages(channel).map(seen),
    server: {
      failNext: (call, fault) => ({ struck: fake.fault(TARGET[call], asFakeFault(fault)) }),
      outage: () => fake.outage(),
      postingRequests: () =>
        fake.seen.filter(({ method, path }) => method === "POST" && path.endsWith("/messages")).length,
      remove: async (channel, messageId) => fake.remove(channel, messageId),
      denyReading: async (channel) => fake.deny(channel, ["Read Message History"]),
      dropConnection: async () => fake.gateway.cut("reset"),
      allClosed: () => fake.allClosed(),
    },
    [Symbol.asyncDispose]: () => fake.close(),
  };
}

/** The mark that a reader can see holds the first half of the id that only the answer to the posting repeats. */
function seen(message: ReadMessage): SeenMessage {
  const footer = message.text.split("\n").at(-1) ?? "";
  const marked = message.nonce !== undefined && bearsMark(footer, message.nonce);
  return {
    messageId: message.id,
    text: message.text,
    links: message.links,
    pings: message.pings,
    deliveryId: marked ? message.nonce : undefined,
    replyTo: message.replyTo,
  };
}

function asFakeFault(fault: SuiteFault): Fault {
  if (fault.kind !== "rate-limited") return fault;
  return { kind: "rate-limited", seconds: fault.retryAfterSeconds };
}
