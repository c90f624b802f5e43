import type { AdapterTools, ChatAdapter } from "../adapter.ts";
import type { SlackConfig } from "./config.ts";

export { platform, slackConfig, type SlackConfig } from "./config.ts";

/** An adapter for one Slack workspace. The SDK is loaded here, so that who does not use Slack does not pay for it. */
export async function createSlack(config: SlackConfig, tools: AdapterTools): Promise<ChatAdapter> {
  const { slackAdapter } = await import("./slack-adapter.ts");
  return slackAdapter(config, tools);
}
