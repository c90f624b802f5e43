import type { Millis } from "../../model/time.ts";
import { ChatError, type ChatFailure } from "../errors.ts";
import { MEANINGS } from "./error-words.ts";

/** What was being done, for the message: "post to C0123456789". */
export interface Attempt {
  readonly action: string;
  readonly channel: string | undefined;
}

/** What a failure is, why it came, and what to do where that is known. Holds no token. */
export interface Explanation {
  readonly failure: ChatFailure;
  readonly reason: string;
  readonly remedy: string | undefined;
  readonly retryAfter: Millis | undefined;
}

/** A failure of the SDK as the contract's error: see `explain`. The SDK's error stays as its cause. */
export function asChatError(error: unknown, attempt: Attempt): ChatError {
  const { failure, reason, remedy, retryAfter } = explain(error, attempt.channel);
  const message = `can't ${attempt.action}: ${reason}${remedy === undefined ? "" : `; ${remedy}`}`;
  return new ChatError(failure, message, { cause: error, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/**
 * What a failure of the SDK means. Certain is only what Slack says in a known word, a 429, and a connection that never
 * came about. All else is ambiguous, also 200 with something that is no answer, and Slack's own `fatal_error` and
 * `internal_error`, of which its documents say that part of the operation may have succeeded.
 * `missing_scope` counts as `unauthorised`: it is the app that must be installed anew, whatever the channel.
 * @param channel the channel concerned, for the remedy
 */
export function explain(error: unknown, channel: string | undefined): Explanation {
  const sdk = partsOf(error);
  if (sdk.rateLimited) return rateLimited(sdk.retryAfter);
  if (sdk.said !== undefined) return fromWord(sdk.said, sdk, channel ?? "the channel");
  const reason = rootMessage(error);
  if (neverConnected(error))
    return plain("unreachable", `Slack can't be reached (${reason})`, "check the network and apiUrl");
  return plain("ambiguous", `no clear answer from Slack (${reason})`);
}

interface SdkError {
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly rateLimited: boolean;
  /** The error code in an answer of `ok: false`. */
  readonly said: string | undefined;
  readonly neededScope: string | undefined;
  readonly details: string | undefined;
}

/** Reads the SDK's errors by shape, so that this file does without the SDK. */
function partsOf(error: unknown): SdkError {
  const data = field(error, "data");
  const said = field(data, "error");
  const metadata = field(data, "response_metadata");
  const messages = field(metadata, "messages");
  const limited = field(error, "code") === "slack_webapi_rate_limited_error";
  const retryAfter = limited ? field(error, "retryAfter") : field(metadata, "retryAfter");
  return {
    retryAfter: typeof retryAfter === "number" ? retryAfter : undefined,
    rateLimited: limited || said === "ratelimited" || said === "rate_limited" || isRetryHeaderMissing(error),
    said: typeof said === "string" ? said : undefined,
    neededScope: text(field(data, "needed")),
    details: Array.isArray(messages) ? messages.filter((line) => typeof line === "string").join("; ") : undefined,
  };
}

function fromWord(said: string, sdk: SdkError, channel: string): Explanation {
  // A proxy's page arrives as an "error code" of many words.
  if (!/^[a-z_]+$/.test(said)) return plain("ambiguous", "the answer is not Slack's");
  const details = sdk.details ? `: ${sdk.details}` : "";
  const reason = withoutTokens(`Slack says ${said}${details}`);
  const meaning = MEANINGS.get(said);
  if (meaning === undefined) return plain("ambiguous", reason);
  const scope = sdk.neededScope ?? "that is missing";
  return plain(meaning.failure, reason, meaning.remedy?.replaceAll("CHANNEL", channel).replaceAll("SCOPE", scope));
}

function rateLimited(seconds: number | undefined): Explanation {
  if (seconds === undefined) return plain("rate-limited", "Slack asks to wait");
  return { ...plain("rate-limited", `Slack asks to wait ${seconds} s`), retryAfter: seconds * 1000 };
}

function plain(failure: ChatFailure, reason: string, remedy?: string): Explanation {
  return { failure, reason, remedy, retryAfter: undefined };
}

/** Text without Slack's tokens and without the ticket of a socket address. */
export function withoutTokens(message: string): string {
  return message.replace(/\bx(?:ox[a-z]|app)-[\w-]+/gi, "[token]").replace(/([?&]ticket=)[^&\s"]+/gi, "$1[ticket]");
}

/** Whether the connection never came about, so that the request can't have left: by the step that failed, or by TLS. */
function neverConnected(error: unknown): boolean {
  return causes(error).some((cause) => {
    const syscall = field(cause, "syscall");
    if (syscall === "connect" || syscall === "getaddrinfo") return true;
    const code = text(field(cause, "code")) ?? "";
    return code === "UND_ERR_CONNECT_TIMEOUT" || TLS_REFUSED.test(code);
  });
}

/** The SDK throws a bare Error for a 429 without a usable Retry-After. */
function isRetryHeaderMissing(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("Retry header did not contain a valid timeout");
}

function rootMessage(error: unknown): string {
  const root = causes(error).at(-1);
  return withoutTokens(root instanceof Error ? root.message || root.name : String(root));
}

/** The error and what caused it, outermost first; of several tried addresses, each. */
function causes(error: unknown): readonly unknown[] {
  const found: unknown[] = [];
  const open = [error];
  while (open.length > 0 && found.length < 20) {
    const next = open.shift();
    if (next === undefined || next === null) continue;
    found.push(next);
    const several = field(next, "errors");
    open.push(...(Array.isArray(several) ? several : []), field(next, "cause"));
  }
  return found;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

const TLS_REFUSED = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;
