/** One decision about an item, and what led to it. */
export interface Explained {
  /** "relevant", "topic moratorium", "meeting 2026-06-18", "point". */
  readonly decision: string;
  readonly rule: string;
  /** The words that set the rule off, or what speaks for and against a point. */
  readonly words: string;
  /** The sentence of the source in which they stand; empty where they stand in none, as with a link. */
  readonly sentence: string;
}
