import { webApi, type Logger } from "@slack/bolt";
import type { Millis } from "../../model/time.ts";
import type { SlackConfig } from "./config.ts";

/** How long one request may take. Slack answers a post in well under a second. */
const TIMEOUT: Millis = 10_000;

/**
 * The SDK's options for calls that must never be repeated behind our back: no retry, a 429 is told at once, and a
 * limit of time. The outbox alone decides what is tried again.
 * @param signal ends every call that is under way
 */
export function clientOptions(config: SlackConfig, logger: Logger, signal: AbortSignal): webApi.WebClientOptions {
  return {
    slackApiUrl: config.apiUrl,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    fetch: async (url, init) => {
      const signals = init?.signal == null ? [signal] : [signal, init.signal];
      return await fetch(url, {
        ...init,
        // A connection for each request: one that is kept may be closed by Slack just when a post leaves, and what
        // could have been a certain failure would be an ambiguous one.
        headers: { ...init?.headers, connection: "close" },
        signal: AbortSignal.any(signals),
      });
    },
  };
}

/** A client of the Web API whose calls end with `signal`. Light: one is made for each call. */
export function webClient(token: string, options: webApi.WebClientOptions): webApi.WebClient {
  return new webApi.WebClient(token, options);
}
