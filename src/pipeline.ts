import type { Channel, ReadChannels } from "./delivery/channel.ts";
import { clear, raise, type Operators } from "./delivery/incidents.ts";
import { queue, queueCorrections, queueNews } from "./delivery/queue.ts";
import { wants } from "./delivery/wording.ts";
import { nextLook } from "./feed/next-look.ts";
import { FeedError } from "./feed/errors.ts";
import type { FeedRequest, FetchResult } from "./feed/fetch.ts";
import type { SkippedItem } from "./feed/parse.ts";
import { takeIn, type Taken, type Understood } from "./intake.ts";
import type { Language } from "./model/language.ts";
import { warnRarely } from "./model/log.ts";
import type { Clock, Millis } from "./model/time.ts";
import { postsShowing } from "./store/deliveries.ts";
import { ensureFeed, readFeed, updateFeed } from "./store/feeds.ts";
import { readAnew } from "./rereading.ts";
import { readDocument, type Reading, type ReadingTools } from "./reading.ts";
import type { Db, FeedRow } from "./store/tables.ts";
import { noteTroubles } from "./troubles.ts";
import { newestDay } from "./store/missing.ts";
import { noteGap, noteWithdrawn } from "./window.ts";

/** A feed as the configuration has it. */
export interface Feed {
  readonly name: string;
  readonly url: string;
  readonly language: Language;
  /** How many of the newest relevant items the first look posts. */
  readonly backfill: number;
  /** After so many days without anything new the operators hear of it; 0 for never. */
  readonly unchangedDays: number;
}

/** What a look needs of the world. */
export interface PollTools extends ReadingTools {
  readonly fetchFeed: (request: FeedRequest, signal: AbortSignal) => Promise<FetchResult>;
  /** The channels that news goes to. */
  readonly channels: ReadChannels;
  readonly operators: Operators;
  /** More new items than this for a channel become one digest. */
  readonly flood: number;
  readonly clock: Clock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
}

/** What one look at one feed came to. */
export type Look =
  | { readonly kind: "waiting"; readonly until: Millis }
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly error: FeedError; readonly failures: number; readonly next: Millis }
  | {
      readonly kind: "read";
      readonly first: boolean;
      readonly taken: readonly Taken[];
      readonly skipped: readonly SkippedItem[];
    };

/** So many failed looks in a row before the operators hear of it. */
const FAILURES_TOLD = 3;
const NOTHING: Reading = { understood: [], skipped: [] };
/** `nextLook` puts a feed off for a day at most. */
const LONGEST_BACKOFF: Millis = 25 * 60 * 60_000;

/**
 * Looks at one feed once. What is new is stored and queued in one transaction together with the feed's validators, or
 * none of it is. A failure of the feed is an outcome. Throws what the database fails with, or the signal's reason.
 * @param nextTick when the schedule looks next, for the health check; left out where there is no schedule
 */
export async function pollFeed(feed: Feed, tools: PollTools, signal: AbortSignal, nextTick?: Millis): Promise<Look> {
  const { store, clock, log } = tools;
  const row = await tick(feed, tools, nextTick);
  const wait = (row.next_at ?? 0) - clock.now();
  // A moment further off was written under a clock that went wrong.
  if (row.next_at !== null && wait > 0 && wait <= LONGEST_BACKOFF) {
    log.debug({ feed: feed.name, until: new Date(row.next_at).toISOString() }, "feed not looked at yet");
    return { kind: "waiting", until: row.next_at };
  }
  let fetched: FetchResult;
  let reading: Reading = NOTHING;
  try {
    fetched = await tools.fetchFeed({ url: feed.url, validators: validatorsOf(row, feed) }, signal);
    if (fetched.kind === "document") reading = await readDocument(fetched, feed, tools, signal);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return await noteFailure(feed, row, error, tools);
  }
  const { understood, skipped } = reading;
  const taken = await store.transaction((db) => keep(db, feed, row, fetched, understood, tools));
  // What can't be used stands in the document at every look.
  const isNews = taken.some(({ change }) => change !== "known");
  for (const { reason, title } of skipped)
    log[isNews ? "warn" : "debug"]({ feed: feed.name, title, reason }, "feed entry skipped");
  logLook(feed.name, taken, log);
  if (fetched.kind === "unchanged") return { kind: "unchanged" };
  return { kind: "read", first: row.first_look_at === null, taken, skipped };
}

/** A look that found something is a line; one that found nothing is detail, and status tells when it was. */
function logLook(feed: string, taken: readonly Taken[], log: PollTools["log"]): void {
  const found = taken.filter(({ change }) => change !== "known");
  const count = (change: Taken["change"]): number => found.filter((one) => one.change === change).length;
  const relevant = found.filter(({ after }) => after.item.relevant === 1).length;
  const fields = { feed, new: count("new"), corrected: count("corrected"), language: count("language"), relevant };
  log[found.length > 0 ? "info" : "debug"](fields, "feed looked at");
}

