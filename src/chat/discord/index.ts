import { z } from "zod";
import type { Millis } from "../../model/time.ts";
import type { AdapterTools, ChatAdapter } from "../adapter.ts";
import { createInquiry } from "./access.ts";
import { createApi } from "./api.ts";
import { findDelivery } from "./find.ts";
import { createGateway } from "./gateway.ts";
import { NONCE_WINDOW } from "./limits.ts";
import { deleteMessage, editMessage, publishMessage, sendMessage } from "./messages.ts";
import { verifySetup } from "./verify.ts";

export const platform = "discord";

/** A Discord bot: its token, and where Discord is. */
export const discordConfig = z
  .strictObject({
    name: z.string().min(1).describe("The name by which channels refer to this chat."),
    platform: z.literal(platform).describe("Posts to Discord channels as embeds."),
    token: z.string().min(1).describe("The bot's token, from the Discord developer portal (Bot, Reset Token)."),
    apiUrl: z
      .url({ protocol: /^https?$/ })
      .default("https://discord.com/api")
      .describe("Discord's HTTP interface without its version; another address for a proxy."),
  })
  .describe("A Discord bot; it may post to channels of any server that it was invited to.");

export type DiscordConfig = z.output<typeof discordConfig>;

/** A request takes well under a second; whoever waits longer than this can't know what became of it. */
const REQUEST_TIMEOUT: Millis = 10_000;

/**
 * The adapter for Discord by discord.js, which is loaded only here. Posting, correcting, finding and verifying go by
 * plain requests and need no live connection; `listen` makes one.
 */
export async function createDiscord(config: DiscordConfig, tools: AdapterTools): Promise<ChatAdapter> {
  const discord = await import("discord.js");
  const rest = {
    api: config.apiUrl.replace(/\/+$/, ""),
    version: "10",
    retries: 0,
    timeout: REQUEST_TIMEOUT,
    // Waiting is the outbox's business: what must wait fails at once, and says until when.
    rejectOnRateLimit: () => true,
    offset: 0,
    // A connection kept open may be closed by the other side just as a post leaves, and nobody would know its fate.
    headers: { Connection: "close" },
  } as const;
  const api = createApi(new discord.REST(rest), bareToken(config.token), tools.clock, REQUEST_TIMEOUT);
  const inquiry = createInquiry(api, config.name, tools.clock);
  const gateway = createGateway(discord, rest, { ...config, token: bareToken(config.token), api }, tools);
  const shared = { api, inquiry, clock: tools.clock, chat: config.name };
  return {
    capabilities: { edit: true, reply: true, find: true, publish: true, silent: true, dedupeWindow: NONCE_WINDOW },
    verify: (channels, signal) => verifySetup(channels, shared, signal),
    listen: (desk, signal) => gateway.listen(desk, signal),
    connection: () => gateway.connection(),
    send: (post, delivery, signal) => sendMessage(post, delivery, shared, signal),
    edit: (post, message, signal) => editMessage(post, message, shared, signal),
    find: (search, signal) => findDelivery(search, shared, signal),
    remove: (message, signal) => deleteMessage(message, shared, signal),
    publish: (message, signal) => publishMessage(message, shared, signal),
    dedupes: async (channel, signal) => !(await inquiry.isForum(channel, signal)),
    async [Symbol.asyncDispose]() {
      api.close();
      await gateway.close();
    },
  };
}

/** People paste the token with the word that stands before it in the header. */
function bareToken(token: string): string {
  return token.trim().replace(/^(?:Bot|Bearer)\s+/i, "");
}
