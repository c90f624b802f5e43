import type { Millis } from "../model/time.ts";
import { closeIncident, openIncident, openIncidents, toldIn } from "../store/incidents.ts";
import { newId } from "../store/ids.ts";
import type { Db } from "../store/tables.ts";
import { NOTICE_CLOSED, NOTICE_OPENED } from "./content.ts";
import { queue } from "./queue.ts";

/** The operators' channel. */
export interface OperatorsChannel {
  /** `chat/channel`. */
  readonly id: string;
  readonly chat: string;
  /** The channel that is told in its place while it can't be; undefined where the configuration names none. */
  readonly instead: string | undefined;
}

/** Where the operators are told; undefined where the configuration names no operators' channel. */
export type Operators = OperatorsChannel | undefined;

/** The incident of a chat that refuses the bot: none of its channels can be told anything. */
export function chatIncident(chat: string): string {
  return `chat:${chat}`;
}

/** The incident of a chat that refuses the connection by which people ask. */
export function connectionIncident(chat: string): string {
  return `connection:${chat}`;
}

/** The incident of one channel that refuses the bot. */
export function channelIncident(channelId: string): string {
  return `channel:${channelId}`;
}

/** Whether an incident is that the operators' own channel can't be told anything. */
export function isSilence(key: string, operators: Pick<OperatorsChannel, "id" | "chat">): boolean {
  return key === channelIncident(operators.id) || key === chatIncident(operators.chat);
}

/**
 * Notes that trouble has begun, and tells the operators once. True where it is new.
 * @param key what it is about, for example `feed:wto-news`
 * @param detail what happened and what to do, in full sentences, without secrets
 */
export async function raise(db: Db, operators: Operators, key: string, detail: string, now: Millis): Promise<boolean> {
  const id = newId();
  const opened = await openIncident(db, { id, key, detail, now });
  const place = opened ? await placeFor(db, operators, key) : undefined;
  if (place !== undefined) await queue(db, place, "notice", { kind: "incident", id }, NOTICE_OPENED, now);
  return opened;
}

/**
 * Notes that trouble is over, and tells it once where its beginning was told. True where there was trouble.
 * @param recovery what holds again, in a full sentence
 */
export async function clear(
  db: Db,
  operators: Operators,
  key: string,
  recovery: string,
  now: Millis,
): Promise<boolean> {
  const closed = await closeIncident(db, key, now);
  if (closed === undefined) return false;
  const place = operators === undefined ? undefined : await toldIn(db, closed.id);
  if (place !== undefined)
    await queue(db, place, "notice", { kind: "incident", id: closed.id }, NOTICE_CLOSED, now, recovery);
  return true;
}

/** Where an incident is told: in the operators' channel, or instead of it while that one can't be told. */
async function placeFor(db: Db, operators: Operators, key: string): Promise<string | undefined> {
  if (operators === undefined) return undefined;
  const { id, instead } = operators;
  if (instead === undefined) return key === channelIncident(id) ? undefined : id;
  const open = await openIncidents(db);
  return open.some((incident) => isSilence(incident.key, operators)) ? instead : id;
}
