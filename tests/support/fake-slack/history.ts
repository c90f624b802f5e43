import { asText, isObject, type Json } from "./json.ts";
import type { StoredMessage } from "./workspace.ts";

/** `conversations.history`: the channel's own messages, newest first, a page at a time. */
export function history(args: Json, messages: readonly StoredMessage[]): Json {
  const top = messages.filter((message) => message.threadTs === undefined && inWindow(args, message));
  return pageOf([...top].reverse(), args);
}

/** `conversations.replies`: the thread's first message, then its replies, oldest first, a page at a time. */
export function replies(args: Json, messages: readonly StoredMessage[]): Json {
  const parent = messages.find((message) => message.ts === args["ts"]);
  if (parent === undefined) return { ok: false, error: "thread_not_found" };
  const answers = messages.filter((message) => message.threadTs === parent.ts && inWindow(args, message));
  return pageOf([parent, ...answers], args);
}

function inWindow(args: Json, message: StoredMessage): boolean {
  const oldest = asText(args["oldest"]) || "0";
  return args["inclusive"] === "true" ? Number(message.ts) >= Number(oldest) : Number(message.ts) > Number(oldest);
}

function pageOf(messages: readonly StoredMessage[], args: Json): Json {
  const limit = Math.min(Number(asText(args["limit"]) || 100), 999);
  const start = startOf(args);
  const page = messages.slice(start, start + limit);
  const more = start + limit < messages.length;
  const cursor = Buffer.from(`next:${start + limit}`).toString("base64");
  return {
    ok: true,
    messages: page.map((message) => shape(message, args["include_all_metadata"] === "true")),
    has_more: more,
    response_metadata: { next_cursor: more ? cursor : "" },
  };
}

function startOf(args: Json): number {
  const cursor = Buffer.from(asText(args["cursor"]), "base64").toString();
  return cursor === "" ? 0 : Number(cursor.replace("next:", ""));
}

/** Without the flag, a message's metadata comes without what is in it (seen by Automattic/matrix-appservice-slack#8). */
function shape(message: StoredMessage, allMetadata: boolean): Json {
  const { metadata } = message;
  const type = isObject(metadata) ? { event_type: metadata["event_type"] } : undefined;
  return {
    type: "message",
    user: message.user,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(type === undefined ? {} : { metadata: allMetadata ? metadata : type }),
  };
}
