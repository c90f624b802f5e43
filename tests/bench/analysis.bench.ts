import { fileURLToPath } from "node:url";
import { analyse } from "../../src/analysis/analyse.ts";
import { packageRoot } from "../../src/config/package-root.ts";
import { loadRules } from "../../src/config/topics.ts";
import type { Item } from "../../src/model/item.ts";
import { readCorpus } from "../corpus/read.ts";

// Prints how many items are read in a second of one core, and how the time grows with an item's length: for one sentence
// after another, and for a single sentence that never ends. Processor time, the best of several rounds.

const ROUNDS = 30;
const LENGTHS = [200, 2_000, 20_000, 200_000, 1_000_000];

const rules = await loadRules(fileURLToPath(new URL("config/topics.yaml", packageRoot())));
const items = (await readCorpus()).map(({ item }) => item);
const articles = items.filter(({ text }) => text !== undefined);

print("read                              items   characters, mean   items a second");
for (const [name, some] of [
  ["items with an article", articles],
  ["items with a lead alone", items.filter(({ text }) => text === undefined)],
] as const) {
  const characters = some.reduce(
    (sum, { title, description, text }) => sum + `${title}${description}${text ?? ""}`.length,
    0,
  );
  const each = best(() => some.forEach((item) => analyse({ ...item }, rules)), ROUNDS) / some.length;
  print([name.padEnd(33), cell(some.length, 6), cell(characters / some.length, 19), cell(1e6 / each, 17)].join(""));
}

const prose = articles.map(({ text }) => text ?? "").join("\n\n");
const endless = prose.replaceAll(/[.!?…;:,\n]+/gu, " ");
print("\nlength, characters     prose, microseconds for a character     one sentence");
for (const length of LENGTHS) {
  const rounds = length > 100_000 ? 2 : ROUNDS;
  const [ofProse, ofOne] = [prose, endless].map((text) => {
    const item: Item = {
      url: undefined,
      guid: undefined,
      title: "E-commerce",
      published: "2026-06-23",
      language: "en",
      description: "",
      text: cut(text, length),
    };
    return best(() => analyse({ ...item }, rules), rounds) / length;
  });
  print(
    [String(length).padStart(18), (ofProse ?? 0).toFixed(2).padStart(40), (ofOne ?? 0).toFixed(2).padStart(17)].join(
      "",
    ),
  );
}

function cut(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** The shortest time of several rounds, in microseconds of the processor. */
function best(work: () => unknown, rounds: number): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

function cell(value: number, width: number): string {
  return String(Math.round(value)).padStart(width);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
