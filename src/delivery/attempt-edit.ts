import { findDelivery, markShown } from "../store/deliveries.ts";
import { settle } from "../store/outbox.ts";
import { asChatError, watched } from "./calls.ts";
import { compose } from "./said.ts";
import { apply, done, postpone, skip } from "./settle.ts";
import type { Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";
import { afterFailedEdit, confirmAt, progressOf } from "./verdict.ts";

/** Brings what stands in the channel to the latest wording. */
export async function attemptEdit(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const post = await findDelivery(tools.store.db, {
    channel_id: row.channel_id,
    subject_id: row.subject_id,
    kind: row.subject_kind === "change" ? "announcement" : "post",
  });
  if (post?.state !== "sent") return await skip(task, `the post to edit is ${post?.state ?? "unknown"}`, tools);
  if (post.message_id === null) return await apply(task, { kind: "gone" }, "the message's id is not known", tools);
  if (!adapter.capabilities.edit) return await apply(task, { kind: "gone" }, "this platform can't edit", tools);
  const content = await compose(task, tools, post);
  if (content === undefined) return;
  const lostAt = row.first_tried_at ?? undefined;
  if (lostAt === undefined && (post.shown_revision ?? 0) >= content.revision)
    return await skip(task, "the post already shows this wording", tools);
  // Stored before it leaves: should the process die, this edit may still be carried out over a newer wording.
  const kept = { lease_until: row.lease_until, first_tried_at: tools.clock.now() };
  if (!(await settle(tools.store.db, row, kept))) return;
  try {
    const message = { channel: channel.channel, deliveryId: post.id, messageId: post.message_id };
    await watched(row.id, () => adapter.edit(content.post, message, signal), tools, signal);
  } catch (error) {
    const { failure, retryAfter, message } = asChatError(error);
    const verdict = afterFailedEdit(progressOf(row), failure, retryAfter, tools.clock.now(), tools.random());
    return await apply(task, verdict, message, tools);
  }
  await markShown(tools.store.db, post.id, content.revision);
  const again = confirmAt(lostAt, tools.clock.now());
  if (again === undefined) await done(task, post.message_id, tools);
  else await postpone(task, again, "made once more, since an earlier try may still be carried out", tools);
}
