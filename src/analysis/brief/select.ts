import type { Candidate } from "./candidates.ts";
import type { Weight } from "./weights.ts";

const MOST_POINTS = 3;
const MOST_WORDS = 90;
/** So many of the best sentences are tried together. */
const TRIED = 14;
/** Beyond this paragraph, later is no worse. */
const DEEPEST = 8;

type Weights = Readonly<Record<Weight, number>>;

/**
 * The one to three sentences that together tell most for their length, in the order of a brief.
 *
 * @param told what the headline tells already
 */
export function select(
  candidates: readonly Candidate[],
  told: ReadonlySet<string>,
  weights: Weights,
): readonly Candidate[] {
  const pool = candidates
    .map((candidate) => ({ candidate, worth: worthOf(candidate, weights) }))
    .map((entry) => ({ ...entry, alone: entry.worth + newsOf(entry.candidate, told, weights) }))
    .sort((a, b) => b.alone - a.alone)
    .slice(0, TRIED);
  const best = bestOf(pool, new Set(told), weights);
  return best.toSorted((a, b) => placeOf(a, best) - placeOf(b, best) || a.sentence.index - b.sentence.index);
}

/** A sentence that leans on the one before it stays behind it. */
function placeOf({ sentence, traits, rank }: Candidate, chosen: readonly Candidate[]): number {
  const before = chosen.find((other) => other.sentence.index === sentence.index - 1);
  return before !== undefined && traits.includes("reference") ? placeOf(before, chosen) : rank;
}

interface Entry {
  readonly candidate: Candidate;
  readonly worth: number;
}

/** Tries every one, two and three of the pool. `told` is given back as it came. */
function bestOf(pool: readonly Entry[], told: Set<string>, weights: Weights): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  let most = -Infinity;
  const extend = (from: number, chosen: readonly Candidate[], length: number, value: number): void => {
    const whole = value + weights.reference * chosen.filter((candidate) => hangs(candidate, chosen)).length;
    if (chosen.length > 0 && whole > most) {
      best = chosen;
      most = whole;
    }
    if (chosen.length === MOST_POINTS) return;
    for (let at = from; at < pool.length; at++) {
      const next = pool[at];
      if (next === undefined || length + next.candidate.length > MOST_WORDS) continue;
      if (chosen.some(({ sentence }) => sentence === next.candidate.sentence)) continue;
      const news = [...next.candidate.tells.keys()].filter((what) => !told.has(what));
      const gain = next.worth + newsOf(next.candidate, told, weights);
      for (const what of news) told.add(what);
      extend(at + 1, [...chosen, next.candidate], length + next.candidate.length, value + gain);
      for (const what of news) told.delete(what);
    }
  };
  extend(0, [], 0, 0);
  return best;
}

/** Whether a sentence leans on the one before it, and that one is not chosen. */
function hangs({ sentence, traits }: Candidate, chosen: readonly Candidate[]): boolean {
  return traits.includes("reference") && !chosen.some((other) => other.sentence.index === sentence.index - 1);
}

function worthOf({ sentence, traits, length }: Candidate, weights: Weights): number {
  const base = weights.word * length + weights.depth * Math.min(sentence.paragraph, DEEPEST);
  return traits.reduce((worth, trait) => (trait === "reference" ? worth : worth + weights[trait]), base);
}

function newsOf({ tells }: Candidate, told: ReadonlySet<string>, weights: Weights): number {
  let news = 0;
  for (const [what, weight] of tells) if (!told.has(what)) news += weights[weight];
  return news;
}
