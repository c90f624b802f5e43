import { z } from "zod";

export const platform = "slack";

/** One Slack workspace: an app that the host made there, with its two tokens. */
export const slackConfig = z
  .strictObject({
    name: z.string().min(1).describe("The name by which channels refer to this chat."),
    platform: z.literal(platform).describe("Slack, over Socket Mode: no public address is needed."),
    botToken: z
      .string()
      .startsWith(
        "xoxb-",
        "must be the bot token, which starts with xoxb-: your Slack app, OAuth & Permissions, Bot User OAuth Token",
      )
      .describe("The bot token (xoxb-…) of your Slack app: OAuth & Permissions, Bot User OAuth Token."),
    appToken: z
      .string()
      .startsWith(
        "xapp-",
        "must be the app-level token, which starts with xapp-: your Slack app, Basic Information, App-Level Tokens",
      )
      .describe("An app-level token (xapp-…) with the scope connections:write: Basic Information, App-Level Tokens."),
    apiUrl: z
      .url({ protocol: /^https?$/, error: "must be an http or https address, such as https://slack.com/api/" })
      .default("https://slack.com/api/")
      .describe("The Web API, for GovSlack or a proxy."),
  })
  .describe("A Slack workspace.");

export type SlackConfig = z.infer<typeof slackConfig>;
