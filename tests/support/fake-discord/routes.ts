import { ok, refuse, type Answer } from "./answers.ts";
import { applicationJson, channelJson, guildJson, memberJson, messageJson, userJson } from "./json.ts";
import { commandsAnswer } from "./application-commands.ts";
import { crosspost, listThreads, modifyThread, openThread } from "./threads.ts";
import { createMessage, deleteMessage, editMessage, listMessages } from "./messages.ts";
import type { Target } from "./faults.ts";
import { may, rolesOf, type Channel, type World } from "./world.ts";

/** A request as far as routing goes. */
export interface Asked {
  readonly method: string;
  /** After `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Which kind of request this is, for faults and for counting. */
export function targetOf({ method, path }: Asked): Target {
  if (method === "POST" && /^\/channels\/\d+\/(?:messages|threads)$/.test(path)) return "send";
  if (method === "PATCH" && /^\/channels\/\d+\/messages\/\d+$/.test(path)) return "edit";
  if (method === "GET" && /^\/channels\/\d+\/messages/.test(path)) return "read";
  return "any";
}

/** The rate limit's bucket: the method and route, with its channel or server. */
export function bucketOf({ method, path }: Asked): string {
  return `${method} ${path.replace(/\/messages\/\d+/, "/messages/:id").replace(/\/members\/\d+/, "/members/:id")}`;
}

/** Discord's answer to a request whose token is good. */
export function answer(world: World, gatewayUrl: string, asked: Asked): Answer {
  const { method, path } = asked;
  if (method === "GET" && path === "/users/@me") return ok(userJson(world));
  if (method === "GET" && path === "/oauth2/applications/@me") return ok(applicationJson(world));
  if (method === "GET" && path === "/gateway/bot") return ok(gatewayJson(gatewayUrl));
  const commands = commandsAnswer(world, asked);
  if (commands !== undefined) return commands;
  const [, kind, id = "", ...rest] = path.split("/");
  if (kind === "guilds") return guildAnswer(world, method, id, rest);
  if (kind === "channels") return channelAnswer(world, asked, id, rest);
  return NOT_FOUND;
}

const NOT_FOUND = refuse(404, 0, "404: Not Found");

function gatewayJson(url: string): object {
  return {
    url,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 },
  };
}

function guildAnswer(world: World, method: string, id: string, rest: readonly string[]): Answer {
  if (method !== "GET") return refuse(405, 0, "405: Method Not Allowed");
  if (id !== world.guildId) return refuse(404, 10004, "Unknown Guild");
  const [part, memberId] = rest;
  if (part === undefined) return ok(guildJson(world));
  if (part === "threads" && memberId === "active") return listThreads(world, undefined);
  if (part === "roles") return ok(rolesOf(world));
  if (part === "members" && memberId === world.botId) return ok(memberJson(world));
  return part === "members" ? refuse(404, 10007, "Unknown Member") : NOT_FOUND;
}

function channelAnswer(world: World, asked: Asked, id: string, rest: readonly string[]): Answer {
  const channel = world.channels.get(id);
  if (channel === undefined) return refuse(404, 10003, "Unknown Channel");
  if (channel.foreign) return refuse(403, 50001, "Missing Access");
  const [part, messageId, more] = rest;
  if (part === "threads" && messageId === "archived" && more === "public") return listThreads(world, channel);
  if (part === "threads" && asked.method === "POST") return openThread(world, channel, asked.body);
  if (part === undefined && asked.method === "PATCH") return modifyThread(world, channel, asked);
  if (part === "messages" && more === "crosspost") return crosspost(world, channel, messageId ?? "");
  if (part === undefined) {
    return may(world, channel, "View Channel") ? ok(channelJson(world, channel)) : refuse(403, 50001, "Missing Access");
  }
  if (part !== "messages") return NOT_FOUND;
  return messagesAnswer(world, asked, channel, messageId);
}

function messagesAnswer(world: World, asked: Asked, channel: Channel, messageId: string | undefined): Answer {
  if (messageId === undefined) {
    if (asked.method === "GET") return listMessages(world, channel, asked.query);
    if (asked.method === "POST") return createMessage(world, channel, asked.body);
    return refuse(405, 0, "405: Method Not Allowed");
  }
  if (asked.method === "PATCH") return editMessage(world, channel, messageId, asked.body);
  if (asked.method === "DELETE") return deleteMessage(world, channel, messageId);
  if (asked.method !== "GET") return refuse(405, 0, "405: Method Not Allowed");
  if (!may(world, channel, "Read Message History")) return refuse(403, 50013, "Missing Permissions");
  const message = world.messages.find((one) => one.id === messageId && one.channelId === channel.id);
  return message === undefined ? refuse(404, 10008, "Unknown Message") : ok(messageJson(world, message));
}
