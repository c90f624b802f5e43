import type { Piece } from "./news.ts";
import type { Place } from "./place.ts";

/** What the harness itself knows about one item in one channel, beyond what the feed says. */
export interface Circumstances {
  /** A moderator took the message away, when this reading was in the feed. */
  removedAt: number | undefined;
  /** A person settled it: it left the order. */
  byHand: boolean;
}

/** What should stand in the channels. */
export interface Truth {
  /** Items that the first look found: none of them is news. */
  readonly old: Set<string>;
  /** The reading that each item was last sure to be known in. */
  readonly sure: Map<string, number>;
  of(place: Place, key: string): Circumstances;
  /** Whether a moderator ever took a message away: nobody can say what became of a reply to it. */
  removed(): boolean;
}

export function createTruth(): Truth {
  const known = new Map<string, Circumstances>();
  return {
    old: new Set(),
    sure: new Map(),
    removed: () => [...known.values()].some(({ removedAt }) => removedAt !== undefined),
    of(place, key) {
      const name = `${place.channel} ${key}`;
      const found = known.get(name) ?? { removedAt: undefined, byHand: false };
      known.set(name, found);
      return found;
    },
  };
}

/** Whether an item has to stand in a channel. */
export function belongs(truth: Truth, place: Place, piece: Piece): boolean {
  return place.wants(piece.subject) && !truth.old.has(piece.key);
}
