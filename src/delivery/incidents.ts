import type { Millis } from "../model/time.ts";
import { closeIncident, openIncident } from "../store/incidents.ts";
import { newId } from "../store/ids.ts";
import type { Db } from "../store/tables.ts";
import { NOTICE_CLOSED, NOTICE_OPENED } from "./content.ts";
import { queue } from "./queue.ts";

/** Where the operators are told; undefined where the configuration names no operators' channel. */
export type Operators = string | undefined;

/**
 * Notes that trouble has begun, and tells the operators once. True where it is new.
 * @param key what it is about, for example `feed:wto-news`
 * @param detail what happened and what to do, in full sentences, without secrets
 */
export async function raise(db: Db, operators: Operators, key: string, detail: string, now: Millis): Promise<boolean> {
  const id = newId();
  const opened = await openIncident(db, { id, key, detail, now });
  if (opened && operators !== undefined && key !== `channel:${operators}`)
    await queue(db, operators, "notice", { kind: "incident", id }, NOTICE_OPENED, now);
  return opened;
}

/**
 * Notes that trouble is over, and tells the operators once. True where there was trouble.
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
  if (operators !== undefined && key !== `channel:${operators}`)
    await queue(db, operators, "notice", { kind: "incident", id: closed.id }, NOTICE_CLOSED, now, recovery);
  return true;
}
