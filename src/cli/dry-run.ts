import { openApp, type App } from "../app.ts";
import { cleanPost } from "../chat/clean-post.ts";
import { plainText } from "../chat/plain-text.ts";
import { contentOf } from "../delivery/content.ts";
import { decodeAnalysis } from "../store/analysis.ts";
import { listDeliveries } from "../store/deliveries.ts";
import type { Store } from "../store/open.ts";
import type { Db } from "../store/tables.ts";
import { pollFeed, type Look } from "../pipeline.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";
import { greetChannels } from "./greet.ts";

/** Ends the transaction of a dry run: nothing of it is kept. */
class Undo extends Error {
  override readonly name = "Undo";
}

const MOST = 1000;

/**
 * Looks at each feed and prints what would be stored and posted. All of it happens in one transaction that is undone,
 * so it is decided by the very code that decides in earnest. True where every feed could be read.
 */
export async function dryRun(settings: Settings, world: World): Promise<boolean> {
  await using app = await openApp(settings, world, "beside");
  let allRead = true;
  try {
    await app.store.transaction(async (db) => {
      const rehearsal = within(app, db);
      await greetChannels(rehearsal);
      for (const feed of settings.config.feeds) {
        const look = await pollFeed(feed, rehearsal.polling, world.signal);
        if (look.kind === "failed") allRead = false;
        world.print(lookText(feed.name, look));
      }
      await printDeliveries(rehearsal, db, world);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return allRead;
}

/** The same parts, all working inside one transaction. */
function within(app: App, db: Db): App {
  const store: Store = { ...app.store, db, transaction: (work) => work(db) };
  return { ...app, store, polling: { ...app.polling, store }, delivering: { ...app.delivering, store } };
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
        `${feed}: ${look.taken.length} items${look.first ? "; a first look stores them and posts none" : ""}`,
        ...look.taken.flatMap(({ change, after }) =>
          after.versions.map((version) => {
            const { relevant, reasons } = decodeAnalysis(version.analysis);
            const why = reasons.map(({ rule, words }) => (words === "" ? rule : `${rule}: ${words}`)).join("; ");
            return `  ${change}, ${relevant ? "relevant" : "passed over"}: ${version.title} (${why})`;
          }),
        ),
        ...look.skipped.map(({ title, reason }) => `  skipped: ${title || "an entry"} (${reason})`),
        "",
      ].join("\n");
  }
}

async function printDeliveries(app: App, db: Db, world: World): Promise<void> {
  const waiting = (await listDeliveries(db, { states: ["pending"], limit: MOST })).toReversed();
  if (waiting.length === 0) return world.print("Nothing would be posted.\n");
  for (const row of waiting) {
    const channel = app.delivering.channels.get(row.channel_id);
    if (channel === undefined) continue;
    const content = await contentOf(db, row, channel, app.delivering.wording, undefined);
    if ("skip" in content) continue;
    world.print(`\nWould send a ${row.kind} to ${row.channel_id}:\n${plainText(cleanPost(content.post))}`);
  }
}
