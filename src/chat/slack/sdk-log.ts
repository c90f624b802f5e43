import { LogLevel, type Logger } from "@slack/bolt";
import type { Log } from "../../model/log.ts";
import { withoutTokens } from "./errors.ts";

/** The SDK's own log, led into ours. Its debug lines hold whole messages and socket addresses and are dropped. */
export function sdkLog(log: Log): Logger {
  return {
    debug: () => {},
    // What the SDK finds worth saying about each request is detail here.
    info: (...parts: unknown[]) => log.debug({ sdk: said(parts) }, "slack sdk"),
    warn: (...parts: unknown[]) => log.warn({ sdk: said(parts) }, "slack sdk warns"),
    error: (...parts: unknown[]) => log.warn({ sdk: said(parts) }, "slack sdk reports an error"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function said(parts: readonly unknown[]): string {
  return withoutTokens(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
}
