import { reasonText } from "../model/analysis.ts";
import { decodeAnalysis } from "../store/analysis.ts";
import type { Look } from "../pipeline.ts";

/** What a look came to, a line for each thing that happened. */
export function lookLines(feed: string, look: Look): readonly string[] {
  switch (look.kind) {
    case "waiting":
      return [`${feed}: the server asked for patience; not asked before ${new Date(look.until).toISOString()}`];
    case "unchanged":
      return [`${feed}: 304, nothing new`];
    case "failed":
      return [`${feed}: ${look.error.message} (${look.failures} in a row)`];
    case "read":
      return readLines(feed, look);
  }
}

function readLines(feed: string, look: Extract<Look, { readonly kind: "read" }>): readonly string[] {
  const changed = look.taken.filter((taken) => taken.change !== "known");
  if (look.first) return [`${feed}: first look, all is stored and nothing posted; items: ${look.taken.length}`];
  return changed.flatMap(({ change, after }) => {
    const version = after.versions.toSorted((a, b) => b.changed_at - a.changed_at || b.revision - a.revision)[0];
    if (version === undefined) return [];
    const { relevant, reasons } = decodeAnalysis(version.analysis);
    const why = reasons.map(reasonText)[0] ?? "no rule speaks for it";
    return [`${feed}: ${CHANGES[change]}${relevant ? "" : ", passed over"}: ${version.title} (${why})`];
  });
}

const CHANGES = {
  new: "new",
  language: "another language of a known story",
  corrected: "corrected",
  known: "known",
} as const;
