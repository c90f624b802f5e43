import { ChatError } from "../chat/errors.ts";
import type { Millis } from "../model/time.ts";
import { findDelivery, markShown, postsShowing } from "../store/deliveries.ts";
import { settle } from "../store/outbox.ts";
import type { DeliveryRow } from "../store/tables.ts";
import { contentOf, type Said } from "./content.ts";
import { apply, done, skip } from "./settle.ts";
import { UNTIED, type Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";
import {
  afterAsking,
  afterFailedAsking,
  afterFailedEdit,
  afterFailedSend,
  nextStep,
  type Progress,
} from "./verdict.ts";

/** The longest that one call to a platform may take: well below the lease. */
const CALL_LIMIT: Millis = 20_000;

/** Takes one leased delivery a step further and records what became of it. Never throws for a failure of the chat. */
export async function attempt(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(CALL_LIMIT)]);
  if (task.row.kind === "edit") return await attemptEdit(task, tools, limited);
  switch (nextStep(progressOf(task.row), task.adapter.capabilities, tools.clock.now())) {
    case "send":
      return await attemptSend(task, tools, limited);
    case "ask":
      return await attemptAsking(task, tools, limited);
    case "hold":
      return await apply(task, { kind: "hold" }, "the answer was lost and this platform can't be asked", tools);
  }
}

async function attemptSend(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const content = await compose(task, tools, undefined);
  if (content === undefined) return;
  const replyTo = row.kind === "reply" ? await repliedTo(task, tools) : undefined;
  const now = tools.clock.now();
  const fresh = row.state === "pending";
  const kept = await settle(tools.store.db, row, {
    state: "sending",
    attempts: row.attempts + 1,
    last_tried_at: now,
    lease_until: row.lease_until,
    // What may already stand in the channel is the wording of the first try.
    ...(fresh ? { first_tried_at: now, shown_revision: content.revision, absences: 0 } : {}),
  });
  if (!kept) return;
  try {
    const receipt = await adapter.send(content.post, { channel: channel.channel, id: row.id, replyTo }, signal);
    await done(task, receipt.messageId, tools);
  } catch (error) {
    const failure = asChatError(error);
    const verdict = afterFailedSend(
      progressOf(row),
      failure.failure,
      failure.retryAfter,
      tools.clock.now(),
      tools.random(),
    );
    await apply(task, verdict, failure.message, tools);
  }
}

async function attemptAsking(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const replyTo = row.kind === "reply" ? await repliedTo(task, tools) : undefined;
  const since = row.first_tried_at ?? row.created_at;
  try {
    const found = await adapter.find({ channel: channel.channel, deliveryId: row.id, replyTo, since }, signal);
    if (found.state === "posted") return await done(task, found.messageId, tools);
    const reason = found.state === "unknown" ? found.reason : "the platform says that it was not posted";
    await apply(task, afterAsking(progressOf(row), found, tools.clock.now()), reason, tools);
  } catch (error) {
    const failure = asChatError(error);
    const progress = progressOf(row);
    const verdict = afterFailedAsking(progress, failure.failure, failure.retryAfter, tools.clock.now(), tools.random());
    await apply(task, verdict, failure.message, tools);
  }
}

async function attemptEdit(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const subject = { channel_id: row.channel_id, subject_id: row.subject_id };
  const post = await findDelivery(tools.store.db, { ...subject, kind: "post" });
  if (post?.state !== "sent" || post.message_id === null)
    return await skip(task, `the post to edit is ${post?.state ?? "unknown"}`, tools);
  const content = await compose(task, tools, post.first_tried_at ?? post.created_at);
  if (content === undefined) return;
  if ((post.shown_revision ?? 0) >= content.revision)
    return await skip(task, "the post already shows this wording", tools);
  if (!adapter.capabilities.edit) return await apply(task, { kind: "gone" }, "this platform can't edit", tools);
  try {
    const message = { channel: channel.channel, deliveryId: post.id, messageId: post.message_id };
    await adapter.edit(content.post, message, signal);
    await markShown(tools.store.db, post.id, content.revision);
    await done(task, post.message_id, tools);
  } catch (error) {
    const failure = asChatError(error);
    const verdict = afterFailedEdit(
      progressOf(row),
      failure.failure,
      failure.retryAfter,
      tools.clock.now(),
      tools.random(),
    );
    await apply(task, verdict, failure.message, tools);
  }
}

/** What is to be said now; undefined where the delivery was settled instead, because nothing can or need be said. */
async function compose(task: Task, tools: DeliveryTools, since: Millis | undefined): Promise<Said | undefined> {
  try {
    const content = await contentOf(tools.store.db, task.row, task.channel, tools.wording, since);
    if (!("skip" in content)) return content;
    await skip(task, content.skip, tools);
  } catch (error) {
    // Such as a stored analysis that can't be read: this one is set aside, and the channel goes on.
    tools.log.error({ delivery: task.row.id, error }, "post can't be made");
    await apply(task, { kind: "quarantine" }, error instanceof Error ? error.message : String(error), tools);
  }
  return undefined;
}

/** The message that a short reply belongs to; undefined where it is gone or the platform ties no replies. */
async function repliedTo(task: Task, tools: DeliveryTools): Promise<string | undefined> {
  if (!task.adapter.capabilities.reply || task.row.payload === UNTIED) return undefined;
  const posts = await postsShowing(tools.store.db, task.row.subject_id);
  const post = posts.find((candidate) => candidate.channel_id === task.row.channel_id && candidate.state === "sent");
  return post?.message_id ?? undefined;
}

/** Anything but a ChatError from an adapter is its fault, and what it did is unknown. */
function asChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  return new ChatError(
    "ambiguous",
    `the adapter failed unexpectedly: ${error instanceof Error ? error.message : String(error)}`,
    {
      cause: error,
    },
  );
}

function progressOf(row: DeliveryRow): Progress {
  return {
    state: row.state,
    attempts: row.attempts,
    firstTriedAt: row.first_tried_at ?? undefined,
    lastTriedAt: row.last_tried_at ?? undefined,
    absences: row.absences,
  };
}
