import type { Target } from "../../model/analysis.ts";
import { foldedWords } from "../../model/fold.ts";
import { sinceLast, type Novelty, type Step } from "./shift.ts";

/** Another date for an aim that was told before in the same language. */
export function targetNovelty<S extends Step>(
  now: Step,
  { what, by }: Target,
  earlier: readonly S[],
): readonly Novelty<S>[] {
  return sinceLast(earlier, ({ language, analysis }) => {
    const alike = analysis.targets.filter((other) => language === now.language && isAlike(other.what, what));
    const [first] = alike;
    if (first === undefined) return undefined;
    return { shift: { part: "target", what, before: first.by, now: by }, same: alike.some((one) => one.by === by) };
  });
}

/** So much of all their words do two wordings of one aim share. */
const ALIKE = 0.6;
const SHORTEST_WORD = 4;
const STEM = 6;

function isAlike(a: string, b: string): boolean {
  const [one, other] = [stemsOf(a), stemsOf(b)];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared > 0 && shared / (one.size + other.size - shared) >= ALIKE;
}

function stemsOf(text: string): ReadonlySet<string> {
  const long = foldedWords(text).filter(({ word }) => word.length >= SHORTEST_WORD);
  return new Set(long.map(({ word }) => word.slice(0, STEM)));
}
