import { invalidForm, isRecord, ok, refuse, type Answer } from "./answers.ts";
import { channelJson } from "./json.ts";
import { createMessage } from "./messages.ts";
import type { Asked } from "./routes.ts";
import { may, type Channel, type World } from "./world.ts";

/**
 * Start Thread in Forum Channel. The first message has the thread's own id; no nonce is looked at.
 * Source: https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel
 */
export function openThread(world: World, forum: Channel, body: unknown): Answer {
  if (forum.type !== 15 && forum.type !== 16) return refuse(400, 50024, "Cannot execute action on this channel type");
  if (!may(world, forum, "View Channel")) return refuse(403, 50001, "Missing Access");
  if (!may(world, forum, "Send Messages")) return refuse(403, 50013, "Missing Permissions");
  const form = isRecord(body) ? body : {};
  const name = form["name"];
  if (typeof name !== "string" || name.length < 1 || name.length > 100)
    return invalidForm([{ path: ["name"], code: "BASE_TYPE_BAD_LENGTH", message: "Must be between 1 and 100." }]);
  const tags = Array.isArray(form["applied_tags"]) ? form["applied_tags"].map(String) : [];
  const known = new Set((forum.tags ?? []).map(({ id }) => id));
  if (tags.length > 5 || tags.some((tag) => !known.has(tag)))
    return invalidForm([{ path: ["applied_tags"], code: "INVALID_TAG", message: "Unknown or too many tags" }]);
  if (forum.requiresTag === true && tags.length === 0)
    return refuse(400, 40067, "A tag is required to create a forum post in this channel");
  const id = world.ids.next();
  const thread: Channel = {
    id,
    name,
    type: 11,
    parentId: forum.id,
    foreign: false,
    denied: [],
    archived: false,
    tagged: tags,
  };
  world.channels.set(id, thread);
  const message = isRecord(form["message"]) ? form["message"] : {};
  const posted = createMessage(world, thread, { ...message, nonce: undefined }, id);
  if (posted.status !== 200) {
    world.channels.delete(id);
    return posted;
  }
  return { status: 201, body: { ...channelJson(world, thread), message: posted.body } };
}

/** List Active Guild Threads, List Public Archived Threads. */
export function listThreads(world: World, parent: Channel | undefined): Answer {
  const threads = [...world.channels.values()].filter(({ type, parentId, archived }) => {
    if (type !== 11 || (archived ?? false) !== (parent !== undefined)) return false;
    return parent === undefined || parentId === parent.id;
  });
  return ok({ threads: threads.map((thread) => channelJson(world, thread)), members: [], has_more: false });
}

/** Modify Channel, as far as a thread is opened again. */
export function modifyThread(world: World, thread: Channel, { body }: Asked): Answer {
  if (thread.type !== 11) return refuse(403, 50013, "Missing Permissions");
  if (isRecord(body) && typeof body["archived"] === "boolean") thread.archived = body["archived"];
  return ok(channelJson(world, thread));
}

/** Crosspost Message. */
export function crosspost(world: World, channel: Channel, messageId: string): Answer {
  if (channel.type !== 5) return refuse(400, 50024, "Cannot execute action on this channel type");
  const message = world.messages.find(({ id, channelId }) => id === messageId && channelId === channel.id);
  if (message === undefined) return refuse(404, 10008, "Unknown Message");
  if ((message.flags & 1) !== 0) return refuse(400, 40033, "This message has already been crossposted");
  message.flags |= 1;
  return ok({ id: message.id, channel_id: channel.id, flags: message.flags });
}
