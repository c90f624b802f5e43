import { LogLevel, type Logger } from "@slack/bolt";
import type { Log } from "../../model/log.ts";
import { withoutTokens } from "./errors.ts";

/** The SDK's own log, led into ours. Its debug lines hold whole messages and socket addresses and are dropped. */
export function sdkLog(log: Log): Logger {
  return {
    debug: () => {},
    // What the SDK finds worth saying about each request is detail here: what came of it is told by whoever asked.
    info: (...parts: unknown[]) => log.debug({ sdk: said(parts) }, "slack sdk"),
    warn: (...parts: unknown[]) => log.debug({ sdk: said(parts) }, "slack sdk warns"),
    error(...parts: unknown[]) {
      const sdk = said(parts);
      log[OF_A_REQUEST.test(sdk) ? "debug" : "warn"]({ sdk }, "slack sdk reports an error");
    },
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** A request that failed: the connection that is lost by it, or never made, is told elsewhere. */
const OF_A_REQUEST = /WSS URL|request error|http request failed|rate.?limit/iu;

function said(parts: readonly unknown[]): string {
  return withoutTokens(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
}
