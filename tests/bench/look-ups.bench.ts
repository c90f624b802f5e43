import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setTimeout as rest } from "node:timers/promises";
import { ensureChannel } from "../../src/store/channels.ts";
import { createItem, saveVersion } from "../../src/store/items.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { claimHead, queueDelivery, settle } from "../../src/store/outbox.ts";
import { deliveryOf, versionOf } from "../unit/store/rows.ts";
import { askTools, ask, TYPED } from "./asked.ts";
import { fillArchive } from "./archive.ts";

// Prints how long each look-up takes on an archive of 100,000 items and 20,000 meetings, or as --items and --meetings say.

const { values } = parseArgs({
  options: { items: { type: "string", default: "100000" }, meetings: { type: "string", default: "20000" } },
});
const ROUNDS = 100;
const AT_ONCE = 20;
const ROUNDS_TOGETHER = 25;
/** A flood of news: an item and a delivery ten times a second, in milliseconds. */
const BETWEEN_WRITES = 100;

const folder = await mkdtemp(join(tmpdir(), "tradepost-bench-"));
try {
  await using store = await openStore(`file:${join(folder, "bench.db")}`);
  const began = performance.now();
  await fillArchive(store, Number(values.items), Number(values.meetings));
  print(
    `archive of ${values.items} items, ${values.meetings} meetings, filled in ${seconds(performance.now() - began)}`,
  );
  print("asked".padEnd(44) + "alone: median, p99 ms   20 at once: each one's own p99, the last ms");
  for (const typed of TYPED) print(typed.join(" ").padEnd(44) + (await figuresOf(typed, store)));
  print(`memory ${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MiB`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** How long a look-up takes alone, and twenty at once while looks store items and deliveries are queued and settled. */
async function figuresOf(typed: readonly string[], store: Store): Promise<string> {
  const tools = askTools(store.db);
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) alone.push(await timed(() => ask(typed, tools)));
  const working = { on: true };
  const writing = write(store, working);
  const together: number[] = [];
  for (let round = 0; round < ROUNDS_TOGETHER; round += 1)
    together.push(await timed(() => Promise.all(Array.from({ length: AT_ONCE }, () => ask(typed, tools)))));
  working.on = false;
  await writing;
  const [single, last] = [alone, together].map((times) => times.toSorted((a, b) => a - b));
  const own = (last ?? []).map((ms) => ms / AT_ONCE);
  const figures = [at(single ?? [], 0.5), at(single ?? [], 0.99), at(own, 0.99), at(last ?? [], 0.99)];
  return figures.map((ms) => ms.toFixed(1).padStart(11)).join("");
}

/** What polls and deliveries do to the database. */
async function write(store: Store, working: { readonly on: boolean }): Promise<number> {
  await ensureChannel(store.db, { id: "bench/news", chat: "bench", channel: "news", now: 0 });
  let written = 0;
  while (working.on) {
    const id = `beside-${(written += 1)}-${performance.now()}`;
    await store.transaction(async (db) => {
      await createItem(db, { id, first_seen_at: written, published: "2026-06-01", relevant: 1 });
      await saveVersion(
        db,
        versionOf({ item_id: id, title: `Members meet beside, ${written}`, url: null, stem: null }),
      );
      await queueDelivery(db, deliveryOf(id, { channel_id: "bench/news", subject_id: id }));
    });
    const row = await claimHead(store.db, "bench/news", 1, 60_000);
    if (row !== undefined) await settle(store.db, row, { state: "sent", message_id: id, settled_at: 1 });
    await rest(BETWEEN_WRITES);
  }
  return written;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
