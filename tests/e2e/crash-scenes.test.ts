import { expect, test } from "vitest";
import { openHouse, type House } from "../crash/house.ts";
import type { Piece } from "../crash/news.ts";

// Single scenes in the town of `npm run crash`: what it once found, and what a broken disk does.

const MINUTE = 60_000;
const EPOCH = Date.parse("2026-06-23T08:00:00Z");

async function scene(): Promise<House> {
  const house = await openHouse({ database: undefined, epoch: EPOCH, schedule: "*/20 * * * * *" }, 1);
  house.town.news.publish("initiative", "2026-06-23");
  await house.start();
  await pass(house, MINUTE);
  return house;
}

async function pass(house: House, time: number): Promise<void> {
  const { timeline } = house.town;
  for (const end = timeline.elapsed() + time; timeline.elapsed() < end;) await house.step(end);
}

function publish({ town }: House): Piece {
  return town.news.publish("initiative", "2026-06-23");
}

/** What each channel that wants everything shows of an item. */
function shown({ town }: House, { key }: Piece): readonly (readonly string[])[] {
  const [slack, , discord] = town.places;
  return [slack, discord].map((place) =>
    (place?.messages() ?? []).flatMap(({ text }) =>
      Array.from(text.matchAll(new RegExp(`file ${key} (reading \\d+)`, "g")), ([, reading = ""]) => reading),
    ),
  );
}

test("an edit that Slack carries out a minute after the bot was killed does not outlast a newer wording", async () => {
  await using house = await scene();
  const piece = publish(house);
  await pass(house, MINUTE);
  const { next } = house.town.gates.slack;
  next.push({ fits: ({ kind }) => kind === "edit", fate: { kind: "killed", when: "arrived", after: MINUTE } });
  piece.reading = 2;
  while (house.alive()) await house.step(house.town.timeline.elapsed() + MINUTE);
  await house.start();
  piece.reading = 3;

  await pass(house, 5 * MINUTE);

  expect(shown(house, piece)).toEqual([["reading 3"], ["reading 3"]]);
});

test("a post whose answer was lost under a clock that was ahead stands once", async () => {
  await using house = await scene();
  await house.setClock(10 * MINUTE);
  await pass(house, MINUTE);
  for (const gate of Object.values(house.town.gates))
    gate.next.push({ fits: ({ kind }) => kind === "send", fate: { kind: "lost", how: "reset", after: 0 } });
  const piece = publish(house);

  await pass(house, 15 * MINUTE);

  expect(shown(house, piece)).toEqual([["reading 1"], ["reading 1"]]);
});

test.each([
  { state: "full", words: "database or disk is full" },
  { state: "read-only", words: "attempt to write a readonly database" },
  { state: "locked", words: "database is locked" },
] as const)("a database that is $state is told of, and nothing is lost", async ({ state, words }) => {
  await using house = await scene();
  const set = async (broken: boolean): Promise<void> => {
    if (state === "locked") house.town.lockDatabase(broken);
    else await house.setDisk(broken ? state : "well");
  };
  await set(true);
  // A full disk has room left in the last page for a little while.
  const pieces = Array.from({ length: 5 }, () => publish(house));
  await pass(house, 2 * MINUTE);
  expect(house.log()).toContain(words);

  await set(false);
  await pass(house, 2 * MINUTE);

  expect(house.alive()).toBe(true);
  for (const piece of pieces) expect(shown(house, piece)).toEqual([["reading 1"], ["reading 1"]]);
});
