import { readFile } from "node:fs/promises";
import { z } from "zod";
import { parseItemLine } from "../../src/cli/item-line.ts";
import { MEETING_KINDS, MEETING_STATUSES } from "../../src/model/analysis.ts";
import type { Item } from "../../src/model/item.ts";

/** What a careful reader finds in an item; the README says what each field means. */
export type Label = z.infer<typeof labelLine>;

/** An item of the labelled set with its label. */
export interface Specimen {
  readonly id: string;
  readonly item: Item;
  readonly label: Label;
}

/**
 * Reads the labelled set that lies beside this file.
 *
 * @throws where a line can't be read, an id occurs twice, or an item and a label have no counterpart
 */
export async function readCorpus(): Promise<readonly Specimen[]> {
  const [itemLines, labelLines] = await Promise.all([linesOf("items.jsonl"), linesOf("labels.jsonl")]);
  const items = byId("items.jsonl", itemLines.map(readItem));
  const labels = byId(
    "labels.jsonl",
    labelLines.map((line) => labelLine.parse(JSON.parse(line))),
  );
  for (const id of labels.keys()) if (!items.has(id)) throw new Error(`labels.jsonl: no item has the id ${id}`);
  return [...items.values()].map(({ id, item }) => {
    const label = labels.get(id);
    if (label === undefined) throw new Error(`items.jsonl: ${id} has no label`);
    return { id, item, label };
  });
}

const day = z.iso.date();

const labelLine = z
  .strictObject({
    id: z.string(),
    relevant: z.union([z.boolean(), z.literal("borderline")]),
    hardNegative: z.boolean(),
    topics: z.array(z.string()).readonly(),
    meetings: z
      .array(z.strictObject({ start: day, end: day, kind: z.enum(MEETING_KINDS), status: z.enum(MEETING_STATUSES) }))
      .readonly(),
    participants: z.int().positive().nullable(),
    targets: z.array(z.strictObject({ what: z.string().min(1), by: z.string().min(1) })).readonly(),
    people: z
      .array(z.strictObject({ name: z.string().min(1), role: z.string().min(1), country: z.string().nullable() }))
      .readonly(),
    documents: z.array(z.string()).readonly(),
    keyFacts: z.array(z.string()).min(2).max(4).readonly(),
  })
  .readonly();

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(new URL(file, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line.trim() !== "");
}

function readItem(line: string): { readonly id: string; readonly item: Item } {
  const read = parseItemLine(line);
  if ("error" in read) throw new Error(`items.jsonl: ${String(read.id)}: ${read.error}`);
  return { id: String(read.id), item: read.item };
}

function byId<T extends { readonly id: string }>(file: string, entries: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map(entries.map((entry) => [entry.id, entry]));
  if (found.size < entries.length) throw new Error(`${file}: an id occurs twice`);
  return found;
}
