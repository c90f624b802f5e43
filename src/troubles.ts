import { CLOCK_TOLERANCE } from "./clock.ts";
import { clear, raise, type Operators } from "./delivery/incidents.ts";
import { queue } from "./delivery/queue.ts";
import { Temporal, type Millis } from "./model/time.ts";
import type { Db } from "./store/tables.ts";

/** What a good look at a feed tells of the house. */
export interface Observed {
  readonly feed: string;
  /** Silence of so many days is told; 0 for never. */
  readonly patience: number;
  /** The last look that found something new or corrected, this one included; null before the first. */
  readonly changedAt: Millis | null;
  /** The clock of the feed's server when it answered; undefined where it did not say. */
  readonly servedAt: Millis | undefined;
}

const DAY: Millis = 24 * 60 * 60_000;

/** Tells the operators of a feed that has been silent for unusually long and of a clock that is wrong, and of the end of both. */
export async function noteTroubles(db: Db, observed: Observed, operators: Operators, now: Millis): Promise<void> {
  await noteSilence(db, observed, operators, now);
  if (observed.servedAt !== undefined) await noteClock(db, observed.servedAt, operators, now);
}

async function noteSilence(
  db: Db,
  { feed, patience, changedAt }: Observed,
  operators: Operators,
  now: Millis,
): Promise<void> {
  const key = `unchanged:${feed}`;
  const days = changedAt === null ? 0 : Math.floor((now - changedAt) / DAY);
  if (patience === 0 || days < patience) {
    await clear(db, operators, key, `The feed ${feed} has something new again.`, now);
    return;
  }
  const detail =
    `The feed ${feed} answers, and has shown nothing new for ${days} days. The WTO publishes about one item a day: ` +
    "look at its page, and at whether the feed has moved.";
  await raise(db, operators, key, detail, now);
}

async function noteClock(db: Db, servedAt: Millis, operators: Operators, now: Millis): Promise<void> {
  const off = now - servedAt;
  if (Math.abs(off) <= CLOCK_TOLERANCE) {
    await clear(db, operators, "clock", "The clock of this machine is right again.", now);
    return;
  }
  const detail =
    `The clock of this machine is ${Math.round(Math.abs(off) / 1000)} s ${off > 0 ? "ahead of" : "behind"} that of ` +
    "the feed's server. Lost posts are looked for by the clock: turn on time synchronization (NTP).";
  await raise(db, operators, "clock", detail, now);
}

const MEBIBYTE = 1024 * 1024;
const NEARLY_FULL = 200 * MEBIBYTE;
/** Only well above it is it over, so that it is not told over and over. */
const ROOM_AGAIN = 2 * NEARLY_FULL;

/** Tells the operators that the disk is nearly full, and when there is room again. `free` is in bytes. */
export async function noteDisk(db: Db, free: number, operators: Operators, now: Millis): Promise<void> {
  if (free < NEARLY_FULL) {
    const detail =
      `The disk that holds the database has ${Math.floor(free / MEBIBYTE)} MiB left. When it is full nothing can be ` +
      "stored, and so nothing is posted: make room.";
    await raise(db, operators, "disk", detail, now);
  } else if (free >= ROOM_AGAIN) await clear(db, operators, "disk", "The disk has room again.", now);
}

/** Monday at 9. */
const SIGN_HOUR = 9;

/** Queues the weekly sign of life once a week, from Monday morning on, however often it is called. */
export async function queueWeeklySign(db: Db, operators: Operators, timezone: string, now: Millis): Promise<void> {
  if (operators === undefined) return;
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const { yearOfWeek = local.year, weekOfYear = 0 } = local.subtract({ hours: SIGN_HOUR });
  const week = yearOfWeek * 100 + weekOfYear;
  await queue(db, operators.id, "notice", { kind: "channel", id: operators.id }, week, now);
}