/** Notes that the schedule runs, whether or not a request follows. */
async function tick(feed: Feed, tools: PollTools, nextTick: Millis | undefined): Promise<FeedRow> {
  return await tools.store.transaction(async (db) => {
    await ensureFeed(db, feed);
    await updateFeed(db, feed.name, {
      ticked_at: tools.clock.now(),
      ...(nextTick === undefined ? {} : { tick_due_at: nextTick }),
    });
    const row = await readFeed(db, feed.name);
    if (row === undefined) throw new Error(`feed ${feed.name} was saved and can't be read back; check the database`);
    return row;
  });
}

/** The one transaction in which a look ends. */
async function keep(
  db: Db,
  feed: Feed,
  row: FeedRow,
  fetched: FetchResult,
  understood: readonly Understood[],
  tools: PollTools,
): Promise<readonly Taken[]> {
  const now = tools.clock.now();
  const channels = await tools.channels(db);
  const taken: Taken[] = [];
  const newestBefore = row.first_look_at === null ? undefined : await newestDay(db, feed.name);
  const standing = new Set(understood.flatMap((one) => one.keys));
  for (const one of understood) {
    const result = await takeIn(db, one, { feed: feed.name, feeds: tools.feeds, standing }, now);
    taken.push(result);
    if (result.before === undefined) continue;
    const before = await readAnew(db, result, result.before, tools.analyse);
    await queueCorrections(db, before, result.after, channels, now);
  }
  const first = fetched.kind === "document" && row.first_look_at === null;
  await announce(db, first ? backfill(taken, feed.backfill) : taken, channels, tools.flood, now);
  if (first && tools.operators !== undefined)
    await queue(db, tools.operators.id, "preview", { kind: "feed", id: feed.name }, 0, now);
  const window = { feed: feed.name, taken: fetched.kind === "document" ? taken : undefined, newestBefore };
  await noteWithdrawn(db, window, now);
  await noteGap(db, window, tools.operators, now);
  const changed = taken.some((one) => one.change !== "known");
  await updateFeed(db, feed.name, {
    url: feed.url,
    language: feed.language,
    etag: fetched.validators.etag ?? null,
    last_modified: fetched.validators.lastModified ?? null,
    checked_at: now,
    succeeded_at: now,
    failures: 0,
    error: null,
    next_at: null,
    ...(changed ? { changed_at: now } : {}),
    ...(first ? { first_look_at: now } : {}),
  });
  const observed = {
    feed: feed.name,
    patience: feed.unchangedDays,
    changedAt: changed ? now : row.changed_at,
    servedAt: fetched.kind === "document" ? fetched.servedAt : undefined,
  };
  await noteTroubles(db, observed, tools.operators, now);
  await clear(db, tools.operators, `feed:${feed.name}`, `The feed ${feed.name} can be read again.`, now);
  return taken;
}

/** Queues for each channel what is news to it: items that it wants now and did not want in their earlier wording. */
async function announce(
  db: Db,
  taken: readonly Taken[],
  channels: readonly Channel[],
  flood: number,
  now: Millis,
): Promise<void> {
  const changed = taken.filter((one) => one.change !== "known");
  for (const channel of channels) {
    const ids: string[] = [];
    for (const { itemId, before, after } of changed) {
      if (!wants(channel, after) || (before !== undefined && wants(channel, before))) continue;
      // It may stand there from earlier, by itself or in a digest.
      const posts = before === undefined ? [] : await postsShowing(db, itemId);
      if (!posts.some((post) => post.channel_id === channel.id)) ids.push(itemId);
    }
    if (ids.length > 0) await queueNews(db, channel, ids, flood, now);
  }
}

/** Of a first look, the newest relevant items that the configuration wants posted. */
function backfill(taken: readonly Taken[], count: number): readonly Taken[] {
  const relevant = taken.filter(({ after }) => after.item.relevant === 1);
  return count === 0 ? [] : relevant.slice(-count);
}

async function noteFailure(feed: Feed, row: FeedRow, error: FeedError, tools: PollTools): Promise<Look> {
  const { clock, log } = tools;
  const now = clock.now();
  const failures = row.failures + 1;
  const next = nextLook({ failures, retryAfter: error.retryAfter, now, random: tools.random() });
  await tools.store.transaction(async (db) => {
    await updateFeed(db, feed.name, { checked_at: now, failures, error: error.message, next_at: next });
    if (failures < FAILURES_TOLD) return;
    const detail = `The feed ${feed.name} has failed ${failures} times in a row: ${error.message}`;
    await raise(db, tools.operators, `feed:${feed.name}`, detail, now);
  });
  const fields = { feed: feed.name, failure: error.failure, next: new Date(next).toISOString(), error };
  warnRarely(log, failures, fields, "feed failed");
  return { kind: "failed", error, failures, next };
}

/** The validators of the last look, unless the address has changed since or nothing was ever stored. */
function validatorsOf(row: FeedRow, feed: Feed): FeedRequest["validators"] {
  if (row.url !== feed.url || row.first_look_at === null) return undefined;
  return { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined };
}
