import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { networkOf, openApp, type App } from "../app.ts";
import { cleanPost } from "../chat/clean-post.ts";
import { plainText } from "../chat/plain-text.ts";
import { contentOf } from "../delivery/content.ts";
import { greetChannels } from "../delivery/greet.ts";
import { FeedError } from "../feed/errors.ts";
import { notRead, type FoundArticle } from "../feed/fetch-article.ts";
import { fetchFeed, type FetchResult } from "../feed/fetch.ts";
import { reasonText } from "../model/analysis.ts";
import { pollFeed, type Look, type PollTools } from "../pipeline.ts";
import { readDocument } from "../reading.ts";
import type { Settings } from "../settings.ts";
import { decodeAnalysis } from "../store/analysis.ts";
import { listDeliveries } from "../store/deliveries.ts";
import { readItems } from "../store/items.ts";
import { databaseExists, type Store } from "../store/open.ts";
import type { Db } from "../store/tables.ts";
import { listWaiting } from "../store/waiting.ts";
import type { World } from "../world.ts";

/** Ends the transaction of a dry run: nothing of it is kept. */
class Undo extends Error {
  override readonly name = "Undo";
}

const MOST = 1000;

/**
 * Looks at each feed and prints what would be stored and posted. All of it happens in one transaction that is undone, so
 * it is decided by the very code that decides in earnest; the feeds are fetched before, so that a bot beside it is not
 * held up. True where every feed could be read.
 */
export async function dryRun(settings: Settings, world: World): Promise<boolean> {
  const { url, remove } = await rehearsalDatabase(settings.config.database);
  try {
    return await rehearse({ ...settings, config: { ...settings.config, database: url } }, world);
  } finally {
    await remove();
  }
}

/** The database itself, or, where a SQLite file does not exist yet, one that goes with the rehearsal. */
async function rehearsalDatabase(url: string): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  if (databaseExists(url)) return { url, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "tradepost-dry-"));
  return { url: `file:${join(folder, "dry-run.db")}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function rehearse(settings: Settings, world: World): Promise<boolean> {
  await using app = await openApp(settings, world, "beside");
  const fetched = await fetchAll(settings, world);
  const findArticle = await articlesOf(fetched, app, world);
  let allRead = true;
  try {
    await app.store.transaction(async (db) => {
      const stage = within(app, db, fetched, findArticle);
      await greetChannels(stage.delivering, stage.polling.feeds);
      for (const feed of settings.config.feeds) {
        const look = await pollFeed(feed, stage.polling, world.signal);
        if (look.kind === "failed") allRead = false;
        world.print(lookText(feed.name, look));
      }
      await printDeliveries(stage, db, world);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return allRead;
}

type Answers = ReadonlyMap<string, () => FetchResult>;

/** What each feed answers now, its error included. */
async function fetchAll({ config }: Settings, world: World): Promise<Answers> {
  const network = networkOf(config, world);
  const answers = new Map<string, () => FetchResult>();
  for (const { url } of config.feeds) {
    const answer = await fetchFeed({ url, validators: undefined }, network, world.signal).then(
      (result) => () => result,
      (error: unknown) => () => {
        throw error;
      },
    );
    answers.set(url, answer);
  }
  return answers;
}

/** The articles that a look would read, fetched before the transaction as well. */
async function articlesOf(fetched: Answers, app: App, world: World): Promise<PollTools["findArticle"]> {
  const { findArticle } = app.polling;
  if (findArticle === undefined) return undefined;
  const found = new Map<string, FoundArticle>();
  const remembering: PollTools["findArticle"] = async (item, feedUrl, signal) => {
    const article = await findArticle(item, feedUrl, signal);
    found.set(item.url ?? "", article);
    return article;
  };
  for (const feed of app.settings.config.feeds) {
    try {
      const answer = fetched.get(feed.url)?.();
      if (answer?.kind !== "document") continue;
      await readDocument(answer, feed, { ...app.polling, findArticle: remembering }, world.signal);
    } catch (error) {
      // It is told of when the feed's turn comes.
      if (!(error instanceof FeedError)) throw error;
    }
  }
  return async ({ url = "" }) => found.get(url) ?? notRead("it was not looked for");
}

/** The same parts, all working inside one transaction and on what was fetched. */
function within(app: App, db: Db, fetched: Answers, findArticle: PollTools["findArticle"]): App {
  const store: Store = { ...app.store, db, transaction: (work) => work(db) };
  const polling: PollTools = {
    ...app.polling,
    store,
    findArticle,
    fetchFeed: async ({ url }) => {
      const answer = fetched.get(url);
      if (answer === undefined) throw new Error(`${url} was not fetched.`);
      return answer();
    },
  };
  return { ...app, store, polling, delivering: { ...app.delivering, store } };
}

function lookText(feed: string, look: Look): string {
  switch (look.kind) {
    case "waiting":
      return `${feed}: not before ${new Date(look.until).toISOString()}, after failures or at the server's wish\n`;
    case "unchanged":
      return `${feed}: unchanged\n`;
    case "failed":
      return `${feed}: ${look.error.message}\n`;
    case "read":
      return [
        `${feed}: ${look.taken.length} items${look.first ? "; the first look, which posts no more than the backfill" : ""}`,
        ...look.taken.flatMap(({ change, after }) =>
          after.versions.map((version) => {
            const { relevant, reasons } = decodeAnalysis(version.analysis);
            const verdict = relevant ? "relevant" : "passed over";
            return `  ${change}, ${verdict}: ${version.title} (${reasons.map(reasonText).join("; ")})`;
          }),
        ),
        ...look.skipped.map(({ title, reason }) => `  skipped: ${title || "an entry"} (${reason})`),
        "",
      ].join("\n");
  }
}

async function printDeliveries(app: App, db: Db, world: World): Promise<void> {
  const waiting = (await listDeliveries(db, { states: ["pending"], limit: MOST })).toReversed();
  const channels = await app.delivering.channels(db);
  if (waiting.length === 0) world.print("Nothing would be posted.\n");
  for (const channel of channels)
    for (const { versions } of await readItems(db, await listWaiting(db, channel.id)))
      world.print(`Waits for the next digest of ${channel.id}: ${versions[0]?.title ?? ""}\n`);
  for (const row of waiting) {
    const channel = channels.find((one) => one.id === row.channel_id);
    if (channel === undefined) continue;
    const content = await contentOf(row, {
      db,
      channel,
      wording: app.delivering.wording,
      first: undefined,
      now: world.clock.now(),
    });
    if ("skip" in content) continue;
    world.print(`\nWould send a ${row.kind} to ${row.channel_id}:\n${plainText(cleanPost(content.post))}`);
  }
}
