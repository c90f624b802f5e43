/** Two unordered lists side by side: what stands in both, what was not found, and what was found in addition. */
export interface Comparison<Wanted, Got> {
  readonly pairs: readonly (readonly [Wanted, Got])[];
  readonly missed: readonly Wanted[];
  readonly extra: readonly Got[];
}

/** Pairs up entries with the same key, each at most once. */
export function compare<Key, Wanted extends Key, Got extends Key>(
  wanted: readonly Wanted[],
  got: readonly Got[],
  keyOf: (entry: Key) => string,
): Comparison<Wanted, Got> {
  const left = [...got];
  const pairs: (readonly [Wanted, Got])[] = [];
  const missed: Wanted[] = [];
  for (const want of wanted) {
    const at = left.findIndex((entry) => keyOf(entry) === keyOf(want));
    const [match] = at === -1 ? [] : left.splice(at, 1);
    if (match === undefined) missed.push(want);
    else pairs.push([want, match]);
  }
  return { pairs, missed, extra: left };
}

/** How many entries were rightly found, wrongly found, and not found. */
export interface Tally {
  readonly hits: number;
  readonly extra: number;
  readonly missed: number;
}

/** Adds up what several comparisons found. */
export function tallyOf(comparisons: readonly Comparison<unknown, unknown>[]): Tally {
  return {
    hits: total(comparisons.map(({ pairs }) => pairs.length)),
    extra: total(comparisons.map(({ extra }) => extra.length)),
    missed: total(comparisons.map(({ missed }) => missed.length)),
  };
}

/** The share of what was found that is right; 1 where nothing was found. */
export function precisionOf({ hits, extra }: Tally): number {
  return share(hits, hits + extra);
}

/** The share of what there is that was found; 1 where there is nothing. */
export function recallOf({ hits, missed }: Tally): number {
  return share(hits, hits + missed);
}

/** The harmonic mean of precision and recall. */
export function f1Of(tally: Tally): number {
  return share(2 * tally.hits, 2 * tally.hits + tally.extra + tally.missed);
}

/** A share of 0 to 1; 1 where there is nothing to share. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** The sum; 0 of nothing. */
export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
