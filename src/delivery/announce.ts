import type { Millis } from "../model/time.ts";
import type { ChangeRow } from "../store/chat-tables.ts";
import type { Db } from "../store/tables.ts";
import { queue } from "./queue.ts";

/** For so long a change can be undone by the button of its announcement. */
export const UNDO_WITHIN: Millis = 60 * 60_000;

/** The id of the button that undoes a change. */
export function undoId(changeId: string): string {
  return `${UNDO}${changeId}`;
}

/** The change that a button undoes; undefined for other buttons. */
export function changeToUndo(buttonId: string): string | undefined {
  return buttonId.startsWith(UNDO) ? buttonId.slice(UNDO.length) : undefined;
}

const UNDO = "undo:";

/** The states of an announcement, each shown in place of the one before. */
export const CAN_BE_UNDONE = 0;
export const STANDS = 1;
export const UNDONE = 2;

/**
 * Queues the announcement of a change in its channel, with a button that undoes it for an hour, or, where the change was
 * undone, the edit that says so. Inside the caller's transaction, in which the change is stored already.
 */
export async function queueAnnouncement(db: Db, change: ChangeRow, now: Millis): Promise<void> {
  const subject = { kind: "change", id: change.id } as const;
  if (change.undone_at !== null) {
    await queue(db, change.channel_id, "edit", subject, UNDONE, now);
    return;
  }
  await queue(db, change.channel_id, "announcement", subject, CAN_BE_UNDONE, now);
  await queue(db, change.channel_id, "edit", subject, STANDS, now, null, change.at + UNDO_WITHIN);
}

/** What the announcement of a change says at a moment. */
export function announcedState({ undone_at, at }: ChangeRow, now: Millis): number {
  if (undone_at !== null) return UNDONE;
  return now < at + UNDO_WITHIN ? CAN_BE_UNDONE : STANDS;
}
