import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../../src/store/open.ts";
import { askTools, ask, TYPED } from "./asked.ts";
import { fillArchive } from "./archive.ts";

// Prints how long each look-up takes on an archive of 100,000 items and 20,000 meetings, or as --items and --meetings say.

const { values } = parseArgs({
  options: { items: { type: "string", default: "100000" }, meetings: { type: "string", default: "20000" } },
});
const ROUNDS = 200;
const AT_ONCE = 20;

const folder = await mkdtemp(join(tmpdir(), "tradepost-bench-"));
try {
  await using store = await openStore(`file:${join(folder, "bench.db")}`);
  const began = performance.now();
  await fillArchive(store, Number(values.items), Number(values.meetings));
  print(
    `archive of ${values.items} items, ${values.meetings} meetings, filled in ${seconds(performance.now() - began)}`,
  );
  const tools = askTools(store.db);
  print("asked".padEnd(44) + "median ms   p99 ms   20 at once, the last, ms");
  for (const typed of TYPED) {
    const alone: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) alone.push(await timed(() => ask(typed, tools)));
    const last = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, () => ask(typed, tools))));
    const sorted = alone.toSorted((a, b) => a - b);
    const figures = [at(sorted, 0.5), at(sorted, 0.99), last].map((ms) => ms.toFixed(1).padStart(9));
    print(typed.join(" ").padEnd(44) + figures.join(""));
  }
  print(`memory ${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MiB`);
} finally {
  await rm(folder, { recursive: true, force: true });
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
