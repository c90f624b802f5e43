import { readChannel, updateChannel } from "../store/channels.ts";
import { settle } from "../store/outbox.ts";
import type { Db, DeliveryChanges } from "../store/tables.ts";
import { clear, raise } from "./incidents.ts";
import { queueReplacement } from "./queue.ts";
import { UNTIED, type Task } from "./task.ts";
import type { DeliveryTools } from "./tools.ts";
import type { Verdict } from "./verdict.ts";

/** Records that a delivery stands in its channel, and that the channel answers again if it was paused. */
export async function done(task: Task, messageId: string, tools: DeliveryTools): Promise<void> {
  const { row, channel } = task;
  const now = tools.clock.now();
  const changes = { state: "sent", message_id: messageId, settled_at: now, reason: null } as const;
  await record(task, tools, changes, async (db) => {
    await clear(
      db,
      tools.operators,
      deliveryKey(row.id),
      `The ${row.kind} for ${channel.id} stands in the channel.`,
      now,
    );
    if ((await readChannel(db, channel.id))?.paused_at == null) return;
    await updateChannel(db, channel.id, { paused_at: null, pause_reason: null, hold_until: null });
    await clear(
      db,
      tools.operators,
      `channel:${channel.id}`,
      `${channel.id} answers again; what waited goes out now.`,
      now,
    );
  });
  tools.log.info({ delivery: row.id, kind: row.kind, channel: channel.id, message: messageId }, "delivered");
}

/** Records that a delivery has nothing to say any more, and why. */
export async function skip(task: Task, reason: string, tools: DeliveryTools): Promise<void> {
  const now = tools.clock.now();
  await record(task, tools, { state: "skipped", reason, settled_at: now }, async () => {});
  tools.log.info({ delivery: task.row.id, kind: task.row.kind, channel: task.channel.id, reason }, "delivery skipped");
}

/** Carries out a verdict in one transaction: the delivery's next state, its channel's pause, and what the operators hear. */
export async function apply(task: Task, verdict: Verdict, reason: string, tools: DeliveryTools): Promise<void> {
  const { row, channel } = task;
  const fields = { delivery: row.id, kind: row.kind, channel: channel.id, reason };
  tools.log.warn({ ...fields, verdict: verdict.kind }, "delivery not made");
  switch (verdict.kind) {
    case "retry":
      return await record(task, tools, {
        state: "pending",
        due_at: verdict.at,
        absences: verdict.absences,
        attempts: row.attempts + 1,
        reason,
        ...(verdict.fresh ? { first_tried_at: null } : {}),
      });
    case "uncertain":
      return await record(task, tools, {
        state: "uncertain",
        due_at: verdict.at,
        absences: verdict.absences,
        attempts: row.attempts + 1,
        reason,
      });
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
  await record(task, tools, changes, async (db) => {
    const known = await readChannel(db, channel.id);
    await updateChannel(db, channel.id, {
      paused_at: known?.paused_at ?? now,
      pause_reason: reason,
      hold_until: verdict.at,
    });
    // Refused credentials stop every channel of the chat: one incident for all of them.
    const [key, what] = verdict.scope === "chat" ? [chatKey(task), channel.chat] : [channelKey(task), channel.id];
    const detail = `${what} is paused; what waits is kept and goes out by itself when it answers. ${reason}`;
    await raise(db, tools.operators, key, detail, now);
  });
  tools.log.warn(
    { channel: channel.id, delivery: row.id, until: new Date(verdict.at).toISOString() },
    "channel paused",
  );
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
  });
}

/** The message to edit or to answer is gone: a correction that stands by itself takes its place. */
async function replace(task: Task, reason: string, tools: DeliveryTools): Promise<void> {
  const { row } = task;
  const now = tools.clock.now();
  if (row.kind === "reply" && row.payload !== UNTIED)
    return await record(task, tools, { state: "pending", payload: UNTIED, due_at: now, first_tried_at: null, reason });
  if (row.kind !== "edit") return await leaveToPerson(task, "failed", reason, tools);
  await record(task, tools, { state: "skipped", reason, settled_at: now }, async (db) => {
    await queueReplacement(db, row, now);
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
}

function channelKey({ channel }: Task): string {
  return `channel:${channel.id}`;
}

function chatKey({ channel }: Task): string {
  return `chat:${channel.chat}`;
}

function deliveryKey(id: string): string {
  return `delivery:${id}`;
}
