import { sinceLast, type Novelty, type Step } from "./shift.ts";

/** A symbol with its revision; the first circulation is revision 0. */
const REVISION = /^(?<base>.+?)(?:\/Rev\.(?<number>\d+))?$/u;

/** A later revision of a document than the one that was named last. */
export function textNovelty<S extends Step>(symbol: string, earlier: readonly S[]): readonly Novelty<S>[] {
  const { base, number } = revisionOf(symbol);
  if (number === 0) return [];
  return sinceLast(earlier, ({ analysis }) => {
    const versions = analysis.documents.filter((other) => revisionOf(other).base === base);
    const last = versions.sort((a, b) => revisionOf(b).number - revisionOf(a).number)[0];
    if (last === undefined) return undefined;
    return { shift: { part: "text", before: last, now: symbol }, same: revisionOf(last).number >= number };
  });
}

function revisionOf(symbol: string): { readonly base: string; readonly number: number } {
  const { base = symbol, number = "0" } = REVISION.exec(symbol)?.groups ?? {};
  return { base, number: Number(number) };
}
