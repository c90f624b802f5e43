import { queueAnnouncement, undoId } from "../../delivery/announce.ts";
import { changeWordsOf } from "../../delivery/change-words.ts";
import type { Channel } from "../../delivery/channel.ts";
import type { Configured } from "../../delivery/subscriptions.ts";
import type { Asker, OfferedCommand, Reply } from "../../model/ask.ts";
import type { Log } from "../../model/log.ts";
import { noteChange } from "../../store/changes.ts";
import type { ChangeKind, ChangeRow } from "../../store/chat-tables.ts";
import { newId } from "../../store/ids.ts";
import type { Db } from "../../store/tables.ts";
import type { AskTools } from "../command.ts";
import { privateReply } from "../replies.ts";
import { RequestError } from "../request-error.ts";
import { manageWordsOf } from "./words.ts";

/** What changing anything needs, whoever asks. */
export interface Management {
  /** Keeps all of some work, or nothing. */
  readonly transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly configured: Configured;
  /** What keeps the bot from reading or posting in a channel, each with its remedy; nothing where it can. */
  readonly trouble: (chat: string, channel: string, signal: AbortSignal) => Promise<readonly string[]>;
  /** Wakes the deliveries. */
  readonly ring: () => void;
  /** The bot was removed from a workspace. */
  readonly removed: (chat: string, workspace: string) => Promise<void>;
}

/** Where something is changed. */
export interface Place {
  /** `chat/channel`. */
  readonly id: string;
  readonly chat: string;
  readonly channel: string;
  readonly workspace: string | undefined;
}

/** What one change needs. */
export interface ManageTools extends AskTools, Omit<Management, "removed"> {
  /** The platform's id of the request. */
  readonly question: string;
  readonly asker: Asker;
  readonly place: Place;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** A command for those who may manage a channel. Undefined where this request has made its change already. */
export interface ManageCommand extends OfferedCommand {
  readonly audience: "managers";
  run(values: Readonly<Record<string, string>>, tools: ManageTools): Promise<Reply | undefined>;
}

/** What is changed, and what it was. */
export interface Change {
  readonly kind: ChangeKind;
  /** JSON; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
  readonly itemId: string | null;
  readonly reason: string | null;
}

/**
 * Makes a change in one transaction with its note and its announcement in the channel. What `effect` throws leaves
 * everything as it was. Undefined where this request has made it already.
 */
export async function makeChange<T>(
  change: Change,
  effect: (db: Db) => Promise<T>,
  tools: ManageTools,
): Promise<{ readonly change: ChangeRow; readonly result: T } | undefined> {
  const { place, asker, now } = tools;
  const row: ChangeRow = {
    id: newId(),
    question: tools.question,
    channel_id: place.id,
    kind: change.kind,
    by_id: asker.id,
    by_name: asker.name,
    at: now,
    before: change.before,
    after: change.after,
    item_id: change.itemId,
    reason: change.reason,
    undone_at: null,
    undone_by: null,
  };
  const made = await tools.transaction(async (db) => {
    if (!(await noteChange(db, row))) return undefined;
    const result = await effect(db);
    await queueAnnouncement(db, row, now);
    return { change: row, result };
  });
  if (made === undefined) return undefined;
  const { kind, item_id: item, reason } = row;
  tools.log.info({ change: row.id, kind, channel: place.id, by: asker.id, name: asker.name, item, reason }, "changed");
  tools.ring();
  return made;
}

/** The private reply to a change, with the button that undoes it. */
export function changedReply(title: string, change: ChangeRow, { language }: AskTools): Reply {
  const buttons = [{ id: undoId(change.id), label: changeWordsOf(language).undo }];
  return privateReply({ title, language }, { buttons });
}

/** The channel as it gets news now. Throws RequestError where it gets none. */
export function subscribedHere({ channels, place, language }: ManageTools): Channel {
  const channel = channels.find((one) => one.id === place.id);
  if (channel === undefined) throw new RequestError(manageWordsOf(language).subscribeFirst);
  return channel;
}
