import { pino, stdTimeFunctions } from "pino";
import { createCensor } from "./censor.ts";
import type { Log } from "./model/log.ts";

export const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogOptions {
  /** The least serious line to write. */
  readonly level: LogLevel;
  /** What must never be written; see `secretsOf`. */
  readonly secrets: readonly string[];
  /** Takes one line at a time, its line break included. Standard error where left out. */
  readonly destination?: (line: string) => void;
}

/**
 * A log of JSON lines, the time in UTC as ISO text. Every error among the fields is written with its cause, its
 * cause's cause and so on. The finished line passes the censor, so that a secret can't slip in by any field, not even
 * inside an error's message.
 */
export function createLog(options: LogOptions): Log {
  const { level, secrets, destination = toStandardError } = options;
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      messageKey: "message",
      serializers: { err: asItIs },
      formatters: { level: (label) => ({ level: label }), log: readableErrors },
      hooks: { streamWrite: createCensor(secrets) },
    },
    { write: destination },
  );
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}

/** Instead of pino's own treatment of `err`, which would write all that an SDK hangs on its errors. */
function asItIs(value: unknown): unknown {
  return value;
}

function readableErrors(fields: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? told(value) : value]);
  return Object.fromEntries(entries);
}

/** Of what the world does a stack tells nothing: our own errors say all, and those of the system have a code. */
function isExpected(error: Error): boolean {
  return (
    OWN_ERRORS.has(error.name) || ("code" in error && typeof error.code === "string" && OF_THE_SYSTEM.test(error.code))
  );
}

/** Of sockets and files, of undici, of SQLite, of PostgreSQL. */
const OF_THE_SYSTEM = /^(?:E[A-Z0-9]+|UND_ERR_\w+|ERR_SQLITE_ERROR|[0-9A-Z]{5})$/u;

const OWN_ERRORS: ReadonlySet<string> = new Set([
  "FeedError",
  "ChatError",
  "ConfigError",
  "RequestError",
  "StoredDataError",
  "PrivateAddressError",
  "TimeoutError",
  "AbortError",
]);

/** Deep enough for any honest chain; an end for one that leads back to itself. */
const DEEPEST_CAUSE = 8;

/**
 * Only what helps to find the trouble: an SDK's errors also hold the whole request, headers and all.
 * The innermost stack is the one that shows where it happened.
 */
function told(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? error.code : undefined;
  const cause = depth < DEEPEST_CAUSE && error.cause !== undefined ? told(error.cause, depth + 1) : undefined;
  const errors =
    error instanceof AggregateError ? error.errors.slice(0, 5).map((one) => told(one, DEEPEST_CAUSE)) : undefined;
  return {
    type: error.name,
    message: error.message,
    code,
    errors,
    cause,
    stack: cause === undefined && !isExpected(error) ? error.stack : undefined,
  };
}
