import { openHouse } from "./house.ts";
import type { Wrong } from "./judge.ts";
import { chanceOf } from "./random.ts";
import { playRound, type Round } from "./round.ts";
import { deliveriesOf } from "./operator.ts";
import { createTruth } from "./truth.ts";

/** Rounds that one database and one town live through. */
export const ROUNDS = 20;

/** Beginnings: ordinary days, both changes of the clock in Zurich, and the turn of a year. */
const EPOCHS = [
  "2026-06-23T08:00:00Z",
  "2026-03-28T23:30:00Z",
  "2026-10-24T23:30:00Z",
  "2026-12-31T21:00:00Z",
  "2027-02-10T03:17:00Z",
] as const;

/** A correction may come while an earlier one is still under way, or long after. */
const SCHEDULES = ["*/5 * * * *", "* * * * *", "*/20 * * * * *"] as const;

export interface SeasonParts {
  readonly seed: number;
  readonly rounds: number;
  /** An empty PostgreSQL database; a SQLite file of its own where left out. */
  readonly database: string | undefined;
  readonly told: (round: Round) => void;
}

/** Plays rounds upon one another in one town. Throws `Found` at the first round after which something is wrong. */
export async function playSeason({ seed, rounds, database, told }: SeasonParts): Promise<void> {
  const chance = chanceOf(seed);
  const epoch = Date.parse(chance.pick(EPOCHS));
  await using house = await openHouse({ database, epoch, schedule: chance.pick(SCHEDULES) }, seed);
  const { town } = house;
  const truth = createTruth();
  const day = new Date(epoch).toISOString().slice(0, 10);
  for (const subject of ["initiative", "moratorium", "fish"] as const)
    truth.old.add(town.news.publish(subject, day).key);
  await house.start();
  const looked = town.timeline.elapsed() + 6 * 60_000;
  while (town.timeline.elapsed() < looked) await house.step(looked);
  for (let played = 0; played < rounds; played++) {
    try {
      const round = await playRound(house, truth, seed * 1_000 + played, database === undefined);
      told(round);
      const [wrong] = round.wrongs;
      if (wrong !== undefined) throw new Found(seed, played + 1, round.wrongs, await storyOf(wrong));
    } catch (error) {
      if (error instanceof Found) throw error;
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw new Found(seed, played + 1, [], `${what}\n${town.journal.story(new Set())}\n${house.log()}`, {
        cause: error,
      });
    }
  }

  async function storyOf({ about, text }: Wrong): Promise<string> {
    const names = new Set([about, ...town.journal.kin(about), ...(await deliveriesOf(town, about))]);
    return `${text}\n${town.journal.story(names)}`;
  }
}

/** What the harness found. */
export class Found extends Error {
  override readonly name = "Found";
  readonly wrongs: readonly Wrong[];

  constructor(seed: number, round: number, wrongs: readonly Wrong[], story: string, options: ErrorOptions = {}) {
    const kinds = wrongs.map(({ kind, text }) => `${kind}: ${text}`).join("\n");
    super(
      `Season of seed ${seed}, round ${round}. See it again: npm run crash -- --seed ${seed} --rounds ${round}\n${kinds}\n\n${story}`,
      options,
    );
    this.wrongs = wrongs;
  }
}
