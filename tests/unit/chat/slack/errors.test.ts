import { describe, expect, test } from "vitest";
import type { ChatFailure } from "../../../../src/chat/errors.ts";
import { asChatError, explain, withoutTokens } from "../../../../src/chat/slack/errors.ts";

function answered(error: string, more: object = {}): Error {
  return Object.assign(new Error(`An API error occurred: ${error}`), {
    code: "slack_webapi_platform_error",
    data: { ok: false, error, ...more },
  });
}

function failedFetch(cause: object): Error {
  const fetchFailed = new TypeError("fetch failed", { cause: Object.assign(new Error("cause"), cause) });
  return Object.assign(new Error("A request error occurred: fetch failed", { cause: fetchFailed }), {
    code: "slack_webapi_request_error",
  });
}

const failureOf = (error: unknown): ChatFailure => explain(error, "C0TRADENEWS").failure;

describe("what a failure of the SDK means", () => {
  test.for<[string, ChatFailure]>([
    ["invalid_auth", "unauthorised"],
    ["not_authed", "unauthorised"],
    ["token_revoked", "unauthorised"],
    ["account_inactive", "unauthorised"],
    ["missing_scope", "unauthorised"],
    ["not_in_channel", "channel-unavailable"],
    ["channel_not_found", "channel-unavailable"],
    ["is_archived", "channel-unavailable"],
    ["restricted_action", "channel-unavailable"],
    ["restricted_action_read_only_channel", "channel-unavailable"],
    ["msg_too_long", "rejected"],
    ["invalid_blocks", "rejected"],
    ["msg_blocks_too_long", "rejected"],
    ["message_not_found", "gone"],
    ["cant_update_message", "gone"],
    ["edit_window_closed", "gone"],
    ["thread_not_found", "gone"],
    ["ratelimited", "rate-limited"],
    ["rate_limited", "rate-limited"],
    ["fatal_error", "ambiguous"],
    ["internal_error", "ambiguous"],
    ["service_unavailable", "ambiguous"],
    ["a_word_of_tomorrow", "ambiguous"],
    ["constructor", "ambiguous"],
    ["<!doctype html><p>invalid_auth", "ambiguous"],
    ["", "ambiguous"],
  ])("Slack says %s: %s", ([word, failure]) => {
    expect(failureOf(answered(word))).toBe(failure);
  });

  test.for<[object, ChatFailure]>([
    [{ code: "ECONNREFUSED", syscall: "connect" }, "unreachable"],
    [{ code: "ENOTFOUND", syscall: "getaddrinfo" }, "unreachable"],
    [{ code: "EAI_AGAIN", syscall: "getaddrinfo" }, "unreachable"],
    [{ code: "ENETUNREACH", syscall: "connect" }, "unreachable"],
    [{ code: "ETIMEDOUT", syscall: "connect" }, "unreachable"],
    [{ code: "UND_ERR_CONNECT_TIMEOUT" }, "unreachable"],
    [{ code: "CERT_HAS_EXPIRED" }, "unreachable"],
    [{ code: "ERR_TLS_CERT_ALTNAME_INVALID" }, "unreachable"],
    [{ errors: [{ code: "ECONNREFUSED", syscall: "connect" }] }, "unreachable"],
    [{ code: "ECONNRESET", syscall: "read" }, "ambiguous"],
    [{ code: "ETIMEDOUT", syscall: "read" }, "ambiguous"],
    [{ code: "EPIPE", syscall: "write" }, "ambiguous"],
    [{ code: "UND_ERR_SOCKET" }, "ambiguous"],
    [{ code: "UND_ERR_HEADERS_TIMEOUT" }, "ambiguous"],
    [{ name: "TimeoutError" }, "ambiguous"],
    [{}, "ambiguous"],
  ])("a failed request because of %o: %s", ([cause, failure]) => {
    expect(failureOf(failedFetch(cause))).toBe(failure);
  });

  test.for([new TypeError("terminated"), new Error("?"), "text", undefined, null])("%s is ambiguous", (error) => {
    expect(failureOf(error)).toBe("ambiguous");
  });

  test("a cause that causes itself ends the search", () => {
    const error = new Error("loop");
    error.cause = error;
    expect(failureOf(error)).toBe("ambiguous");
  });

  test("a rate limit keeps its seconds", () => {
    const limited = Object.assign(new Error("limited"), { code: "slack_webapi_rate_limited_error", retryAfter: 37 });
    expect(asChatError(limited, { action: "post", channel: undefined })).toMatchObject({
      failure: "rate-limited",
      retryAfter: 37_000,
    });
    const said = answered("ratelimited", { response_metadata: { retryAfter: 5 } });
    expect(explain(said, undefined).retryAfter).toBe(5000);
  });

  test("a 429 without a usable Retry-After is still certain", () => {
    const error = new Error("Retry header did not contain a valid timeout (url: x, retry-after header: null)");
    expect(explain(error, undefined)).toMatchObject({ failure: "rate-limited", retryAfter: undefined });
  });

  test("an answer with a stray Retry-After keeps its own meaning", () => {
    expect(failureOf(answered("invalid_auth", { response_metadata: { retryAfter: 5 } }))).toBe("unauthorised");
  });
});

describe("the message", () => {
  const attempt = { action: "post to C0TRADENEWS", channel: "C0TRADENEWS" };

  test("says what failed, where and what to do, and keeps the cause", () => {
    const cause = answered("not_in_channel");
    const error = asChatError(cause, attempt);
    expect(error.message).toBe(
      "can't post to C0TRADENEWS: Slack says not_in_channel; type /invite @tradepost in the channel",
    );
    expect(error.cause).toBe(cause);
  });

  test("names the scope that is needed", () => {
    const error = asChatError(answered("missing_scope", { needed: "channels:history" }), attempt);
    expect(error.message).toContain("the scope channels:history");
  });

  test("names the part of the blocks that is refused", () => {
    const messages = ["[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"];
    const error = asChatError(answered("invalid_blocks", { response_metadata: { messages } }), attempt);
    expect(error.message).toContain("/blocks/0/text/text");
  });

  test("holds nothing of a proxy's page", () => {
    const error = asChatError(answered("<!doctype html><title>Proxy</title>"), attempt);
    expect(error.message).toBe("can't post to C0TRADENEWS: the answer is not Slack's");
  });

  test("holds no token and no ticket", () => {
    const text = "xoxb-1-2-Ab xapp-1-A-9-ff xoxe.xoxp-1 wss://x/link?ticket=abc&app=1";
    expect(withoutTokens(text)).toBe("[token] [token] xoxe.[token] wss://x/link?ticket=[ticket]&app=1");
    expect(asChatError(failedFetch({ message: "bad header Bearer xoxb-1-2-Ab" }), attempt).message).not.toContain(
      "xoxb",
    );
  });
});
