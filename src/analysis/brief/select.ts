import type { Candidate } from "./candidates.ts";

const MOST_POINTS = 3;
const MOST_WORDS = 90;
/** So many of the best sentences are tried together. */
const TRIED = 14;

/** The one to three sentences that together tell most for their length, in the order of a brief. */
export function select(candidates: readonly Candidate[], told: ReadonlySet<string>): readonly Candidate[] {
  const pool = candidates
    .map((candidate) => ({ candidate, value: gain(candidate, told) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, TRIED)
    .map(({ candidate }) => candidate);
  const best = bestOf(pool, 0, { chosen: [], told, length: 0, value: -Infinity });
  return best.chosen.toSorted((a, b) => a.rank - b.rank || a.sentence.index - b.sentence.index);
}

interface Choice {
  readonly chosen: readonly Candidate[];
  readonly told: ReadonlySet<string>;
  readonly length: number;
  readonly value: number;
}

function bestOf(pool: readonly Candidate[], from: number, base: Choice): Choice {
  let best = base;
  if (base.chosen.length === MOST_POINTS) return best;
  for (let at = from; at < pool.length; at++) {
    const next = pool[at];
    if (next === undefined || base.length + next.length > MOST_WORDS) continue;
    const value = (base.chosen.length === 0 ? 0 : base.value) + gain(next, base.told);
    const choice = bestOf(pool, at + 1, {
      chosen: [...base.chosen, next],
      told: new Set([...base.told, ...next.tells.keys()]),
      length: base.length + next.length,
      value,
    });
    if (choice.value > best.value) best = choice;
  }
  return best;
}

function gain(candidate: Candidate, told: ReadonlySet<string>): number {
  let value = candidate.worth;
  for (const [what, worth] of candidate.tells) if (!told.has(what)) value += worth;
  return value;
}
