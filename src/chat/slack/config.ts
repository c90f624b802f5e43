import { z } from "zod";
import { digitsToNumber } from "../../model/digits.ts";

export const platform = "slack";

const secret = z.string().min(1).optional();

/** One Slack workspace, or several: an app that the host made, with its tokens. */
export const slackConfig = z
  .strictObject({
    name: z.string().min(1).describe("The name by which channels refer to this chat."),
    platform: z.literal(platform).describe("Slack, over Socket Mode: no public address is needed."),
    mode: z
      .enum(["socket", "http"])
      .default("socket")
      .describe(
        "`socket`: the bot calls Slack. `http`: Slack calls the bot, which needs a public address, `signingSecret` and `port`.",
      ),
    botToken: z
      .string()
      .startsWith(
        "xoxb-",
        "must be the bot token, which starts with xoxb-: your Slack app, OAuth & Permissions, Bot User OAuth Token",
      )
      .optional()
      .describe(
        "The bot token (xoxb-…) of your Slack app: OAuth & Permissions, Bot User OAuth Token. Left out only where workspaces install the app by `clientId`.",
      ),
    appToken: z
      .string()
      .startsWith(
        "xapp-",
        "must be the app-level token, which starts with xapp-: your Slack app, Basic Information, App-Level Tokens",
      )
      .optional()
      .describe(
        "An app-level token (xapp-…) with the scope connections:write: Basic Information, App-Level Tokens. For `mode: socket`.",
      ),
    signingSecret: secret.describe("Basic Information, Signing Secret. For `mode: http`."),
    port: z
      .preprocess(digitsToNumber, z.int().min(0).max(65_535).default(3000))
      .describe("The port that Slack's requests come to, at `/slack/events`. For `mode: http`."),
    host: z.string().min(1).default("0.0.0.0").describe("The address to listen on for them."),
    clientId: secret.describe(
      "Basic Information, Client ID. With it, any workspace can install the app at `/slack/install`, and channels are written `T…/C…`.",
    ),
    clientSecret: secret.describe("Basic Information, Client Secret. With `clientId`."),
    stateSecret: secret.describe("Any long random text; it protects the installing. With `clientId`."),
    encryptionKey: secret.describe(
      "32 random bytes as base64 or hexadecimal (`openssl rand -base64 32`): the workspaces' tokens are kept encrypted with it. With `clientId`.",
    ),
    publicUrl: z
      .url({ protocol: /^https?$/, error: "must be an address such as https://bot.example.org" })
      .optional()
      .describe(
        "The address under which Slack and browsers reach the bot, where the app has several redirect URLs. With `clientId`.",
      ),
    managers: z
      .array(
        z.string().regex(/^[UW][A-Z0-9]+$/, "is no member ID: it begins with U, see the person's profile in Slack"),
      )
      .default([])
      .describe(
        "Member IDs (U…) of people who may change what channels get, besides workspace admins and whoever made the channel.",
      ),
    apiUrl: z
      .url({ protocol: /^https?$/, error: "must be an http or https address, such as https://slack.com/api/" })
      .default("https://slack.com/api/")
      .describe("The Web API, for GovSlack or a proxy."),
  })
  .superRefine((config, context) => {
    for (const [name, why] of missingIn(config))
      context.addIssue({ code: "custom", path: [name], message: `is missing: ${why}` });
  })
  .describe("A Slack workspace.");

export type SlackConfig = z.infer<typeof slackConfig>;

function missingIn(config: {
  readonly mode: string;
  readonly [name: string]: unknown;
}): readonly (readonly [string, string])[] {
  const wanted: (readonly [string, string])[] =
    config.mode === "socket"
      ? [
          ["botToken", "the bot token (xoxb-…): your Slack app, OAuth & Permissions"],
          ["appToken", "the app-level token (xapp-…): your Slack app, Basic Information, App-Level Tokens"],
        ]
      : config["clientId"] === undefined
        ? [
            ["signingSecret", "your Slack app, Basic Information, Signing Secret"],
            ["botToken", "the bot token (xoxb-…), or clientId for several workspaces"],
          ]
        : [
            ["signingSecret", "your Slack app, Basic Information, Signing Secret"],
            ["clientSecret", "your Slack app, Basic Information, Client Secret"],
            ["stateSecret", "any long random text"],
            ["encryptionKey", "32 random bytes, as by: openssl rand -base64 32"],
          ];
  return wanted.filter(([name]) => config[name] === undefined);
}

/** How the bot and Slack reach each other, with what that takes. */
export type Access =
  | { readonly kind: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly kind: "http"; readonly botToken: string; readonly signingSecret: string }
  | {
      readonly kind: "installed";
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly encryptionKey: string;
    };

/** What the configuration gives, by its mode. Throws where something is missing, which the schema has found before. */
export function accessOf(config: SlackConfig): Access {
  const need = (name: "botToken" | "appToken" | "signingSecret" | "clientSecret" | "stateSecret" | "encryptionKey") => {
    const value = config[name];
    if (value === undefined) throw new Error(`${config.name}: ${name} is missing in the configuration`);
    return value;
  };
  if (config.mode === "socket") return { kind: "socket", botToken: need("botToken"), appToken: need("appToken") };
  const signingSecret = need("signingSecret");
  const { clientId } = config;
  if (clientId === undefined) return { kind: "http", botToken: need("botToken"), signingSecret };
  return {
    kind: "installed",
    signingSecret,
    clientId,
    clientSecret: need("clientSecret"),
    stateSecret: need("stateSecret"),
    encryptionKey: need("encryptionKey"),
  };
}
