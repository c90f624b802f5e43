import type { Millis } from "../../src/model/time.ts";
import { arrangeNews } from "./chronicle.ts";
import { arrangeDeath, deathAtBirth, downtime } from "./death.ts";
import type { House } from "./house.ts";
import { judge, type Wrong } from "./judge.ts";
import type { Arranged, Ground } from "./ground.ts";
import { arrangeMischief } from "./mischief.ts";
import { gapWasTold, settleByHand, somethingWaits } from "./operator.ts";
import { chanceOf, type Chance } from "./random.ts";
import type { Truth } from "./truth.ts";

const MINUTE: Millis = 60_000;
/** The mischief of a round goes on for so long. */
const MISCHIEF: Millis = 15 * MINUTE;
/** After the mischief, what was given up is carried out, and absences can be trusted. */
const AFTERMATH: Millis = 4 * MINUTE;
/** All must be quiet after so long. A feed that failed often is looked at again after six hours. */
const PATIENCE: Millis = 4 * 24 * 60 * MINUTE;

export interface Round {
  readonly wrongs: readonly Wrong[];
  /** How often the bot was killed. */
  readonly kills: number;
  /** Requests that met a fault. */
  readonly faults: number;
  readonly published: number;
  readonly corrected: number;
  /** Deliveries that were left to a person. */
  readonly byHand: number;
}

/** One round: news, mischief and death, then peace until all is quiet, then the comparison. */
export async function playRound(house: House, truth: Truth, seed: number, sqlite: boolean): Promise<Round> {
  const chance = chanceOf(seed);
  const { timeline, journal } = house.town;
  const before = [house.kills(), faultsIn(house)] as const;
  const ground: Ground = { house, truth, chance, sqlite, repairs: [] };
  journal.note(`--- round of seed ${seed}`);
  const mischief: Arranged[] = [];
  for (let count = chance.between(0, 4); count > 0; count--) mischief.push(await arrangeMischief(ground));
  const deaths: string[] = [];
  for (let count = chance.pick([0, 1, 1, 2]); count > 0; count--) deaths.push((await arrangeDeath(ground)).what);
  for (const { what } of mischief) journal.note(`mischief: ${what}`);
  for (const what of deaths) journal.note(`death: ${what}`);
  const { published, corrected, missedOn } = arrangeNews(ground);

  const end = timeline.elapsed() + Math.max(MISCHIEF, ...mischief.map(({ lasts = 0 }) => lasts));
  await live(house, chance, end, true);
  await repair(ground);
  const byHand = await calmDown(house, truth, chance);
  if (byHand > 0 && !truth.removed() && !mischief.some(({ mayHold }) => mayHold === true))
    throw new Error("a delivery was left to a person without need");
  const missed = missedOn();
  if (missed !== undefined && !(await gapWasTold(house.town, missed)))
    throw new Error(`news of ${missed} was missed, and no operator was told`);
  const wrongs = judge(house.town.news, house.town.places, truth);
  const [kills, faults] = [house.kills() - before[0], faultsIn(house) - before[1]];
  return { wrongs, kills, faults, published, corrected, byHand };
}

function faultsIn({ town }: House): number {
  return town.gates.slack.struck() + town.gates.discord.struck();
}

/** Lets time run; a bot that is dead is started again after a while. */
async function live(house: House, chance: Chance, until: Millis, deadly: boolean): Promise<void> {
  const { timeline } = house.town;
  let birth: Millis | undefined;
  while (timeline.elapsed() < until) {
    if (!house.alive()) {
      birth ??= timeline.elapsed() + downtime(chance);
      if (timeline.elapsed() >= birth) {
        birth = undefined;
        await house.start(deadly ? deathAtBirth(chance) : undefined);
      }
    }
    await house.step(Math.min(until, birth ?? until));
  }
}

async function repair({ house, repairs }: Ground): Promise<void> {
  const { gates, journal } = house.town;
  for (const mend of repairs) await mend();
  for (const gate of Object.values(gates)) gate.next.length = 0;
  await house.die(null);
  journal.note("the mischief is over");
}

/** Lets time run until nothing is under way any more; operators do what they are asked for. Returns how much that was. */
async function calmDown(house: House, truth: Truth, chance: Chance): Promise<number> {
  const { town } = house;
  const { timeline, served } = town;
  const end = timeline.elapsed() + PATIENCE;
  let byHand = 0;
  await live(house, chance, timeline.elapsed() + AFTERMATH, false);
  const looks = served.count + 2;
  for (;;) {
    const settled = await settleByHand(town, truth);
    byHand += settled;
    if (settled === 0 && served.count >= looks && house.alive() && !(await somethingWaits(town))) return byHand;
    if (timeline.elapsed() > end) throw new Error("it never comes to rest");
    await live(house, chance, timeline.elapsed() + MINUTE, false);
  }
}
