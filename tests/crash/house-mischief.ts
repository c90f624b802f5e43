import { between, HOUR, MINUTE, SECOND, type Mischief } from "./ground.ts";
import { READING } from "./news.ts";
import { lateEdits, lostAnswers, serverTrouble } from "./platform-mischief.ts";
import type { FeedTrouble } from "./town.ts";

// What the feed, the machine and people do.

export const moderator: Mischief = (ground) => {
  const { house, chance, truth } = ground;
  const { town } = house;
  town.timeline.later(chance.between(0, 15 * MINUTE), () => {
    const place = chance.pick(town.places);
    const message = place.messages().at(-chance.between(1, 4));
    if (message === undefined) return;
    place.remove(message.id);
    for (const [, key = "", reading] of message.text.matchAll(READING)) {
      if (!message.text.startsWith("Correction")) truth.of(place, key).removedAt = Number(reading);
      town.journal.note(`a moderator deletes ${message.id} with ${key} in ${place.channel}`, [key]);
    }
  });
  return { what: "a moderator deletes a message", mayHold: true };
};

export const clockWrong: Mischief = async (ground) => {
  const { house, chance } = ground;
  const off = chance.pick([-2 * 24 * HOUR, -HOUR, -10 * SECOND, 30 * SECOND, 10 * MINUTE, 3 * HOUR, 400 * 24 * HOUR]);
  between(
    ground,
    () => house.setClock(off),
    () => house.setClock(0),
    30 * MINUTE,
  );
  // It does harm where it is asked what became of a post.
  const other = await ground.chance.pick([lostAnswers, lateEdits, serverTrouble])(ground);
  return { what: `clock off by ${off / SECOND} s; ${other.what}`, mayHold: other.mayHold === true };
};

export const feedTrouble: Mischief = (ground) => {
  const { town } = ground.house;
  const how: FeedTrouble = ground.chance.pick(["status", "hang", "stall", "cut", "reset", "html"]);
  between(
    ground,
    () => void (town.feedTrouble = how),
    () => void (town.feedTrouble = undefined),
    15 * MINUTE,
  );
  return { what: `feed ${how}` };
};

export const databaseTrouble: Mischief = (ground) => {
  const { house, sqlite, chance } = ground;
  if (!sqlite) {
    house.town.timeline.later(chance.between(0, 10 * MINUTE), () => house.town.cutDatabase());
    return { what: "database connections cut" };
  }
  const state = chance.pick(["full", "read-only", "locked"]);
  if (state === "locked")
    between(
      ground,
      () => house.town.lockDatabase(true),
      () => house.town.lockDatabase(false),
      2 * MINUTE,
    );
  else
    between(
      ground,
      () => house.setDisk(state),
      () => house.setDisk("well"),
      15 * MINUTE,
    );
  return { what: `database ${state}` };
};

export const restartInPeace: Mischief = ({ house, chance }) => {
  house.town.timeline.later(chance.between(0, 10 * MINUTE), () => house.askToEnd());
  return { what: "stopped by SIGTERM and started again" };
};
