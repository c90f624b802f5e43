import { analyse } from "../analysis/analyse.ts";
import { storiesOf } from "../feed/stories.ts";
import { takeIn, type Taken, type Understood } from "../intake.ts";
import type { Language } from "../model/language.ts";
import type { Settings } from "../settings.ts";
import { findItemByKeys, readItem } from "../store/items.ts";
import { openStore, type Store } from "../store/open.ts";
import type { Db } from "../store/tables.ts";
import type { World } from "../world.ts";
import { toldOf } from "../app.ts";
import { clear } from "../delivery/incidents.ts";
import { openIncidents } from "../store/incidents.ts";
import { GAP } from "../window.ts";
import { isFile, itemsOf } from "./source.ts";

/** What items that came from a file are remembered under, in place of a feed's name. */
const ORIGIN = "import";

/** What became of one file. */
interface Count {
  readonly read: number;
  readonly new: number;
  readonly relevant: number;
}

/**
 * Reads items from saved feeds, JSON lines and saved pages into the archive, and posts nothing. What the archive has
 * already is left as it is. A file that can't be read is told of, and the others go on; true where all were read.
 *
 * @param isComplete whether nothing is missing then of what a feed may have shown unseen
 */
export async function importFiles(
  files: readonly string[],
  isComplete: boolean,
  settings: Settings,
  world: World,
): Promise<boolean> {
  await using store = await openStore(settings.config.database);
  let allRead = true;
  for (const file of files) {
    try {
      if (!(await isFile(file))) throw new Error("there is no such file");
      const count = await importFile(file, store, settings, world);
      const known = count.read - count.new;
      world.print(
        `${file}: ${count.read} read, ${count.new} new (${count.relevant} on e-commerce), ${known} known before\n`,
      );
    } catch (error) {
      allRead = false;
      const reason = error instanceof Error ? error.message : String(error);
      world.print(`${file}: not imported: ${reason}\n`);
    }
  }
  if (isComplete && allRead) await settleGaps(store, settings, world);
  return allRead;
}

/** A person says that what a feed may have shown unseen is all there. */
async function settleGaps(store: Store, { config }: Settings, world: World): Promise<void> {
  const gaps = (await openIncidents(store.db)).filter(({ key }) => key.startsWith(GAP));
  await store.transaction(async (db) => {
    for (const { key } of gaps)
      await clear(db, toldOf(config), key, "A person has looked at what may have been missed.", world.clock.now());
  });
  world.print(gaps.length === 0 ? "There was no gap to settle.\n" : `Settled: ${gaps.length}.\n`);
}

/** One file is one transaction: all of it is in the archive or nothing. */
async function importFile(file: string, store: Store, settings: Settings, world: World): Promise<Count> {
  const { config, rules } = settings;
  const network = world.network("Tradepost");
  const items = await itemsOf(file, { db: undefined, network, language: config.language, signal: world.signal });
  const stories = storiesOf(items).map((story): Understood => ({ ...story, analysis: analyse(story.item, rules) }));
  const standing = new Set(stories.flatMap((story) => story.keys));
  const feeds = new Set(config.feeds.map((feed) => feed.name));
  return await store.transaction(async (db) => {
    const taken: Taken[] = [];
    for (const story of stories) {
      const known = await findItemByKeys(db, story.keys);
      const has = known !== undefined && (await hasLanguage(db, known, story.item.language));
      if (!has) taken.push(await takeIn(db, story, { feed: ORIGIN, feeds, standing }, world.clock.now()));
    }
    const fresh = taken.filter((one) => one.change === "new" || one.change === "language");
    const relevant = fresh.filter(({ after }) => after.item.relevant === 1).length;
    return { read: stories.length, new: fresh.length, relevant };
  });
}

async function hasLanguage(db: Db, itemId: string, language: Language): Promise<boolean> {
  const stored = await readItem(db, itemId);
  return stored?.versions.some((version) => version.language === language) ?? false;
}
