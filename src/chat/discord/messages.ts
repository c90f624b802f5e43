import type { RESTPatchAPIChannelMessageJSONBody, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Post } from "../../model/post.ts";
import type { Delivery, Receipt, SentMessage } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import type { Api } from "./api.ts";
import { renderMessage } from "./render.ts";
import { isSnowflake } from "./snowflake.ts";
import { sentAnswer } from "./wire.ts";

/** What posting and correcting need. */
export interface MessageTools {
  readonly api: Api;
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
  const answer = await tools.api.call(
    {
      method: "POST",
      route: `/channels/${channel}/messages`,
      body: createBody(post, delivery),
      answer: sentAnswer,
      doing: `${tools.chat}: posting to channel ${channel}`,
    },
    signal,
  );
  return { messageId: answer.id };
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
  await tools.api.call(
    {
      method: "PATCH",
      route: `/channels/${channel}/messages/${message.messageId}`,
      body: renderMessage(post, message.deliveryId) satisfies RESTPatchAPIChannelMessageJSONBody,
      answer: sentAnswer,
      doing,
    },
    signal,
  );
}

/** The body that posts a delivery. A message that was to be answered may be gone by now: the post is made all the same. */
export function createBody(post: Post, delivery: Delivery): RESTPostAPIChannelMessageJSONBody {
  return {
    ...renderMessage(post, delivery.id),
    nonce: delivery.id,
    enforce_nonce: true,
    ...(delivery.replyTo === undefined
      ? {}
      : { message_reference: { message_id: delivery.replyTo, fail_if_not_exists: false } }),
  };
}

function channelId(channel: string, tools: MessageTools): string {
  if (isSnowflake(channel)) return channel;
  const remedy = "copy the channel's id in Discord (Developer Mode) and put it in quotes";
  throw new ChatError(
    "channel-unavailable",
    `${tools.chat}: "${channel}" is not the id of a Discord channel; ${remedy}`,
  );
}
