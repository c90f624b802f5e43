import type { AdapterTools, Capabilities, ChatAdapter } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { clientOptions, webClient } from "./client.ts";
import type { SlackConfig } from "./config.ts";
import { findMessage } from "./find.ts";
import { liveConnection } from "./live.ts";
import { postMessage, updateMessage } from "./posting.ts";
import { sdkLog } from "./sdk-log.ts";
import { openSocket } from "./socket.ts";
import { verifySlack } from "./verify.ts";

/** Slack has no key that makes a post idempotent: what was lost must be looked for. */
const CAPABILITIES: Capabilities = { edit: true, reply: true, find: true, publish: false, silent: false, dedupeWindow: 0 };

/** The adapter itself, through the real SDK. Use `createSlack`, which loads it only when it is needed. */
export function slackAdapter(config: SlackConfig, tools: AdapterTools): ChatAdapter {
  const logger = sdkLog(tools.log);
  const stop = new AbortController();
  const live = liveConnection((signal) => openSocket(config, logger, signal), tools);
  const optionsFor = (signal: AbortSignal) => clientOptions(config, logger, AbortSignal.any([signal, stop.signal]));
  const bot = (signal: AbortSignal, action: string) => {
    if (signal.aborted || stop.signal.aborted)
      throw new ChatError("unreachable", `can't ${action}: stopped before it began`, { cause: signal.reason });
    return webClient(config.botToken, optionsFor(signal));
  };
  return {
    capabilities: CAPABILITIES,
    async verify(channels, signal) {
      const options = optionsFor(signal);
      return await verifySlack(
        { bot: webClient(config.botToken, options), app: webClient(config.appToken, options) },
        channels,
      );
    },
    listen: (_, signal) => live.open(signal),
    connection: () => live.state(),
    send: async (post, delivery, signal) =>
      await postMessage(bot(signal, `post to ${delivery.channel}`), post, delivery),
    edit: async (post, message, signal) =>
      await updateMessage(bot(signal, `edit in ${message.channel}`), post, message),
    find: async (search, signal) => await findMessage(bot(signal, `look into ${search.channel}`), search),
    async publish() {
      throw new ChatError("rejected", `${config.name}: Slack has no channels that others follow`);
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await live.close();
    },
  };
}
