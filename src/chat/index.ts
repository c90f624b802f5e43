import { z } from "zod";
import { slackConfig } from "./slack/index.ts";
import { terminalConfig } from "./terminal/index.ts";

/** An adapter from outside this repository. */
export const customConfig = z
  .strictObject({
    name: z.string().min(1).describe("The name by which channels refer to this chat."),
    platform: z.literal("custom").describe("An adapter that does not come with Tradepost."),
    adapter: z.string().min(1).describe("The adapter's package name, or the path of its file (`./…`)."),
    options: z.record(z.string(), z.unknown()).default({}).describe("What the adapter itself asks for."),
  })
  .describe("Another platform, through an adapter of your own; see docs/adapters.md.");

export type CustomConfig = z.infer<typeof customConfig>;

/** The settings of one chat, told apart by its platform. */
export const chatConfig = z.discriminatedUnion("platform", [slackConfig, terminalConfig, customConfig]);

export type ChatConfig = z.infer<typeof chatConfig>;
