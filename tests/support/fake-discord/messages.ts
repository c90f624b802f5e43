import { invalidForm, isRecord, ok, refuse, type Answer } from "./answers.ts";
import { pingsOf } from "./mentions.ts";
import { componentErrors } from "./component-rules.ts";
import { messageErrors } from "./message-rules.ts";
import { messageJson } from "./json.ts";
import { may, type Channel, type Embed, type Message, type World } from "./world.ts";

/** The types that hold messages of their own. */
const POSTABLE: ReadonlySet<number> = new Set([0, 1, 2, 5, 10, 11, 12, 13]);
const THREADS: ReadonlySet<number> = new Set([10, 11, 12]);

/** Create Message. */
export function createMessage(world: World, channel: Channel, body: unknown, id?: string): Answer {
  if (!POSTABLE.has(channel.type)) return refuse(400, 50008, "Cannot send messages in a non-text channel");
  if (!may(world, channel, "View Channel")) return refuse(403, 50001, "Missing Access");
  const right = THREADS.has(channel.type) ? "Send Messages in Threads" : "Send Messages";
  if (!may(world, channel, right)) return refuse(403, 50013, "Missing Permissions");
  const form = isRecord(body) ? body : {};
  const errors = [...messageErrors(form), ...componentErrors(form["components"])];
  if (errors.length > 0) return invalidForm(errors);
  const embeds = embedsOf(form["embeds"]);
  if (embeds.length > 0 && !may(world, channel, "Embed Links")) return refuse(403, 50013, "Missing Permissions");
  const content = contentOf(form["content"]);
  if (content === "" && embeds.length === 0) return refuse(400, 50006, "Cannot send an empty message");
  const reply = replyOf(world, channel, form["message_reference"]);
  if (reply.refused !== undefined) return reply.refused;
  // A message in an archived thread opens it again.
  channel.archived = false;
  return store(world, channel, form, { content, embeds, replyTo: reply.replyTo }, id);
}

function store(
  world: World,
  channel: Channel,
  form: Record<string, unknown>,
  parts: Pick<Message, "content" | "embeds" | "replyTo">,
  id?: string,
): Answer {
  const nonce =
    typeof form["nonce"] === "string" || typeof form["nonce"] === "number" ? String(form["nonce"]) : undefined;
  const earlier = nonce === undefined ? undefined : world.nonces.get(nonce);
  if (form["enforce_nonce"] === true && earlier !== undefined && world.now() - earlier.at < world.nonceWindow) {
    const message = world.messages.find(({ id }) => id === earlier.messageId);
    return message === undefined
      ? refuse(404, 10008, "Unknown Message")
      : ok({ ...messageJson(world, message), nonce });
  }
  const message: Message = {
    id: id ?? world.ids.next(),
    channelId: channel.id,
    authorId: world.botId,
    nonce,
    at: world.now(),
    flags: typeof form["flags"] === "number" ? form["flags"] : 0,
    components: form["components"] ?? [],
    editedAt: undefined,
    pings: pingsOf(parts.content, form["allowed_mentions"], may(world, channel, "Mention Everyone")),
    ...parts,
  };
  world.messages.push(message);
  if (nonce !== undefined) world.nonces.set(nonce, { messageId: message.id, at: world.now() });
  return ok({ ...messageJson(world, message), ...(nonce === undefined ? {} : { nonce }) });
}

/** Edit Message: what the body leaves out stays. */
export function editMessage(world: World, channel: Channel, messageId: string, body: unknown): Answer {
  if (!may(world, channel, "View Channel")) return refuse(403, 50001, "Missing Access");
  const message = world.messages.find(({ id, channelId }) => id === messageId && channelId === channel.id);
  if (message === undefined) return refuse(404, 10008, "Unknown Message");
  if (message.authorId !== world.botId) return refuse(403, 50005, "Cannot edit a message authored by another user");
  if (channel.archived === true) return refuse(400, 50083, "Thread is archived");
  const form = isRecord(body) ? body : {};
  const errors = [...messageErrors(form), ...componentErrors(form["components"])];
  if (errors.length > 0) return invalidForm(errors);
  if (form["components"] !== undefined) message.components = form["components"];
  const content = form["content"] === undefined ? message.content : contentOf(form["content"]);
  const embeds = form["embeds"] === undefined ? message.embeds : embedsOf(form["embeds"]);
  if (content === "" && embeds.length === 0) return refuse(400, 50006, "Cannot send an empty message");
  message.content = content;
  message.embeds = embeds;
  message.editedAt = world.now();
  return ok(messageJson(world, message));
}

/** Delete Message: one's own, or any with Manage Messages, which the bot is never given. */
export function deleteMessage(world: World, channel: Channel, messageId: string): Answer {
  const at = world.messages.findIndex(({ id, channelId }) => id === messageId && channelId === channel.id);
  if (at < 0) return refuse(404, 10008, "Unknown Message");
  if (world.messages[at]?.authorId !== world.botId) return refuse(403, 50013, "Missing Permissions");
  world.messages.splice(at, 1);
  return { status: 204, body: undefined };
}

/** Get Channel Messages. Without the right to read the list is empty, and that is no error. */
export function listMessages(world: World, channel: Channel, query: URLSearchParams): Answer {
  if (!may(world, channel, "View Channel")) return refuse(403, 50001, "Missing Access");
  const limit = Number(query.get("limit") ?? "50");
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return invalidForm([
      { path: ["limit"], code: "NUMBER_TYPE_MAX", message: "int value should be between 1 and 100." },
    ]);
  }
  if (!may(world, channel, "Read Message History")) return ok([]);
  const after = query.get("after");
  const before = query.get("before");
  const within = world.messages.filter(
    ({ id, channelId }) =>
      channelId === channel.id &&
      (after === null || BigInt(id) > BigInt(after)) &&
      (before === null || BigInt(id) < BigInt(before)),
  );
  const chosen = after === null ? within.slice(-limit) : within.slice(0, limit);
  return ok(chosen.toReversed().map((message) => messageJson(world, message)));
}

function replyOf(
  world: World,
  channel: Channel,
  reference: unknown,
): { readonly replyTo: string | undefined; readonly refused?: Answer } {
  if (!isRecord(reference)) return { replyTo: undefined };
  const target = world.messages.find(({ id, channelId }) => id === reference["message_id"] && channelId === channel.id);
  if (!may(world, channel, "Read Message History")) {
    return {
      replyTo: undefined,
      refused: refuse(400, 160002, "You cannot reply without permission to read message history"),
    };
  }
  if (target !== undefined) return { replyTo: target.id };
  if (reference["fail_if_not_exists"] === false) return { replyTo: undefined };
  const error = { path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" };
  return { replyTo: undefined, refused: invalidForm([error]) };
}

function contentOf(content: unknown): string {
  return typeof content === "string" ? content.trim() : "";
}

function embedsOf(embeds: unknown): readonly Embed[] {
  return Array.isArray(embeds) ? embeds.filter((embed): embed is Embed => isRecord(embed)) : [];
}
