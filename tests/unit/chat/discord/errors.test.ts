import { DiscordAPIError, HTTPError, RateLimitError, type DiscordErrorData } from "discord.js";
import { describe, expect, test } from "vitest";
import { toChatError } from "../../../../src/chat/discord/errors.ts";
import type { ChatFailure } from "../../../../src/chat/errors.ts";

const DOING = "community: posting to channel 1";
const URL = "https://discord.example/api/v10/channels/1/messages";

describe("Discord's refusals", () => {
  test.for<[status: number, code: number, message: string, failure: ChatFailure, says: RegExp]>([
    [401, 0, "401: Unauthorized", "unauthorised", /token/],
    [403, 50001, "Missing Access", "channel-unavailable", /View Channel/],
    [403, 50013, "Missing Permissions", "channel-unavailable", /Send Messages, Embed Links/],
    [404, 10003, "Unknown Channel", "channel-unavailable", /invited/],
    [400, 50008, "Cannot send messages in a non-text channel", "channel-unavailable", /text or announcement/],
    [400, 160002, "You cannot reply", "channel-unavailable", /Read Message History/],
    [404, 10008, "Unknown Message", "gone", /Unknown Message/],
    [403, 50005, "Cannot edit a message authored by another user", "gone", /another user/],
    [400, 50035, "Invalid Form Body", "rejected", /50035/],
    [400, 50006, "Cannot send an empty message", "rejected", /empty/],
    [400, 240000, "Message blocked by harmful links filter", "rejected", /harmful/],
    [403, 40333, "internal network error", "unreachable", /apiUrl/],
    [403, 999999, "Something new", "channel-unavailable", /Something new/],
  ])("%i with code %i (%s) is %s", ([status, code, message, failure, says]) => {
    const cause = apiError({ code, message }, status);
    const error = toChatError(cause, DOING);
    expect(error.failure).toBe(failure);
    expect(error.message).toMatch(says);
    expect(error.message).toContain(DOING);
    expect(error.cause).toBe(cause);
  });

  test("name the part of the message that is wrong", () => {
    const errors = {
      embeds: { 0: { title: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 256 or fewer" }] } } },
    };
    const error = toChatError(apiError({ code: 50035, message: "Invalid Form Body", errors }, 400), DOING);
    expect(error.message).toContain("embeds[0].title");
  });

  test.for<[status: number, failure: ChatFailure]>([
    [403, "unreachable"],
    [404, "unreachable"],
    [408, "ambiguous"],
    [400, "rejected"],
    [401, "unauthorised"],
  ])("%i that is not Discord's JSON is %s", ([status, failure]) => {
    // What discord.js hands over for an answer that is no JSON.
    const data = new TextEncoder().encode("<h1>no</h1>").buffer;
    const cause = Object.assign(new Error("No Description"), {
      name: "DiscordAPIError[undefined]",
      rawError: data,
      code: undefined,
      status,
    });
    expect(toChatError(cause, DOING).failure).toBe(failure);
  });
});

describe("rate limits", () => {
  test("carry the wait to the millisecond", () => {
    expect(toChatError(rateLimit({ retryAfter: 37_000, timeToReset: 120 }), DOING)).toMatchObject({
      failure: "rate-limited",
      retryAfter: 37_000,
    });
  });

  test("seen before asking carry the time until the bucket is full", () => {
    expect(toChatError(rateLimit({ retryAfter: 1999.2, timeToReset: 1999.2 }), DOING).retryAfter).toBe(2000);
  });

  test("without a number wait a minute", () => {
    expect(toChatError(rateLimit({ retryAfter: 0, timeToReset: -3 }), DOING).retryAfter).toBe(60_000);
  });
});

describe("what never left", () => {
  test.for([
    ["a refused connection", errno("ECONNREFUSED", "connect")],
    ["an unknown name", errno("ENOTFOUND", "getaddrinfo")],
    ["a net that can't be reached", errno("ENETUNREACH", "connect")],
    ["a connection that took too long to make", errno("UND_ERR_CONNECT_TIMEOUT")],
    ["a certificate that is not trusted", errno("DEPTH_ZERO_SELF_SIGNED_CERT")],
    [
      "several addresses that all refused",
      new AggregateError([errno("ECONNREFUSED", "connect"), errno("ETIMEDOUT", "connect")]),
    ],
    ["the same, wrapped", new TypeError("fetch failed", { cause: errno("ECONNREFUSED", "connect") })],
  ] as const)("%s is unreachable", ([, cause]) => {
    expect(toChatError(cause, DOING)).toMatchObject({ failure: "unreachable", cause });
  });
});

describe("whatever else", () => {
  test.for([
    ["a reset", errno("ECONNRESET", "read")],
    ["a closed connection", errno("UND_ERR_SOCKET")],
    ["an abort", new DOMException("This operation was aborted", "AbortError")],
    ["a time limit", new DOMException("timed out", "TimeoutError")],
    ["500", new HTTPError(500, "Internal Server Error", "POST", URL, {})],
    ["502", new HTTPError(502, "Bad Gateway", "POST", URL, {})],
    ["JSON that breaks off", new SyntaxError("Unexpected end of JSON input")],
    [
      "several addresses, one of which took the request",
      new AggregateError([errno("ECONNREFUSED", "connect"), errno("ECONNRESET", "read")]),
    ],
    ["no error at all", "text"],
  ] as const)("%s is ambiguous", ([, cause]) => {
    expect(toChatError(cause, DOING)).toMatchObject({ failure: "ambiguous", cause });
  });
});

function apiError(raw: DiscordErrorData, status: number): DiscordAPIError {
  return new DiscordAPIError(raw, raw.code, status, "POST", URL, { files: undefined, body: undefined });
}

function rateLimit(times: { readonly retryAfter: number; readonly timeToReset: number }): RateLimitError {
  const route = { method: "POST", hash: "h", url: URL, route: "/channels/:id/messages", majorParameter: "1" };
  return new RateLimitError({ ...route, ...times, limit: 5, global: false, sublimitTimeout: 0, scope: "user" });
}

function errno(code: string, syscall?: string): Error {
  return Object.assign(new Error(`${syscall ?? ""} ${code}`), { code, syscall });
}
