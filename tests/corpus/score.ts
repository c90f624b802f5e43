// Scores the analysis on the labelled set beside this file: npm run score -- [--misses] [--json] [--parts 5 [--seed 1]]
import { parseArgs } from "node:util";
import { MARKS } from "./marks.ts";
import { figuresOf, type Figure } from "./score/figures.ts";
import { missesOf } from "./score/misses.ts";
import { spreadOf, type Spread } from "./score/parts.ts";
import { scoreCorpus } from "./score/run.ts";

const { values: options } = parseArgs({
  options: {
    misses: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    parts: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const scores = await scoreCorpus();
const figures = figuresOf(scores);
const misses = options.misses ? scores.flatMap(missesOf) : [];

if (options.parts !== undefined)
  print(spreadTable(spreadOf(scores, Number(options.parts), Number(options.seed))).join("\n"));
else if (options.json) print(JSON.stringify(options.misses ? { figures, misses } : { figures }, undefined, 2));
else print([...table(figures), ...misses.map((miss) => JSON.stringify(miss))].join("\n"));

function table(rows: readonly Figure[]): readonly string[] {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const head = `${"".padEnd(width)}  measured    mark`;
  return [head, ...rows.map((row) => rowOf(row, width))];
}

function rowOf({ name, value, counted }: Figure, width: number): string {
  const mark = MARKS.get(name);
  return `${name.padEnd(width)}  ${percent(value)}  ${mark === undefined ? "       " : percent(mark)}   ${counted}`;
}

function spreadTable(rows: readonly Spread[]): readonly string[] {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, values }) => {
    const range = Math.max(...values) - Math.min(...values);
    return `${name.padEnd(width)}  ${values.map(percent).join(" ")}   apart by ${percent(range).trim()}`;
  });
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`.padStart(8);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
