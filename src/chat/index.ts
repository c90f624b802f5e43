import { z } from "zod";
import type { AdapterTools, ChatAdapter } from "./adapter.ts";
import { createDiscord, discordConfig } from "./discord/index.ts";
import { loadForeign } from "./foreign.ts";
import { createSlack, slackConfig } from "./slack/index.ts";
import { createTerminal, terminalConfig } from "./terminal/index.ts";

/** An adapter from outside this repository. */
export const customConfig = z
  .strictObject({
    name: z.string().min(1).describe("The name by which channels refer to this chat."),
    platform: z.literal("custom").describe("An adapter that does not come with Tradepost."),
    adapter: z.string().min(1).describe("The adapter's package name, or the path of its file (`./…`)."),
    options: z.record(z.string(), z.unknown()).default({}).describe("What the adapter itself asks for."),
  })
  .describe("Another platform, through an adapter of your own; see docs/adapters.md.");

/** The settings of one chat, told apart by its platform. */
export const chatConfig = z.discriminatedUnion("platform", [slackConfig, discordConfig, terminalConfig, customConfig]);

export type ChatConfig = z.infer<typeof chatConfig>;

/** Opens the adapter of one chat. Loads only the SDK that this chat needs. */
export async function createAdapter(config: ChatConfig, tools: AdapterTools): Promise<ChatAdapter> {
  switch (config.platform) {
    case "slack":
      return await createSlack(config, tools);
    case "discord":
      return await createDiscord(config, tools);
    case "terminal":
      return createTerminal(config, tools);
    case "custom":
      return await loadForeign(config, tools);
  }
}
