import { z } from "zod";
import type { Millis } from "../../src/model/time.ts";
import { isRecord } from "../support/fake-discord/answers.ts";
import { tooMany } from "../support/fake-discord/rate-limits.ts";

/** One request as far as the mischief goes. */
export interface Call {
  readonly kind: "send" | "edit" | "read" | "other";
  readonly channel: string | undefined;
  /** For the story. */
  readonly text: string;
  /** The delivery and the items that it is about, as far as they can be told. */
  readonly about: readonly string[];
}

export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a platform speaks. */
export interface Dialect {
  readonly name: "slack" | "discord";
  /** An answer that says that all went well. */
  readonly success: string;
  read(method: string, url: string, body: Buffer): Call;
  /** 429, as the platform or its proxy says it. */
  tooMany(seconds: number, everywhere: boolean): PlatformAnswer;
  /** The token is refused. */
  unauthorised(): PlatformAnswer;
  /** The message is refused for good. */
  rejected(): PlatformAnswer;
  /** A list of messages without those younger than a moment. */
  hideYounger(body: string, than: Millis): string;
}

/** The names of the items that a text mentions; see `news.ts`. */
export function keysIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\bfile (K\d+)\b/g), ([, key = ""]) => key))];
}

const JSON_TYPE = { "content-type": "application/json" };

export const slackDialect: Dialect = {
  name: "slack",
  success: JSON.stringify({ ok: true }),
  read(_, url, body) {
    const method = url.replace(/^\/api\//, "").split("?")[0] ?? "";
    const form = new URLSearchParams(body.toString());
    const channel = form.get("channel") ?? undefined;
    const id = /"delivery_id":"([0-9a-f]+)"/.exec(form.get("metadata") ?? "")?.[1];
    const kinds: Readonly<Record<string, Call["kind"]>> = {
      "chat.postMessage": "send",
      "chat.update": "edit",
      "conversations.history": "read",
      "conversations.replies": "read",
    };
    const about = [...(id === undefined ? [] : [id]), ...keysIn(form.get("blocks") ?? "")];
    return { kind: kinds[method] ?? "other", channel, text: `slack ${method} ${channel ?? ""}`, about };
  },
  tooMany: (seconds) => ({
    status: 429,
    headers: { ...JSON_TYPE, "retry-after": String(seconds) },
    body: JSON.stringify({ ok: false, error: "ratelimited" }),
  }),
  unauthorised: () => ({
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify({ ok: false, error: "token_revoked" }),
  }),
  rejected: () => ({ status: 200, headers: JSON_TYPE, body: JSON.stringify({ ok: false, error: "invalid_blocks" }) }),
  hideYounger(body, than) {
    const answer = z.looseObject({ messages: z.array(z.looseObject({ ts: z.string() })).optional() });
    const parsed = answer.parse(JSON.parse(body));
    const messages = parsed.messages?.filter(({ ts }) => Number(ts) * 1000 <= than);
    return JSON.stringify({ ...parsed, messages });
  },
};

export const discordDialect: Dialect = {
  name: "discord",
  success: JSON.stringify({ id: "1", channel_id: "1" }),
  read(method, url, body) {
    const path = url.replace(/^\/api\/v10/, "");
    const channel = /^\/channels\/(\d+)/.exec(path)?.[1];
    const parsed: unknown = body.length === 0 ? undefined : JSON.parse(body.toString());
    const nonce = isRecord(parsed) && typeof parsed["nonce"] === "string" ? [parsed["nonce"]] : [];
    return {
      kind: kindOf(method, path),
      channel,
      text: `discord ${method} ${path}`,
      about: [...nonce, ...keysIn(body.toString())],
    };
  },
  tooMany(seconds, everywhere) {
    const { status, headers = {}, body } = tooMany(seconds, everywhere ? "global" : "user");
    return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
  },
  unauthorised: () => ({
    status: 401,
    headers: JSON_TYPE,
    body: JSON.stringify({ message: "401: Unauthorized", code: 0 }),
  }),
  rejected: () => ({
    status: 400,
    headers: JSON_TYPE,
    body: JSON.stringify({ message: "Invalid Form Body", code: 50035, errors: {} }),
  }),
  hideYounger(body, than) {
    const parsed: unknown = JSON.parse(body);
    if (!Array.isArray(parsed)) return body;
    const messages = z.array(z.looseObject({ timestamp: z.string() })).parse(parsed);
    return JSON.stringify(messages.filter(({ timestamp }) => Date.parse(timestamp) <= than));
  },
};

function kindOf(method: string, path: string): Call["kind"] {
  if (method === "POST" && /^\/channels\/\d+\/messages$/.test(path)) return "send";
  if (method === "PATCH" && /^\/channels\/\d+\/messages\/\d+$/.test(path)) return "edit";
  return method === "GET" && /^\/channels\/\d+\/messages/.test(path) ? "read" : "other";
}
