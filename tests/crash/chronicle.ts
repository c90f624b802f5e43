import type { Day, Millis } from "../../src/model/time.ts";
import { DRESSES } from "./news.ts";
import type { Ground } from "./ground.ts";

const MINUTE: Millis = 60_000;

/** What the feed does in a round. */
export interface Chronicle {
  readonly published: number;
  readonly corrected: number;
  /** The day on which more came at once than the feed shows, while the bot was dead; undefined where that did not happen. */
  readonly missedOn: () => Day | undefined;
}

/** Lets the feed publish, correct, withdraw and bring back items at moments by chance. */
export function arrangeNews({ house, chance, truth }: Ground): Chronicle {
  const { timeline, news, journal } = house.town;
  const soon = (what: () => void | Promise<void>): void => timeline.later(chance.between(0, 10 * MINUTE), what);
  // More than five new items at one look become a digest.
  const gap = chance.happens(0.05);
  const burst = gap || chance.happens(0.1);
  // The feed shows ten: what else comes while the bot is away, nobody will know of.
  const published = gap ? chance.between(11, 14) : burst ? chance.between(6, 8) : chance.between(1, 3);
  let missedOn: Day | undefined;
  const today = (): Day => new Date(timeline.now()).toISOString().slice(0, 10);
  const publish = (): void => {
    const day = today();
    const piece = news.publish(chance.pick(["initiative", "initiative", "moratorium", "moratorium", "fish"]), day);
    journal.note(`published: ${piece.key}, ${piece.subject}`, [piece.key]);
  };
  if (burst)
    soon(async () => {
      if (gap) {
        await house.kill("to miss some news");
        missedOn = today();
      }
      Array.from({ length: published }).forEach(publish);
      const shown = new Set(news.shown());
      for (const piece of news.pieces) if (!shown.has(piece) && !truth.sure.has(piece.key)) piece.gone = true;
    });
  else for (let made = 0; made < published; made++) soon(publish);

  const corrections = chance.pick([0, 0, 1, 1, 2, 3]);
  for (let made = 0; made < corrections; made++) {
    soon(() => {
      const piece = news.shown()[chance.between(0, 3)];
      if (piece === undefined) return;
      const correct = (): void => {
        piece.reading += 1;
        if (chance.happens(0.4)) piece.meeting = 1 + (piece.meeting % 28);
        journal.note(`corrected: ${piece.key} to reading ${piece.reading}`, [piece.key]);
      };
      correct();
      // Another correction may come while the edit of the first is still on its way.
      if (chance.happens(0.4)) timeline.later(chance.between(1_000, 90_000), correct);
    });
  }
  if (chance.happens(0.25)) {
    soon(() => {
      const piece = news.shown()[chance.between(0, 9)];
      if (piece !== undefined) piece.dress = chance.pick(DRESSES);
    });
  }
  if (chance.happens(0.15)) {
    soon(() => {
      // Only what the bot has surely seen: of anything else nobody can say whether it must be posted.
      const piece = news.shown().find(({ key }) => truth.sure.has(key) && chance.happens(0.5));
      if (piece === undefined) return;
      piece.listed = false;
      journal.note(`withdrawn: ${piece.key}`, [piece.key]);
    });
  }
  if (chance.happens(0.3)) {
    soon(() => {
      for (const piece of news.pieces) piece.listed = true;
    });
  }
  return { published, corrected: corrections, missedOn: () => missedOn };
}
