/** Chance that can be repeated. */
export interface Chance {
  /** From 0 up to but not including 1. */
  number(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True this often: 0.1 for one time in ten. */
  happens(share: number): boolean;
  pick<const T>(from: readonly [T, ...T[]]): T;
}

/** Numbers from 0 up to but not including 1, always the same for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function chanceOf(seed: number): Chance {
  const number = seededRandom(seed);
  const between = (from: number, to: number): number => from + Math.floor(number() * (to - from + 1));
  return {
    number,
    between,
    happens: (share) => number() < share,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
  };
}
