import type { Arranged, Ground, Mischief } from "./ground.ts";
import * as house from "./house-mischief.ts";
import * as platform from "./platform-mischief.ts";

/** All kinds, by how often each is chosen. */
const KINDS: readonly (readonly [number, Mischief])[] = [
  [10, platform.lostAnswers],
  [3, platform.lateEdits],
  [3, platform.slowAnswers],
  [3, platform.refusedConnections],
  [4, platform.tooMany],
  [3, platform.serverTrouble],
  [2, platform.tokenRevoked],
  [3, platform.shutChannel],
  [2, platform.poison],
  [3, platform.lateHistory],
  [2, house.moderator],
  [2, platform.socketsDrop],
  [2, house.clockWrong],
  [2, house.feedTrouble],
  [2, house.databaseTrouble],
  [2, house.restartInPeace],
  [0.4, platform.twoDaysDown],
];

/** Arranges one kind of mischief by chance. */
export async function arrangeMischief(ground: Ground): Promise<Arranged> {
  const total = KINDS.reduce((sum, [weight]) => sum + weight, 0);
  let left = ground.chance.number() * total;
  for (const [weight, mischief] of KINDS) {
    left -= weight;
    if (left < 0) return await mischief(ground);
  }
  return await platform.lostAnswers(ground);
}
