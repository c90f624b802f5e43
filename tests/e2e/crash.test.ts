import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Round } from "../crash/round.ts";
import { playSeason } from "../crash/season.ts";
import { freshDatabase } from "../support/database.ts";

// A few rounds of `npm run crash`, the same each time. What fails tells how to see it again, and the story.

// The bot is started many times.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "tradepost-crash-cache");

test("killed and misled again and again, the bot loses nothing and posts nothing twice", async () => {
  const rounds: Round[] = [];
  await playSeason({ seed: 4, rounds: 4, database: undefined, told: (round) => void rounds.push(round) });

  expect(rounds.flatMap(({ wrongs }) => wrongs)).toEqual([]);
  expect(sum(rounds, "published")).toBeGreaterThan(3);
  expect(sum(rounds, "kills")).toBeGreaterThan(1);
  expect(sum(rounds, "faults")).toBeGreaterThan(0);
}, 180_000);

test("and on PostgreSQL", async () => {
  await using database = await freshDatabase("postgres");
  const rounds: Round[] = [];
  await playSeason({ seed: 7, rounds: 2, database: database.url, told: (round) => void rounds.push(round) });

  expect(rounds.flatMap(({ wrongs }) => wrongs)).toEqual([]);
  expect(sum(rounds, "kills")).toBeGreaterThan(0);
}, 180_000);

function sum(rounds: readonly Round[], what: "published" | "kills" | "faults"): number {
  return rounds.reduce((total, round) => total + round[what], 0);
}
