import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { emptyPostgres } from "../support/empty-postgres.ts";
import { startThrowawayPostgres } from "../support/throwaway-postgres.ts";
import { createTally } from "./tally.ts";
import { Found, playSeason, ROUNDS } from "./season.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    database: { type: "string", default: "sqlite" },
  },
});

// The bot is started many times.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "tradepost-crash-cache");
const rounds = Number(values.rounds);
const first = Number(values.seed);
await using stack = new AsyncDisposableStack();
const server = values.database === "postgres" ? stack.use(await startThrowawayPostgres()).url : undefined;
const tally = createTally();
for (let played = 0, seed = first; played < rounds; played += ROUNDS, seed++) {
  try {
    await using database =
      server === undefined ? undefined : await emptyPostgres(server, `crash_${process.pid}_${seed}`);
    const some = Math.min(ROUNDS, rounds - played);
    await playSeason({ seed, rounds: some, database: database?.url, told: (round) => tally.add(round) });
    process.stderr.write(`${tally.line()}\n`);
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    process.exitCode = 1;
    tally.found();
    process.stderr.write(`${error.message}\n\n`);
  }
}
process.stdout.write(`${tally.table()}\n`);
