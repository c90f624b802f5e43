import type { Candidate } from "./candidates.ts";
import { isJoinable, MOST_POINTS } from "./points.ts";
import type { Weight } from "./weights.ts";

/** One more sentence than points: two that follow one another may share a point. */
const MOST_SENTENCES = MOST_POINTS + 1;
/** A brief is never longer, however words are counted. */
export const MOST_WORDS = 90;
const ROOM = MOST_WORDS - 3;
/** With fewer words a brief of usual style says too little. */
const BARE = 36;
/** Words of a sentence in an article of usual style; what is written in longer ones is told in longer ones. */
const USUAL_SENTENCE = 20;
const STYLE = 1.5;
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
  usual: Weights,
): readonly Candidate[] {
  const leniency = leniencyOf(candidates);
  const weights = { ...usual, word: usual.word * leniency };
  const pool = candidates
    .map((candidate) => ({ candidate, most: worthOf(candidate, weights) + newsOf(candidate, told, weights) }))
    .sort((a, b) => b.most - a.most)
    .slice(0, TRIED);
  return bestOf(entriesOf(pool, told, weights), weights, BARE / leniency);
}

/** How much less a word costs where the article is written in long sentences: 1 for no less. */
function leniencyOf(candidates: readonly Candidate[]): number {
  const lengths = candidates.flatMap(({ sentence, length }) => (sentence.part === "text" ? [length] : []));
  const words = lengths.reduce((sum, length) => sum + length, 0);
  return Math.min(1, (USUAL_SENTENCE * lengths.length) / Math.max(1, words)) ** (words === 0 ? 0 : STYLE);
}

interface Weighed {
  readonly candidate: Candidate;
  /** What it is worth at most: by itself. */
  readonly most: number;
}

/** A candidate with what it tells as numbers, since thousands of combinations are tried. */
interface Entry extends Weighed {
  /** What it is worth whatever else is chosen. */
  readonly worth: number;
  readonly tells: readonly number[];
  readonly news: readonly number[];
}

function entriesOf(pool: readonly Weighed[], told: ReadonlySet<string>, weights: Weights): readonly Entry[] {
  const numbers = new Map<string, number>();
  return pool.map(({ candidate, most }) => {
    const tells = [...candidate.tells].filter(([what]) => !told.has(what));
    for (const [what] of tells) if (!numbers.has(what)) numbers.set(what, numbers.size);
    return {
      candidate,
      most,
      worth: worthOf(candidate, weights),
      tells: tells.map(([what]) => numbers.get(what) ?? 0),
      news: tells.map(([, weight]) => weights[weight]),
    };
  });
}

/**
 * @param pool the most valuable first
 * @param bare with fewer words a brief says too little
 */
function bestOf(pool: readonly Entry[], weights: Weights, bare: number): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  let most = -Infinity;
  // How many of the chosen tell each thing.
  const tellers: number[] = [];
  const extend = (from: number, chosen: readonly Candidate[], length: number, value: number): void => {
    if (chosen.length > 0 && value > most) {
      const lacking = weights.bare * Math.max(0, bare - length);
      const whole = value + lacking + weights.reference * chosen.filter((candidate) => hangs(candidate, chosen)).length;
      if (whole > most && fits(chosen)) {
        best = chosen;
        most = whole;
      }
    }
    const room = MOST_SENTENCES - chosen.length;
    if (room === 0) return;
    for (let at = from; at < pool.length; at++) {
      const next = pool[at];
      // The rest is worth less still.
      if (next === undefined || value + highest(pool, at, room) <= most) return;
      if (length + next.candidate.length > ROOM) continue;
      if (chosen.some(({ sentence }) => sentence === next.candidate.sentence)) continue;
      const gain = next.worth + take(next, tellers);
      extend(at + 1, [...chosen, next.candidate], length + next.candidate.length, value + gain);
      for (const what of next.tells) tellers[what] = (tellers[what] ?? 1) - 1;
    }
  };
  extend(0, [], 0, 0);
  return best;
}

/** What so many entries from one on can be worth together at most, the first of them taken. */
function highest(pool: readonly Entry[], from: number, count: number): number {
  let sum = pool[from]?.most ?? 0;
  for (let at = from + 1; at < from + count; at++) sum += Math.max(0, pool[at]?.most ?? 0);
  return sum;
}

/** Counts in what an entry tells; returns what of it is new. */
function take({ tells, news }: Entry, tellers: number[]): number {
  let gain = 0;
  for (const [index, what] of tells.entries()) {
    const before = tellers[what] ?? 0;
    if (before === 0) gain += news[index] ?? 0;
    tellers[what] = before + 1;
  }
  return gain;
}

function fits(chosen: readonly Candidate[]): boolean {
  return chosen.length <= MOST_POINTS || chosen.some((one) => chosen.some((next) => isJoinable(one, next)));
}

/** Whether a sentence leans on the one before it, and that one is not chosen. */
function hangs({ sentence, traits }: Candidate, chosen: readonly Candidate[]): boolean {
  return traits.includes("reference") && !chosen.some((other) => other.sentence.index === sentence.index - 1);
}

function worthOf({ traits, length, depth }: Candidate, weights: Weights): number {
  const base = weights.word * length + weights.depth * Math.min(depth, DEEPEST);
  return traits.reduce((worth, trait) => (trait === "reference" ? worth : worth + weights[trait]), base);
}

function newsOf({ tells }: Candidate, told: ReadonlySet<string>, weights: Weights): number {
  let news = 0;
  for (const [what, weight] of tells) if (!told.has(what)) news += weights[weight];
  return news;
}
