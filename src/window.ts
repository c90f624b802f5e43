import { raise, type Operators } from "./delivery/incidents.ts";
import { showAnew } from "./delivery/overrule.ts";
import type { Taken } from "./intake.ts";
import { Temporal, type Day, type Millis } from "./model/time.ts";
import { postsShowing } from "./store/deliveries.ts";
import {
  listMissedOnce,
  listUnseen,
  LOOKS_WITHOUT,
  noteMissing,
  noteReturned,
  withdrawnSince,
} from "./store/missing.ts";
import type { Db } from "./store/tables.ts";

/** A feed shows the newest few items. What one look at this window tells besides its items. */
export interface Window {
  readonly feed: string;
  /** What the document showed; undefined where the feed said that nothing has changed. */
  readonly taken: readonly Taken[] | undefined;
  /** The newest day that the feed had shown before; undefined at the first look. */
  readonly newestBefore: Day | undefined;
}

/**
 * Marks in place what is no longer in the feed though older items are, and takes the mark away from what is back. Two
 * looks in a row must agree; one that says "not changed" agrees with the one before it.
 */
export async function noteWithdrawn(db: Db, { feed, taken }: Window, now: Millis): Promise<void> {
  if (taken === undefined) {
    for (const one of await listMissedOnce(db, feed)) await noteMiss(db, one, now);
    return;
  }
  for (const { itemId, language, before } of taken) {
    const version = before?.versions.find((one) => one.language === language && one.feed === feed);
    if (version === undefined || version.missing_looks === 0) continue;
    await noteReturned(db, itemId, language);
    if (withdrawnSince(version) !== undefined) await showAnew(db, await postsShowing(db, itemId), now);
  }
  const days = daysOf(taken, feed);
  const [oldest] = days;
  if (oldest === undefined) return;
  for (const one of await listUnseen(db, feed, oldest, now))
    if (one.published !== null && hasOlder(days, one.published)) await noteMiss(db, one, now);
}

async function noteMiss(db: Db, one: Parameters<typeof noteMissing>[1], now: Millis): Promise<void> {
  await noteMissing(db, one, now);
  if (one.missing_looks + 1 === LOOKS_WITHOUT) await showAnew(db, await postsShowing(db, one.item_id), now);
}

/** An item that stands in the feed for good says nothing of what has left behind it. */
const NEIGHBOURS = 45;

function hasOlder(days: readonly Day[], day: Day): boolean {
  const from = Temporal.PlainDate.from(day).subtract({ days: NEIGHBOURS }).toString();
  return days.some((other) => from <= other && other < day);
}

/** The days of what stands in the document, the oldest first. */
function daysOf(taken: readonly Taken[], feed: string): readonly Day[] {
  const versions = taken.flatMap(({ after }) => after.versions.filter((version) => version.feed === feed));
  return [...new Set(versions.flatMap(({ published }) => published ?? []))].sort();
}

/** The incidents of gaps begin so; what follows is the feed and the last day before the gap. */
export const GAP = "gap:";

/**
 * Tells the operators where a look knows none of the items: what came and went since the last one was never seen.
 * Settled by importing what was missed, or by a person who says that there is nothing.
 */
export async function noteGap(
  db: Db,
  { feed, taken = [], newestBefore }: Window,
  operators: Operators,
  now: Millis,
): Promise<void> {
  if (newestBefore === undefined || taken.length === 0 || taken.some(({ change }) => change !== "new")) return;
  const [oldest] = daysOf(taken, feed);
  if (oldest === undefined || oldest < newestBefore) return;
  const detail =
    `Between ${newestBefore} and ${oldest} the feed ${feed} may have shown items that were never seen: none of the ` +
    `${taken.length} that it shows now was known. Look at the WTO's news of those days, save what is missing, and run: ` +
    `npx tradepost import FILE… When all is there, or nothing was missed: npx tradepost import --complete.`;
  await raise(db, operators, `${GAP}${feed}:${newestBefore}`, detail, now);
}
