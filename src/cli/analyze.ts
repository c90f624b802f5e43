import { analyse } from "../analysis/analyse.ts";
import { explain } from "../analysis/explain.ts";
import type { Rules } from "../analysis/rules.ts";
import { reasonText, type Analysis } from "../model/analysis.ts";
import { parseItemLine, type ReadLine } from "./item-line.ts";
import { linesOf } from "./lines.ts";

/** A writable stream for the results. */
export interface LineOutput {
  write(chunk: string, done: (error?: Error | null) => void): boolean;
}

/**
 * Reads items as JSON lines and writes their analyses as JSON lines in the same order, one at a time and no faster than
 * the output takes them. A line that is no item gives a line with `id` and `error`, and the rest goes on.
 *
 * @param input text or UTF-8 bytes in chunks of any size
 * @param isExplained whether each line also names, for each decision, the rule, the words and the sentence
 * @returns whether every line was an item
 * @throws what the streams fail with
 */
export async function analyzeLines(
  input: AsyncIterable<string | Uint8Array>,
  output: LineOutput,
  rules: Rules,
  isExplained = false,
): Promise<boolean> {
  let allRead = true;
  for await (const line of linesOf(input)) {
    if (line.trim() === "") continue;
    const read = parseItemLine(line);
    if ("error" in read) allRead = false;
    await writeLine(output, "error" in read ? read : lineOf(read, rules, isExplained));
  }
  return allRead;
}

function lineOf({ id, item }: ReadLine, rules: Rules, isExplained: boolean): object {
  const fields = { id, ...analysisFields(analyse(item, rules)) };
  return isExplained ? { ...fields, explained: explain(item, rules) } : fields;
}

function writeLine(output: LineOutput, value: object): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** An analysis with the fields of the design's contract, in its order. */
function analysisFields(analysis: Analysis): object {
  return {
    relevant: analysis.relevant,
    reasons: analysis.reasons.map(reasonText),
    topics: analysis.topics,
    meetings: analysis.meetings.map(({ start, end, kind, status, body = null, place = null, quote }) => {
      return { start, end, kind, status, body, place, quote };
    }),
    participants: analysis.participants?.count ?? null,
    targets: analysis.targets.map(({ what, by, quote }) => ({ what, by, quote })),
    people: analysis.people.map(({ name, role, country }) => ({ name, role, country })),
    documents: analysis.documents,
    brief: { headline: analysis.brief.headline, points: analysis.brief.points },
  };
}
