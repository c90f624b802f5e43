import type { Capabilities, Found } from "../chat/adapter.ts";
import type { Millis } from "../model/time.ts";
import { settle } from "../store/outbox.ts";
import type { DeliveryChanges, DeliveryRow } from "../store/outbox-tables.ts";
import { saveTold } from "../store/told.ts";
import { attemptEdit } from "./attempt-edit.ts";
import { attemptPublish } from "./attempt-publish.ts";
import { UNSUBSCRIBED } from "./channel.ts";
import { asChatError, limited, watched } from "./calls.ts";
import { encodePayload, payloadOf } from "./payload.ts";
import type { Said } from "./content.ts";
import { compose, readable } from "./said.ts";
import { apply, done, skip } from "./settle.ts";
import type { Task } from "./task.ts";
import { tieOf } from "./threads.ts";
import type { DeliveryTools } from "./tools.ts";
import { afterAsking, afterFailedAsking, afterFailedSend, nextStep, progressOf } from "./verdict.ts";

/** Nothing is deduped, and nothing searched for, further back than this. */
const LONG_AGO: Millis = 24 * 60 * 60_000;

/** Takes one leased delivery a step further and records what became of it. Never throws for a failure of the chat. */
export async function attempt(leased: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  await tools.briefing?.(leased, tools.store.db, signal);
  // The program ends: nothing was begun, and the delivery is free again with the next start.
  if (signal.aborted) return;
  const call = limited(signal);
  const task = { ...leased, row: await dated(leased.row, tools) };
  if (task.row.kind === "edit") return await attemptEdit(task, tools, call);
  if (task.row.kind === "publish") return await attemptPublish(task, tools, call);
  switch (nextStep(progressOf(task.row), await capabilitiesHere(task, call), tools.clock.now())) {
    case "send":
      return await attemptSend(task, tools, call);
    case "ask":
      return await attemptAsking(task, tools, call);
    case "hold":
      return await apply(task, { kind: "hold" }, "the answer was lost and this platform can't be asked", tools);
  }
}

/** What the adapter can do in this channel. Where that can't be learnt now, nothing is taken for granted. */
async function capabilitiesHere({ row, channel, adapter }: Task, signal: AbortSignal): Promise<Capabilities> {
  if (row.state === "pending" || adapter.dedupes === undefined) return adapter.capabilities;
  const dedupes = await adapter.dedupes(channel.channel, signal).catch(() => false);
  return dedupes ? adapter.capabilities : { ...adapter.capabilities, dedupeWindow: 0 };
}

async function attemptSend(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const fresh = row.state === "pending";
  const wanted = await readable(task, tools, async () => !fresh || isWanted(task));
  if (wanted === undefined) return;
  if (!wanted) return await skip(task, UNSUBSCRIBED, tools);
  const content = await compose(task, tools, fresh ? undefined : row);
  if (content === undefined) return;
  const tie = await readable(task, tools, () => tiedTo(task, tools));
  if (tie === undefined) return;
  if (!(await begin(task, content, tie, tools))) return;
  let messageId: string;
  try {
    const silent = channel.silent && adapter.capabilities.silent;
    const delivery = { channel: channel.channel, id: row.id, ...tie, ...(silent && { silent }) };
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

/** Stores, before the call leaves, that it does and what it tells. False where another worker has taken the delivery over. */
async function begin({ row }: Task, content: Said, tie: Tie, tools: DeliveryTools): Promise<boolean> {
  const fresh = row.state === "pending";
  const now = tools.clock.now();
  const changes: DeliveryChanges = {
    state: "sending",
    attempts: row.attempts + 1,
    last_tried_at: now,
    lease_until: row.lease_until,
    // What may already stand in the channel is the wording of the first try.
    ...(fresh ? { first_tried_at: now, shown_revision: content.revision, absences: 0 } : {}),
    ...(tie.replyTo === undefined ? {} : { payload: encodePayload({ ...payloadOf(row), ...tie }) }),
  };
  return await tools.store.transaction(async (db) => {
    const kept = await settle(db, row, changes);
    if (kept && fresh && content.items !== undefined) await saveTold(db, row.id, content.items);
    return kept;
  });
}

async function attemptAsking(task: Task, tools: DeliveryTools, signal: AbortSignal): Promise<void> {
  const { row, channel, adapter } = task;
  const since = row.first_tried_at ?? row.created_at;
  const tie = await readable(task, tools, () => tiedTo(task, tools));
  if (tie === undefined) return;
  let found: Found;
  try {
    const search = { channel: channel.channel, deliveryId: row.id, ...tie, since };
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

interface Tie {
  readonly replyTo: string | undefined;
}

/** The message that a delivery is tied to. Each repeat and each search goes to where the first try went. */
async function tiedTo(task: Task, tools: DeliveryTools): Promise<Tie> {
  const { row } = task;
  const first = row.state === "pending" ? undefined : payloadOf(row).replyTo;
  if (first !== undefined) return { replyTo: first };
  return { replyTo: row.state === "pending" || row.kind === "reply" ? await tieOf(task, tools) : undefined };
}

/** Whether news still goes to the channel, where the delivery is news and nobody asked for it. */
function isWanted({ row, channel }: Task): boolean {
  const isNews = row.kind === "post" || row.kind === "welcome";
  return channel.news || !isNews || row.subject_kind === "channel" || payloadOf(row).asked === true;
}

/**
 * The delivery, where its first try lies ahead with a date that nothing relies on: it was stored under a clock that was
 * ahead, and how long ago that was nobody knows.
 */
async function dated(row: DeliveryRow, { store, clock }: DeliveryTools): Promise<DeliveryRow> {
  const now = clock.now();
  if (row.first_tried_at === null || row.first_tried_at <= now) return row;
  const changes = { first_tried_at: row.kind === "edit" ? now : now - LONG_AGO, last_tried_at: now };
  await settle(store.db, row, { ...changes, lease_until: row.lease_until });
  return { ...row, ...changes };
}
