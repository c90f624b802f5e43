import type { Millis } from "../../src/model/time.ts";
import type { Dialect } from "./dialect.ts";
import type { Gate, Loss, Trouble } from "./gate.ts";
import type { House } from "./house.ts";
import type { Chance } from "./random.ts";
import type { Truth } from "./truth.ts";

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60_000;
export const HOUR: Millis = 60 * MINUTE;
/** A request that the bot gave up may be carried out so much later. */
export const LATEST: Millis = 60 * SECOND;

/** What a round has to do mischief with. */
export interface Ground {
  readonly house: House;
  readonly truth: Truth;
  readonly chance: Chance;
  readonly sqlite: boolean;
  /** To be done when the round's mischief is over. */
  readonly repairs: (() => void | Promise<void>)[];
}

/** What a kind of mischief means for the round. */
export interface Arranged {
  readonly what: string;
  /** Whether it may leave a delivery to a person. */
  readonly mayHold?: boolean;
  /** The round's mischief goes on for so long at least. */
  readonly lasts?: Millis;
}

/** Arranges one kind of trouble for a round. */
export type Mischief = (ground: Ground) => Arranged | Promise<Arranged>;

/** The ways in which an answer gets lost. */
export const LOSSES: readonly [Loss, ...Loss[]] = ["reset", "close", "hang", "500", "502-html", "200-html", "cut"];

/** When a lost request is carried out: never, at once, or later. */
export function carriedOut(chance: Chance): Millis | undefined {
  return chance.pick([undefined, 0, 0, chance.between(1, LATEST), chance.between(1, LATEST)]);
}

/** One of the platforms' gates, by chance. */
export function gateOf({ house, chance }: Ground): {
  readonly name: string;
  readonly gate: Gate;
  readonly dialect: Dialect;
} {
  const gate = house.town.gates[chance.pick(["slack", "discord"])];
  return { name: gate.dialect.name, gate, dialect: gate.dialect };
}

/** Something begins soon and ends some time later, at the latest when the round's mischief is over. */
export function between(
  ground: Ground,
  begin: () => void | Promise<void>,
  end: () => void | Promise<void>,
  longest: Millis,
): void {
  const { timeline } = ground.house.town;
  ground.repairs.push(end);
  timeline.later(ground.chance.between(0, 5 * MINUTE), async () => {
    await begin();
    timeline.later(ground.chance.between(SECOND, longest), end);
  });
}

/** A trouble of a gate begins soon and lasts a while. */
export function lasting(ground: Ground, troubles: Set<Trouble>, trouble: Trouble, longest: Millis): void {
  between(
    ground,
    () => void troubles.add(trouble),
    () => void troubles.delete(trouble),
    longest,
  );
}
