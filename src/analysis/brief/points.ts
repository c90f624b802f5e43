import type { Candidate } from "./candidates.ts";

export const MOST_POINTS = 3;
/** Two sentences share a point only up to this many words. */
const LONGEST_POINT = 45;

/**
 * Puts chosen sentences in the order of a brief: what happened, what comes, what is told for completeness. Where there
 * are more of them than points, the closest neighbours share one.
 */
export function pointsOf(chosen: readonly Candidate[]): readonly string[] {
  const source = chosen.toSorted((a, b) => a.sentence.index - b.sentence.index);
  const ranked = source.toSorted((a, b) => placeOf(a, chosen) - placeOf(b, chosen));
  const order = ranked.length > MOST_POINTS && closestPair(ranked) === undefined ? source : ranked;
  const shared = order.length > MOST_POINTS ? closestPair(order) : undefined;
  return order.flatMap((candidate, at) => {
    if (at === shared) return [`${candidate.text} ${order[at + 1]?.text ?? ""}`.trim()];
    return shared !== undefined && at === shared + 1 ? [] : [candidate.text];
  });
}

/** Whether `next` follows `one` in the same paragraph or list and both are short enough for one point. */
export function isJoinable(one: Candidate, next: Candidate): boolean {
  return (
    next.sentence.index === one.sentence.index + 1 &&
    (next.sentence.paragraph === one.sentence.paragraph || (one.sentence.bullet && next.sentence.bullet)) &&
    one.length + next.length <= LONGEST_POINT
  );
}

/** Where the pair begins that shares a point: one that leans on the other, else the shortest. */
function closestPair(order: readonly Candidate[]): number | undefined {
  let closest: number | undefined;
  let least = Infinity;
  for (const [at, one] of order.entries()) {
    const next = order[at + 1];
    if (next === undefined || !isJoinable(one, next)) continue;
    const distance = one.length + next.length - (next.traits.includes("reference") ? LONGEST_POINT : 0);
    if (distance < least) closest = at;
    least = Math.min(least, distance);
  }
  return closest;
}

/** A sentence that leans on the one before it stays behind it, and a paragraph in the order in which it was written. */
function placeOf({ sentence, traits }: Candidate, chosen: readonly Candidate[]): number {
  const before = chosen.find((other) => other.sentence.index === sentence.index - 1);
  if (before !== undefined && traits.includes("reference")) return placeOf(before, chosen);
  const together = chosen.filter((other) => other.sentence.paragraph === sentence.paragraph);
  return Math.min(...together.map(({ rank }) => rank));
}
