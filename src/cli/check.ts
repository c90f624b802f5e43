import { dirname } from "node:path";
import { channelsNamed, networkOf, openAdapters } from "../app.ts";
import { CLOCK_TOLERANCE } from "../clock.ts";
import type { Finding } from "../chat/adapter.ts";
import type { Config, FeedConfig } from "../config/schema.ts";
import { fetchFeed } from "../feed/fetch.ts";
import type { FetchTools } from "../feed/network.ts";
import { parseFeed } from "../feed/parse.ts";
import type { Millis } from "../model/time.ts";
import type { Settings } from "../settings.ts";
import { countItems } from "../store/items.ts";
import { DatabaseTakenError, holdDatabase } from "../store/lock.ts";
import { databaseFile, openStore } from "../store/open.ts";
import type { World } from "../world.ts";
import { checkModel } from "./check-model.ts";
import { checkPosts } from "./check-posts.ts";

/**
 * Looks at everything that the bot needs and prints a line for each. True where all is in order.
 * @param post whether a line is posted to each channel and taken away again; else nothing is posted
 */
export async function check(settings: Settings, world: World, post: boolean): Promise<boolean> {
  const { config } = settings;
  const findings = [
    fine("configuration", config.file ?? "built in: the live WTO feed into this terminal"),
    contactFinding(config),
  ];
  let allFine = true;
  const report = (found: readonly Finding[]): void => {
    for (const finding of found) {
      world.print(line(finding));
      allFine &&= finding.ok;
    }
  };
  report(findings);
  report(await checkDatabase(config, world));
  const network = networkOf(config, world);
  for (const feed of config.feeds) report(await checkFeed(feed, network, world));
  report(await checkModel(config.brief?.model, world.signal));
  report(await checkChats(settings, world));
  if (post) report(await checkPosts(settings, world));
  return allFine;
}

function contactFinding({ contact }: Config): Finding {
  if (contact !== undefined) return fine("contact", contact);
  const remedy = "Set `contact` to an address of yours, so that the feed's owner can reach you.";
  return { ok: true, subject: "contact", detail: "none is sent to the feed's server", remedy };
}

async function checkDatabase({ database }: Config, world: World): Promise<readonly Finding[]> {
  try {
    await using store = await openStore(database);
    const { all, relevant } = await countItems(store.db);
    // Takes the right to write, and writes nothing.
    await store.transaction(async () => {});
    return [
      fine("database", `${store.engine}, ${all} items, ${relevant} of them on e-commerce`),
      ...(await volumeFinding(database, world)),
      ...(await instanceFinding(database)),
    ];
  } catch (error) {
    return [wrong("database", messageOf(error), undefined)];
  }
}

/** In a container, what is written outside of a volume is gone with it. */
async function volumeFinding(database: string, world: World): Promise<readonly Finding[]> {
  const file = databaseFile(database);
  if (file === undefined || (await world.isLasting(file))) return [];
  const remedy = "Mount a volume there: `volumes: [tradepost-data:/data]` in compose.yaml, or `docker run -v`.";
  return [wrong("data folder", `${dirname(file)} belongs to the container and is lost with it`, remedy)];
}

/** A bot at work is no fault, and somebody may not know of it. */
async function instanceFinding(database: string): Promise<readonly Finding[]> {
  try {
    await using _ = await holdDatabase(database);
    return [];
  } catch (error) {
    if (!(error instanceof DatabaseTakenError)) return [wrong("running bot", messageOf(error), undefined)];
    return [fine("running bot", `${error.fact} What only reads goes on beside it.`)];
  }
}

async function checkFeed(feed: FeedConfig, network: FetchTools, world: World): Promise<readonly Finding[]> {
  const subject = `feed ${feed.name}`;
  try {
    const fetched = await fetchFeed({ url: feed.url, validators: undefined }, network, world.signal);
    if (fetched.kind === "unchanged") return [fine(subject, "answers")];
    const { items, skipped } = await parseFeed(fetched.text, { url: fetched.finalUrl, language: feed.language });
    const odd = [fetched.note, skipped.length === 0 ? undefined : `${skipped.length} entries can't be used`];
    const notes = odd.filter((note) => note !== undefined).map((note) => `; ${note}`);
    return [
      fine(subject, `${items.length} items, read as ${fetched.charset}${notes.join("")}`),
      ...clockFinding(fetched.servedAt, world.clock.now()),
    ];
  } catch (error) {
    return [wrong(subject, messageOf(error), undefined)];
  }
}

function clockFinding(servedAt: Millis | undefined, now: Millis): readonly Finding[] {
  if (servedAt === undefined) return [];
  const off = Math.round((now - servedAt) / 1000);
  if (Math.abs(off) * 1000 <= CLOCK_TOLERANCE) return [fine("clock", "agrees with the feed's server")];
  const detail = `${Math.abs(off)} s ${off > 0 ? "ahead of" : "behind"} the feed's server`;
  return [wrong("clock", detail, "Turn on time synchronization on this machine (NTP).")];
}

async function checkChats({ config, log }: Settings, world: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const chat of config.chats) {
    const channels = channelsNamed(config, chat.name);
    try {
      const tools = { clock: world.clock, log, print: world.print };
      await using adapters = await openAdapters({ ...config, chats: [chat] }, tools);
      const found = await adapters.byName.get(chat.name)?.verify(channels, world.signal);
      findings.push(...(found ?? []));
    } catch (error) {
      findings.push(wrong(`chat ${chat.name}`, messageOf(error), undefined));
    }
  }
  return findings;
}

function fine(subject: string, detail: string): Finding {
  return { ok: true, subject, detail, remedy: undefined };
}

function wrong(subject: string, detail: string, remedy: string | undefined): Finding {
  return { ok: false, subject, detail, remedy };
}

function line({ ok, subject, detail, remedy }: Finding): string {
  return `${ok ? "ok  " : "FAIL"}  ${subject}: ${detail}${remedy === undefined ? "" : ` → ${remedy}`}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
