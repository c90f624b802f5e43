import type { Sentence } from "../sentences.ts";
import { readable } from "./plain-text.ts";

/** The first parts of the WTO's document symbols, as its document system lists them (<https://docs.wto.org>). */
const SERIES = "WT|INF|JOB|TN|G|S|IP|RD|ICN|LI|GPA|PLURI|PC|SPEC|MTN|IDA";
const SYMBOL = new RegExp(`(?<![\\p{L}\\p{N}/])(?:${SERIES})/[A-Z0-9][\\p{L}\\p{N}./()_-]*`, "gu");

/** The document symbols of an item (`INF/ECOM/62/Rev.1`), in the order of reading, each once. */
export function documentsOf(sentences: readonly Sentence[]): readonly string[] {
  const symbols = new Set<string>();
  for (const sentence of readable(sentences)) {
    for (const match of sentence.text.matchAll(SYMBOL)) symbols.add(trimmed(match[0]));
  }
  return [...symbols];
}

/** Without the punctuation of the sentence; a bracket stays where it was opened inside the symbol. */
function trimmed(symbol: string): string {
  let end = symbol.length;
  while (end > 0 && "./_-()".includes(symbol.charAt(end - 1)) && !closes(symbol, end - 1)) end--;
  return symbol.slice(0, end);
}

function closes(symbol: string, at: number): boolean {
  const open = symbol.lastIndexOf("(", at);
  return symbol.charAt(at) === ")" && open > 0 && !symbol.slice(open, at).includes(")");
}
