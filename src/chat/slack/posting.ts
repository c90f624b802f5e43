import type { webApi } from "@slack/bolt";
import type { Post } from "../../model/post.ts";
import type { Delivery, Receipt, SentMessage } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { asChatError } from "./errors.ts";
import { markOf } from "./mark.ts";
import { render, type SlackMessage } from "./render.ts";

/** Posts once, with the delivery's mark in the message's metadata. One request; throws ChatError. */
export async function postMessage(client: webApi.WebClient, post: Post, delivery: Delivery): Promise<Receipt> {
  const { channel, id, replyTo } = delivery;
  const action = `post to ${channel}`;
  try {
    const answer = await client.chat.postMessage({
      ...payload(post),
      channel,
      ...(replyTo === undefined ? {} : { thread_ts: replyTo }),
      metadata: markOf(id),
      unfurl_links: false,
      unfurl_media: false,
      mrkdwn: false,
    });
    if (answer.ts !== undefined) return { messageId: answer.ts };
  } catch (error) {
    throw asChatError(error, { action, channel });
  }
  throw new ChatError("ambiguous", `can't ${action}: Slack's answer names no message`);
}

/** Brings a message to the state of `post` and keeps its mark. Throws ChatError. */
export async function updateMessage(client: webApi.WebClient, post: Post, message: SentMessage): Promise<void> {
  const { channel, messageId, deliveryId } = message;
  try {
    await client.chat.update({ ...payload(post), channel, ts: messageId, metadata: markOf(deliveryId) });
  } catch (error) {
    throw asChatError(error, { action: `edit message ${messageId} in ${channel}`, channel });
  }
}

/** Takes a message away. Throws ChatError. */
export async function deleteMessage(client: webApi.WebClient, { channel, messageId }: SentMessage): Promise<void> {
  try {
    await client.chat.delete({ channel, ts: messageId });
  } catch (error) {
    throw asChatError(error, { action: `delete message ${messageId} in ${channel}`, channel });
  }
}

/** `chat.update` falls back to guessing names and links unless it is told each time not to. */
function payload(post: Post): {
  text: string;
  blocks: SlackMessage["blocks"][number][];
  parse: "none";
  link_names: false;
} {
  const { text, blocks } = render(post);
  return { text, blocks: [...blocks], parse: "none", link_names: false };
}
