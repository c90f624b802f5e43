import { z } from "zod";
import { changeToUndo, queueAnnouncement, UNDO_WITHIN } from "../../delivery/announce.ts";
import { restoreItem, retractItem } from "../../delivery/overrule.ts";
import { subscribe } from "../../delivery/subscriptions.ts";
import type { Question, Reply } from "../../model/ask.ts";
import { noteUndone, readChange } from "../../store/changes.ts";
import type { ChangeRow } from "../../store/chat-tables.ts";
import { decodeSubscription, endSubscription } from "../../store/subscriptions.ts";
import type { Db } from "../../store/tables.ts";
import { deskWordsOf } from "../desk-words.ts";
import { privateReply } from "../replies.ts";
import { RequestError } from "../request-error.ts";
import type { ManageTools } from "./change.ts";
import { manageWordsOf } from "./words.ts";

/** What a pressed button of the desk's own does. Throws RequestError where it can't be done any more, or not by this person. */
export async function pressed(buttonId: string, question: Question, tools: ManageTools): Promise<Reply | undefined> {
  const words = manageWordsOf(tools.language);
  const id = changeToUndo(buttonId);
  const change = id === undefined ? undefined : await readChange(tools.db, id);
  if (change === undefined || change.channel_id !== tools.place.id) throw new RequestError(words.undoUnknown);
  if (change.by_id !== question.asker.id && !(await question.asker.mayManage()))
    throw new RequestError(deskWordsOf(tools.language).notManager);
  if (change.undone_by !== null) throw new RequestError(words.undoneAlready(change.undone_by));
  if (tools.now >= change.at + UNDO_WITHIN) throw new RequestError(words.undoTooLate);
  await undo(change, tools);
  return privateReply({ title: words.undone, language: tools.language });
}

async function undo(change: ChangeRow, tools: ManageTools): Promise<void> {
  const { asker, now, place } = tools;
  const undone = await tools.transaction(async (db) => {
    if (!(await noteUndone(db, change.id, asker.name, now))) return false;
    await goBack(db, change, tools);
    await queueAnnouncement(db, { ...change, undone_at: now, undone_by: asker.name }, now);
    return true;
  });
  if (!undone) return;
  tools.log.info({ change: change.id, kind: change.kind, channel: place.id, by: asker.id, name: asker.name }, "undone");
  tools.ring();
}

async function goBack(db: Db, change: ChangeRow, { configured, now, asker }: ManageTools): Promise<void> {
  switch (change.kind) {
    case "subscribe":
    case "unsubscribe":
      if (change.before === null) await endSubscription(db, change.channel_id, now);
      else await subscribe(db, decodeSubscription(change.before), configured, now);
      return;
    case "post":
    case "retract":
      if (change.item_id !== null) await goBackOnItem(db, change, change.item_id, asker.name, now);
      return;
  }
}

async function goBackOnItem(db: Db, change: ChangeRow, itemId: string, by: string, now: number): Promise<void> {
  const before = change.before === null ? undefined : overrideShape.parse(JSON.parse(change.before));
  if (change.kind === "post" && before?.verdict !== "retract")
    await retractItem(db, { itemId, channelId: change.channel_id, by, reason: undefined }, now);
  else await restoreItem(db, itemId, change.channel_id, before, now);
}

const overrideShape = z.object({
  item_id: z.string(),
  channel_id: z.string(),
  verdict: z.enum(["post", "retract"]),
  reason: z.string().nullable(),
  by_name: z.string(),
  at: z.number(),
});
