import type { Found } from "../chat/adapter.ts";
import { ChatError } from "../chat/errors.ts";
import type { Millis } from "../model/time.ts";
import { StoredDataError } from "../store/analysis.ts";
import { findDelivery, markShown, postsShowing } from "../store/deliveries.ts";
import { settle } from "../store/outbox.ts";
import type { DeliveryRow } from "../store/tables.ts";
import { contentOf, type Said } from "./content.ts";
import { apply, done, postpone, skip } from "./settle.ts";
import { UNTIED, type Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";
import {
  afterAsking,
  afterFailedAsking,
  afterFailedEdit,
  afterFailedSend,
  confirmAt,
  nextStep,
  type Progress,
} from "./verdict.ts";

/** The longest that one call to a platform may take: well below the lease. */
const CALL_LIMIT: Millis = 20_000;
/** How long an adapter has to end a call after its signal. */
const GRACE_AFTER_ABORT: Millis = 1_000;

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
  let messageId: string;
  try {
    const delivery = { channel: channel.channel, id: row.id, replyTo };
    messageId = (await watched(row.id, () => adapter.send(content.post, delivery, signal), tools, signal)).messageId;
  } catch (error) {
    const failure = asChatError(error);
    const verdict = afterFailedSend(
      progressOf(row),
      failure.failure,
      failure.retryAfter,
      tools.clock.now(),
      tools.random(),
    );
    return await apply(task, verdict, failure.message, tools);
  }
  await done(task, messageId, tools);
}

async function attemptAsking(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const replyTo = row.kind === "reply" ? await repliedTo(task, tools) : undefined;
  const since = row.first_tried_at ?? row.created_at;
  let found: Found;
  try {
    const search = { channel: channel.channel, deliveryId: row.id, replyTo, since };
    found = await watched(row.id, () => adapter.find(search, signal), tools, signal);
  } catch (error) {
    const { failure, retryAfter, message } = asChatError(error);
    const verdict = afterFailedAsking(progressOf(row), failure, retryAfter, tools.clock.now(), tools.random());
    return await apply(task, verdict, message, tools);
  }
  if (found.state === "posted") return await done(task, found.messageId, tools);
  const reason = found.state === "unknown" ? found.reason : "the platform says that it was not posted";
  await apply(task, afterAsking(progressOf(row), found, tools.clock.now()), reason, tools);
}

async function attemptEdit(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const post = await findDelivery(tools.store.db, {
    channel_id: row.channel_id,
    subject_id: row.subject_id,
    kind: "post",
  });
  if (post?.state !== "sent") return await skip(task, `the post to edit is ${post?.state ?? "unknown"}`, tools);
  if (post.message_id === null) return await apply(task, { kind: "gone" }, "the message's id is not known", tools);
  if (!adapter.capabilities.edit) return await apply(task, { kind: "gone" }, "this platform can't edit", tools);
  const content = await compose(task, tools, post.first_tried_at ?? post.created_at);
  if (content === undefined) return;
  const lostAt = row.first_tried_at ?? undefined;
  if (lostAt === undefined && (post.shown_revision ?? 0) >= content.revision)
    return await skip(task, "the post already shows this wording", tools);
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

/** What is to be said now; undefined where the delivery was settled instead, because nothing can or need be said. */
async function compose(task: Task, tools: DeliveryTools, since: Millis | undefined): Promise<Said | undefined> {
  try {
    const content = await contentOf(tools.store.db, task.row, task.channel, tools.wording, since);
    if (!("skip" in content)) return content;
    await skip(task, content.skip, tools);
  } catch (error) {
    // A database that fails may work again; what is stored wrongly stays so, and the channel goes on without it.
    if (!(error instanceof StoredDataError)) throw error;
    await apply(task, { kind: "quarantine" }, error.message, tools);
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

/** A call whose beginning and answer can be observed. */
async function watched<T>(id: string, call: () => Promise<T>, tools: DeliveryTools, signal: AbortSignal): Promise<T> {
  tools.observe?.("begun", id);
  const answer = await inTime(call(), signal);
  tools.observe?.("answered", id);
  return answer;
}

/** The call, or `ambiguous` when its time is over: an adapter that does not end on its signal must not stop the others. */
async function inTime<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(new ChatError("ambiguous", "the call took too long", { cause: signal.reason }));
  // The adapter reports its own end first, which may know better what happened.
  const wait = (): void => void setTimeout(end, GRACE_AFTER_ABORT).unref();
  signal.addEventListener("abort", wait, { once: true });
  try {
    return await Promise.race([call, late]);
  } finally {
    signal.removeEventListener("abort", wait);
    // Nobody may be left to hear how the call ends.
    call.catch(() => {});
    late.catch(() => {});
  }
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
    vanished: row.vanished,
  };
}
