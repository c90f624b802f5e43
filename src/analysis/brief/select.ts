import type { Candidate } from "./candidates.ts";
import { isJoinable, MOST_POINTS } from "./points.ts";
import type { Weight } from "./weights.ts";

/** One more sentence than points: two that follow one another may share a point. */
const MOST_SENTENCES = MOST_POINTS + 1;
const MOST_WORDS = 90;
/** So many of the best sentences are tried together. */
const TRIED = 12;
/** Beyond this paragraph, later is no worse. */
const DEEPEST = 8;

type Weights = Readonly<Record<Weight, number>>;

/**
 * The sentences that together tell most for their length, found by trying every few of the best ones.
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
  return bestOf(pool, new Set(told), weights);
}

interface Entry {
  readonly candidate: Candidate;
  /** What it is worth whatever else is chosen. */
  readonly worth: number;
}

/** `told` is given back as it came. */
function bestOf(pool: readonly Entry[], told: Set<string>, weights: Weights): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  let most = -Infinity;
  const extend = (from: number, chosen: readonly Candidate[], length: number, value: number): void => {
    const whole = value + weights.reference * chosen.filter((candidate) => hangs(candidate, chosen)).length;
    if (chosen.length > 0 && whole > most && fits(chosen)) {
      best = chosen;
      most = whole;
    }
    if (chosen.length === MOST_SENTENCES) return;
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

function fits(chosen: readonly Candidate[]): boolean {
  return chosen.length <= MOST_POINTS || chosen.some((one) => chosen.some((next) => isJoinable(one, next)));
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
