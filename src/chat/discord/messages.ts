import { z } from "zod";
import type { Post } from "../../model/post.ts";
import type { Delivery, Receipt, SentMessage } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import type { Inquiry } from "./access.ts";
import type { Api } from "./api.ts";
import { threadBody } from "./forum.ts";
import { renderMessage, type MessageBody } from "./render.ts";
import { isSnowflake } from "./snowflake.ts";
import { sentAnswer, threadAnswer } from "./wire.ts";

/** What posting and correcting need. */
export interface MessageTools {
  readonly api: Api;
  readonly inquiry: Inquiry;
  /** The chat's name in the configuration. */
  readonly chat: string;
}

/**
 * Posts a message with one request. Its nonce makes Discord return the earlier message where the same delivery was
 * posted within the last minutes.
 */
export async function sendMessage(
  post: Post,
  delivery: Delivery,
  tools: MessageTools,
  signal: AbortSignal,
): Promise<Receipt> {
  const channel = channelId(delivery.channel, tools);
  const forum = await tools.inquiry.isForum(channel, signal);
  if (forum && delivery.replyTo === undefined) return await openThread(post, delivery, channel, tools, signal);
  // In a forum, what answers a post stands in its thread, whose id is that of the post.
  const place = forum ? (delivery.replyTo ?? channel) : channel;
  const answer = await tools.api.call(
    {
      method: "POST",
      route: `/channels/${place}/messages`,
      body: createBody(post, delivery),
      answer: sentAnswer,
      doing: `${tools.chat}: posting to channel ${place}`,
    },
    signal,
  );
  return { messageId: answer.id };
}

/** Opens a thread of a forum with the post as its first message. Threads take no nonce. */
async function openThread(
  post: Post,
  delivery: Delivery,
  forum: string,
  tools: MessageTools,
  signal: AbortSignal,
): Promise<Receipt> {
  const doing = `${tools.chat}: posting to forum ${forum}`;
  const description = await tools.inquiry.channel(forum, signal);
  const body = threadBody(post, renderMessage(post, delivery.id), description, flagsOf(delivery));
  const route = `/channels/${forum}/threads` as const;
  const { id } = await tools.api.call({ method: "POST", route, body, answer: threadAnswer, doing }, signal);
  return { messageId: id };
}

/** Passes a message of an announcement channel on. One that was passed on already is no error. */
export async function publishMessage(message: SentMessage, tools: MessageTools, signal: AbortSignal): Promise<void> {
  const channel = channelId(message.channel, tools);
  const doing = `${tools.chat}: publishing message ${message.messageId} of channel ${channel}`;
  const { type } = await tools.inquiry.channel(channel, signal);
  if (type !== ANNOUNCEMENT)
    throw new ChatError("rejected", `${doing}: that is no announcement channel; make it one, or take publish away`);
  const route = `/channels/${channel}/messages/${message.messageId}/crosspost` as const;
  try {
    await tools.api.call({ method: "POST", route, answer: sentAnswer, doing }, signal);
  } catch (error) {
    if (!(error instanceof ChatError) || codeOf(error.cause) !== PUBLISHED_ALREADY) throw error;
  }
}

/** Channel types and error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const ANNOUNCEMENT = 5;
const PUBLISHED_ALREADY = 40033;
const ARCHIVED = 50083;

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

/** Brings a message to the state of a post, under the mark that it had. */
export async function editMessage(
  post: Post,
  message: SentMessage,
  tools: MessageTools,
  signal: AbortSignal,
): Promise<void> {
  const channel = channelId(message.channel, tools);
  const doing = `${tools.chat}: correcting message ${message.messageId} in channel ${channel}`;
  if (!isSnowflake(message.messageId)) throw new ChatError("gone", `${doing}: that is not the id of a Discord message`);
  // The first message of a forum's thread stands in the thread, under the same id.
  const place = (await tools.inquiry.isForum(channel, signal)) ? message.messageId : channel;
  const body = renderMessage(post, message.deliveryId);
  const route = `/channels/${place}/messages/${message.messageId}` as const;
  const call = { method: "PATCH", route, body, answer: sentAnswer, doing } as const;
  try {
    await tools.api.call(call, signal);
  } catch (error) {
    if (!(error instanceof ChatError) || codeOf(error.cause) !== ARCHIVED) throw error;
    const reopen = { method: "PATCH", route: `/channels/${place}`, body: { archived: false } } as const;
    await tools.api.call({ ...reopen, answer: threadAnswer, doing: `${doing}: opening its thread again` }, signal);
    await tools.api.call(call, signal);
  }
}

/** Takes a message away. Throws `rejected` in a forum, where only who may manage threads can. */
export async function deleteMessage(message: SentMessage, tools: MessageTools, signal: AbortSignal): Promise<void> {
  const channel = channelId(message.channel, tools);
  const doing = `${tools.chat}: deleting message ${message.messageId} in channel ${channel}`;
  if (await tools.inquiry.isForum(channel, signal))
    throw new ChatError("rejected", `${doing}: a post of a forum is deleted by hand`);
  const route = `/channels/${channel}/messages/${message.messageId}` as const;
  await tools.api.call({ method: "DELETE", route, answer: z.unknown(), doing }, signal);
}

/** What posts a delivery. */
export interface CreateBody extends MessageBody {
  readonly nonce: string;
  readonly enforce_nonce: true;
  readonly flags?: number;
  readonly message_reference?: { readonly message_id: string };
}

/** The body that posts a delivery. Where the message that it answers is gone Discord refuses it: by itself it would say something else. */
export function createBody(post: Post, delivery: Delivery): CreateBody {
  return {
    ...renderMessage(post, delivery.id),
    nonce: delivery.id,
    enforce_nonce: true,
    ...(flagsOf(delivery) === 0 ? {} : { flags: flagsOf(delivery) }),
    ...(delivery.replyTo === undefined ? {} : { message_reference: { message_id: delivery.replyTo } }),
  };
}

/** SUPPRESS_NOTIFICATIONS: https://docs.discord.com/developers/resources/message#message-object-message-flags */
const SILENT = 1 << 12;

function flagsOf({ silent }: Delivery): number {
  return silent === true ? SILENT : 0;
}

function channelId(channel: string, tools: MessageTools): string {
  if (isSnowflake(channel)) return channel;
  const remedy = "copy the channel's id in Discord (Developer Mode) and put it in quotes";
  throw new ChatError(
    "channel-unavailable",
    `${tools.chat}: "${channel}" is not the id of a Discord channel; ${remedy}`,
  );
}
