import { blockErrors, tooLong } from "./block-kit.ts";
import { history, replies } from "./history.ts";
import { asList, asText, isObject, type Json } from "./json.ts";
import { BOT_USER, type FakeChannel, type StoredMessage, type Workspace } from "./workspace.ts";

/** What a method sees: the workspace, who calls, and what it may do. */
export interface Caller {
  readonly workspace: Workspace;
  readonly team: string;
  readonly bot: string;
  readonly scopes: readonly string[];
  /** The people who administer the workspace. */
  readonly admins: readonly string[];
  /** Opens a way in for one socket and gives its address. */
  readonly socketUrl: () => string;
}

/** One method of the Web API. `token` is the kind that it takes; `scopes` are for public and for private channels. */
export interface Method {
  readonly token: "bot" | "app";
  readonly scopes: { readonly public: string; readonly private: string } | undefined;
  readonly run: (args: Json, caller: Caller) => Json;
}

/** The Web API as far as Tradepost uses it (docs.slack.dev/reference/methods). */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["auth.test", { token: "bot", scopes: undefined, run: authTest }],
  [
    "apps.connections.open",
    { token: "app", scopes: undefined, run: (_, caller) => ({ ok: true, url: caller.socketUrl() }) },
  ],
  ["chat.postMessage", { token: "bot", scopes: both("chat:write"), run: postMessage }],
  ["chat.update", { token: "bot", scopes: both("chat:write"), run: update }],
  ["chat.delete", { token: "bot", scopes: both("chat:write"), run: deleteMessage }],
  ["users.info", { token: "bot", scopes: both("users:read"), run: userInfo }],
  ["conversations.info", { token: "bot", scopes: { public: "channels:read", private: "groups:read" }, run: info }],
  [
    "conversations.history",
    { token: "bot", scopes: { public: "channels:history", private: "groups:history" }, run: readHistory },
  ],
  [
    "conversations.replies",
    { token: "bot", scopes: { public: "channels:history", private: "groups:history" }, run: readReplies },
  ],
]);

export function refusal(error: string, more: Json = {}): Json {
  return { ok: false, error, ...more };
}

/** Slack's answer to blocks that break a rule. */
export function invalidBlocks(errors: readonly string[]): Json {
  return refusal("invalid_blocks", {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}

function authTest(_: Json, caller: Caller): Json {
  return {
    ok: true,
    url: "https://fake.slack.example/",
    team: caller.team,
    user: caller.bot,
    team_id: "T0FAKE",
    user_id: BOT_USER,
    bot_id: "B0TRADEBOT",
    is_enterprise_install: false,
  };
}

function postMessage(args: Json, { workspace, scopes }: Caller): Json {
  const channel = workspace.channel(asText(args["channel"]));
  if (channel === undefined || hidden(channel)) return refusal("channel_not_found");
  if (channel.archived === true) return refusal("is_archived");
  if (channel.member === false && !scopes.includes("chat:write.public")) return refusal("not_in_channel");
  if (channel.readOnly === true) return refusal("restricted_action_read_only_channel");
  const wrong = checkContent(args);
  if (wrong !== undefined) return wrong;
  const threadTs = asText(args["thread_ts"]) || undefined;
  const stored = workspace.add(channel.id, { ...content(args), threadTs, user: BOT_USER, metadata: args["metadata"] });
  return {
    ok: true,
    channel: channel.id,
    ts: stored.ts,
    message: { type: "message", text: stored.text, ts: stored.ts },
  };
}

function update(args: Json, { workspace }: Caller): Json {
  const channel = workspace.channel(asText(args["channel"]));
  if (channel === undefined || hidden(channel)) return refusal("channel_not_found");
  if (channel.archived === true) return refusal("is_inactive");
  const message = workspace.find(channel.id, asText(args["ts"]));
  if (message === undefined) return refusal("message_not_found");
  if (message.user !== BOT_USER) return refusal("cant_update_message");
  if (asText(args["text"]).length > 4000) return refusal("msg_too_long");
  const wrong = checkContent(args);
  if (wrong !== undefined) return wrong;
  // Left out, the old metadata stays and names are guessed.
  const metadata = args["metadata"] ?? message.metadata;
  workspace.replace(channel.id, message.ts, { ...content(args), parse: asText(args["parse"]) || "client", metadata });
  return { ok: true, channel: channel.id, ts: message.ts, text: asText(args["text"]) };
}

function deleteMessage(args: Json, { workspace }: Caller): Json {
  const channel = workspace.channel(asText(args["channel"]));
  if (channel === undefined || hidden(channel)) return refusal("channel_not_found");
  const message = workspace.find(channel.id, asText(args["ts"]));
  if (message === undefined) return refusal("message_not_found");
  if (message.user !== BOT_USER) return refusal("cant_delete_message");
  workspace.remove(channel.id, message.ts);
  return { ok: true, channel: channel.id, ts: message.ts };
}

function userInfo(args: Json, { admins }: Caller): Json {
  const id = asText(args["user"]);
  return { ok: true, user: { id, name: id.toLowerCase(), is_admin: admins.includes(id), is_owner: false } };
}

function info(args: Json, { workspace }: Caller): Json {
  const channel = workspace.channel(asText(args["channel"]));
  if (channel === undefined || hidden(channel)) return refusal("channel_not_found");
  return {
    ok: true,
    channel: {
      id: channel.id,
      name: channel.name,
      is_channel: channel.private !== true,
      is_private: channel.private === true,
      is_archived: channel.archived === true,
      is_member: channel.member !== false,
      is_read_only: channel.readOnly === true,
      creator: channel.creator ?? "U0SOMEBODY",
    },
  };
}

function readHistory(args: Json, { workspace }: Caller): Json {
  return refusedReading(args, workspace) ?? history(args, workspace.messages(asText(args["channel"])));
}

function readReplies(args: Json, { workspace }: Caller): Json {
  return refusedReading(args, workspace) ?? replies(args, workspace.messages(asText(args["channel"])));
}

function refusedReading(args: Json, workspace: Workspace): Json | undefined {
  const channel = workspace.channel(asText(args["channel"]));
  if (channel === undefined || hidden(channel)) return refusal("channel_not_found");
  return channel.member === false ? refusal("not_in_channel") : undefined;
}

function checkContent(args: Json): Json | undefined {
  const blocks = asList(args["blocks"]);
  if (asText(args["text"]) === "" && blocks.length === 0) return refusal("no_text");
  const { metadata } = args;
  if (metadata !== undefined && !(isObject(metadata) && /^\w+$/.test(asText(metadata["event_type"]))))
    return refusal("invalid_metadata_format");
  if (args["blocks"] === undefined) return undefined;
  const errors = blockErrors(args["blocks"]);
  if (errors.length > 0) return invalidBlocks(errors);
  return tooLong(blocks) ? refusal("msg_blocks_too_long") : undefined;
}

function content(args: Json): Pick<StoredMessage, "text" | "blocks" | "parse" | "mrkdwn"> {
  return {
    text: asText(args["text"]).slice(0, 40_000),
    blocks: asList(args["blocks"]),
    parse: asText(args["parse"]) || "none",
    mrkdwn: args["mrkdwn"] !== "false",
  };
}

/** A private channel that the bot is not in does not exist for it. */
function hidden(channel: FakeChannel): boolean {
  return channel.private === true && channel.member === false;
}

function both(scope: string): Method["scopes"] {
  return { public: scope, private: scope };
}
