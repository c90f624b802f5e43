import type { Wrong } from "./judge.ts";
import type { Round } from "./round.ts";

/** Counts what was played and what was found. */
export interface Tally {
  add(round: Round): void;
  /** A season ended early. */
  found(): void;
  line(): string;
  table(): string;
}

const KINDS = ["lost", "twice", "out of order", "stale", "stray"] as const satisfies readonly Wrong["kind"][];

export function createTally(): Tally {
  const since = performance.now();
  const count = { rounds: 0, published: 0, corrected: 0, kills: 0, faults: 0, byHand: 0, ended: 0 };
  const wrongs = new Map<Wrong["kind"], number>(KINDS.map((kind) => [kind, 0]));
  const seconds = (): number => Math.round((performance.now() - since) / 1000);
  const verdict = (): string => KINDS.map((kind) => `${wrongs.get(kind) ?? 0} ${kind}`).join(", ");
  return {
    add(round) {
      count.rounds += 1;
      count.published += round.published;
      count.corrected += round.corrected;
      count.kills += round.kills;
      count.faults += round.faults;
      count.byHand += round.byHand;
      for (const { kind } of round.wrongs) wrongs.set(kind, (wrongs.get(kind) ?? 0) + 1);
    },
    found: () => void (count.ended += 1),
    line: () => `${count.rounds} rounds, ${count.kills} kills, ${count.faults} faults in ${seconds()} s: ${verdict()}`,
    table: () =>
      [
        `rounds ${count.rounds}, ${seconds()} s`,
        `items published ${count.published}, corrections ${count.corrected}`,
        `kills ${count.kills}, requests that met a fault ${count.faults}, settled by a person ${count.byHand}`,
        verdict(),
        ...(count.ended === 0 ? [] : [`seasons that ended early: ${count.ended}`]),
      ].join("\n"),
  };
}
