import { warnRarely } from "../model/log.ts";
import type { Millis } from "../model/time.ts";
import { readChannel, updateChannel } from "../store/channels.ts";
import { settle } from "../store/outbox.ts";
import type { DeliveryChanges } from "../store/outbox-tables.ts";
import type { Db } from "../store/tables.ts";
import { channelIncident, chatIncident, clear, raise } from "./incidents.ts";
import { quietEnd } from "./order.ts";
import { queue, queueReplacement } from "./queue.ts";
import { encodePayload, payloadOf } from "./payload.ts";
import type { Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";
import type { Verdict } from "./verdict.ts";

/** A delivery that waits longer than this is worth a word to the operators. */
const PATIENCE: Millis = 30 * 60_000;

/** Records that a delivery stands in its channel, and that the channel answers again if it was paused. */
export async function done(task: Task, messageId: string, tools: DeliveryTools): Promise<void> {
  const { row, channel } = task;
  const now = tools.clock.now();
  const changes = { state: "sent", message_id: messageId, settled_at: now, reason: null } as const;
  await record(task, tools, changes, async (db) => {
    const stands = `The ${row.kind} for ${channel.id} stands in the channel.`;
    await clear(db, tools.operators, deliveryKey(row.id), stands, now);
    await resume(db, task, tools);
    if (row.kind === "post" && channel.publish && task.adapter.capabilities.publish)
      await queue(db, channel.id, "publish", { kind: row.subject_kind, id: row.subject_id }, 0, now);
  });
  tools.log.info({ delivery: row.id, kind: row.kind, channel: channel.id, messageId }, "delivered");
}

/** Records that a delivery has nothing to say any more, and why. */
export async function skip(task: Task, reason: string, tools: DeliveryTools): Promise<void> {
  const now = tools.clock.now();
  await record(task, tools, { state: "skipped", reason, settled_at: now }, async () => {});
  tools.log.info({ delivery: task.row.id, kind: task.row.kind, channel: task.channel.id, reason }, "delivery skipped");
}

/** Leaves a delivery that went through to be made once more at a moment. */
export async function postpone(task: Task, at: Millis, reason: string, tools: DeliveryTools): Promise<void> {
  // This try was answered: what may still come is the one before it.
  await record(task, tools, { state: "pending", due_at: at, reason, first_tried_at: task.row.first_tried_at });
  const { row, channel } = task;
  const until = new Date(at).toISOString();
  tools.log.info({ delivery: row.id, kind: row.kind, channel: channel.id, until, reason }, "delivery made; once more");
}

/** Carries out a verdict in one transaction: the delivery's next state, its channel's pause, and what the operators hear. */
export async function apply(task: Task, verdict: Verdict, reason: string, tools: DeliveryTools): Promise<void> {
  const { row, channel } = task;
  const next = "at" in verdict ? { next: new Date(verdict.at).toISOString() } : {};
  const fields = { delivery: row.id, kind: row.kind, channel: channel.id, reason, verdict: verdict.kind, ...next };
  // Of a channel that is paused the pause itself is told.
  if (verdict.kind === "pause") tools.log.debug(fields, "delivery not made");
  else warnRarely(tools.log, row.attempts + 1, fields, "delivery not made");
  switch (verdict.kind) {
    case "retry":
      return await record(
        task,
        tools,
        {
          state: "pending",
          due_at: verdict.at,
          absences: 0,
          vanished: verdict.vanished,
          attempts: row.attempts + 1,
          reason,
          // Of an edit, when an answer was lost: an earlier try may still be carried out late.
          first_tried_at: verdict.fresh ? null : tools.clock.now(),
        },
        (db) => tellOfWaiting(db, task, reason, tools),
      );
    case "uncertain":
      return await record(
        task,
        tools,
        {
          state: "uncertain",
          due_at: verdict.at,
          absences: verdict.absences,
          attempts: row.attempts + 1,
          reason,
        },
        (db) => tellOfWaiting(db, task, reason, tools),
      );
    case "pause":
      return await pause(task, verdict, reason, tools);
    case "hold":
      return await leaveToPerson(task, "held", reason, tools);
    case "quarantine":
      return await leaveToPerson(task, "failed", reason, tools);
    case "gone":
      return await replace(task, reason, tools);
  }
}

/** The operators hear of a delivery that goes on waiting, once; a paused channel is an incident of its own. */
async function tellOfWaiting(db: Db, { row, channel }: Task, reason: string, tools: DeliveryTools): Promise<void> {
  const now = tools.clock.now();
  // Quiet hours are no waiting.
  const begun = quietEnd(channel, row.created_at) ?? row.created_at;
  if (row.kind === "notice" || now - begun < PATIENCE) return;
  const since = new Date(begun).toISOString();
  const detail = `A ${row.kind} for ${channel.id} has waited since ${since} and is tried again by itself: ${reason}`;
  await raise(db, tools.operators, deliveryKey(row.id), detail, now);
}

/** The channel has answered: whatever paused it is over. */
async function resume(db: Db, task: Task, tools: DeliveryTools): Promise<void> {
  const { channel } = task;
  if ((await readChannel(db, channel.id))?.paused_at == null) return;
  await updateChannel(db, channel.id, { paused_at: null, pause_reason: null, hold_until: null });
  const over = `${channel.id} answers again; what waited goes out now.`;
  for (const key of [channelIncident(channel.id), chatIncident(channel.chat)])
    await clear(db, tools.operators, key, over, tools.clock.now());
}

async function pause(
  task: Task,
  verdict: Extract<Verdict, { readonly kind: "pause" }>,
  reason: string,
  tools: DeliveryTools,
): Promise<void> {
  const { row, channel } = task;
  const now = tools.clock.now();
  const changes: DeliveryChanges = verdict.stillUncertain
    ? { state: "uncertain", due_at: verdict.at, reason }
    : { state: "pending", due_at: verdict.at, first_tried_at: null, reason };
  let isNew = true;
  await record(task, tools, changes, async (db) => {
    const known = await readChannel(db, channel.id);
    isNew = known?.pause_reason !== reason;
    await updateChannel(db, channel.id, {
      paused_at: known?.paused_at ?? now,
      pause_reason: reason,
      hold_until: verdict.at,
    });
    // Refused credentials stop every channel of the chat: one incident for all of them.
    const [key, what] =
      verdict.scope === "chat" ? [chatIncident(channel.chat), channel.chat] : [channelIncident(channel.id), channel.id];
    const detail = `${what} is paused; what waits is kept and goes out by itself when it answers. ${reason}`;
    await raise(db, tools.operators, key, detail, now);
  });
  const until = new Date(verdict.at).toISOString();
  tools.log[isNew ? "warn" : "debug"]({ channel: channel.id, delivery: row.id, until, reason }, "channel paused");
}

/** Leaves the order: the channel's later posts pass, and a person decides. */
async function leaveToPerson(
  task: Task,
  state: "held" | "failed",
  reason: string,
  tools: DeliveryTools,
): Promise<void> {
  const { row, channel } = task;
  const now = tools.clock.now();
  const what = state === "held" ? "may or may not have been posted" : "was refused for good";
  const detail =
    `A ${row.kind} for ${channel.id} ${what}: ${reason} ` +
    `Settle it with: npx tradepost deliveries resolve ${row.id} --posted, --send or --drop.`;
  await record(task, tools, { state, reason, settled_at: state === "failed" ? now : null }, async (db) => {
    if (row.kind !== "notice") await raise(db, tools.operators, deliveryKey(row.id), detail, now);
    if (state === "failed") await resume(db, task, tools);
  });
}

/** The message to edit or to answer is gone: what stands by itself takes its place. */
async function replace(task: Task, reason: string, tools: DeliveryTools): Promise<void> {
  const { row, channel } = task;
  const now = tools.clock.now();
  const { asked, untied } = payloadOf(row);
  const tied = row.kind === "reply" || (row.kind === "post" && channel.threads === "process");
  if (tied && untied !== true) {
    const payload = encodePayload({ asked, untied: true });
    return await record(task, tools, { state: "pending", payload, due_at: now, first_tried_at: null, reason });
  }
  if (row.kind !== "edit") return await leaveToPerson(task, "failed", reason, tools);
  await record(task, tools, { state: "skipped", reason, settled_at: now }, async (db) => {
    await queueReplacement(db, row, now);
    await resume(db, task, tools);
  });
}

/** Settles the leased row and does what belongs to it, or neither where the lease was lost. */
async function record(
  task: Task,
  tools: DeliveryTools,
  changes: DeliveryChanges,
  also: (db: Db) => Promise<void> = async () => {},
): Promise<void> {
  await tools.store.transaction(async (db) => {
    if (await settle(db, task.row, changes)) await also(db);
    else tools.log.warn({ delivery: task.row.id }, "another worker has taken this delivery over");
  });
  tools.observe?.("settled", task.row.id);
}

function deliveryKey(id: string): string {
  return `delivery:${id}`;
}
