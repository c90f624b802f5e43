import { findDelivery } from "../store/deliveries.ts";
import { asChatError, watched } from "./calls.ts";
import { apply, done, skip } from "./settle.ts";
import type { Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";
import { afterFailedPublish, progressOf } from "./verdict.ts";

/** Passes a post that stands in its channel on to the channels that follow. */
export async function attemptPublish(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const post = await findDelivery(tools.store.db, {
    channel_id: row.channel_id,
    subject_id: row.subject_id,
    kind: "post",
  });
  const messageId = post?.state === "sent" ? post.message_id : null;
  if (post === undefined || messageId === null)
    return await skip(task, `the post to publish is ${post?.state ?? "unknown"}`, tools);
  try {
    const message = { channel: channel.channel, deliveryId: post.id, messageId };
    await watched(row.id, () => adapter.publish(message, signal), tools, signal);
  } catch (error) {
    const { failure, retryAfter, message } = asChatError(error);
    if (failure === "gone") return await skip(task, message, tools);
    const verdict = afterFailedPublish(progressOf(row), failure, retryAfter, tools.clock.now(), tools.random());
    return await apply(task, verdict, message, tools);
  }
  await done(task, messageId, tools);
}
