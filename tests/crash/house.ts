import type { Millis } from "../../src/model/time.ts";
import { startChild, type Child } from "./child.ts";
import type { DeathOrder, Report } from "./messages.ts";
import type { Disk } from "./disk.ts";
import { openTown, type Town, type TownParts } from "./town.ts";

/** What is not over after so many milliseconds of the machine is taken for over. */
const PATIENCE = 10_000;
/** A bot that is asked to end has ended after that. */
const ENDS_WITHIN: Millis = 10_000;
/** Slack shows so often that a connection stands. */
const PINGS: Millis = 10_000;

/** The bot in its town, with time in our hands. */
export interface House extends AsyncDisposable {
  readonly town: Town;
  alive(): boolean;
  /** Starts the bot; resolves when it works, or has already ended. */
  start(die?: DeathOrder): Promise<void>;
  /** As by `kill -9`. */
  kill(why: string): Promise<void>;
  /** How often the bot was killed, by us or by itself. */
  kills(): number;
  /** Asks the bot to end, as by SIGTERM. */
  askToEnd(): void;
  /** From now on. */
  die(order: DeathOrder | null): Promise<void>;
  /** Sets the bot's clock on the wall, by so much against true time. */
  setClock(off: Millis): Promise<void>;
  /** How the file system below a SQLite file is. */
  setDisk(state: Disk): Promise<void>;
  /** Lets time run on to the next thing that happens, at most up to `limit` since the beginning. */
  step(limit: Millis): Promise<void>;
  log(): string;
}

export async function openHouse(parts: Omit<TownParts, "kill">, seed: number): Promise<House> {
  let child: Child | undefined;
  let last: Report | undefined;
  let off = 0;
  let births = 0;
  let kills = 0;
  /** When the bot was asked to end. */
  let asked: Millis | undefined;
  /** What had happened when the bot was last seen waiting. */
  let quiet = -1;
  /** So much is under way and was waited for in vain. */
  let tolerated = 0;
  const kill = async (why: string): Promise<void> => {
    if (child?.alive() !== true) return;
    town.journal.note(`killed: ${why}`);
    child.signal("SIGKILL");
    await child.ended;
  };
  const town = await openTown({ ...parts, kill });
  const { timeline, journal } = town;
  const ping = (): void => {
    town.slack.sockets.ping();
    timeline.later(PINGS, ping);
  };
  ping();

  const outside = (): number => town.gates.slack.activity() + town.gates.discord.activity() + town.feed.requests.length;
  const hanging = (): number =>
    town.gates.slack.hanging() + town.gates.discord.hanging() + (town.feedTrouble === undefined ? 0 : 1);

  /** Waits until the bot has nothing to do but to wait. */
  async function settle(): Promise<void> {
    const waits = (): boolean => last !== undefined && last.busy <= Math.max(hanging(), tolerated);
    const happened = (): number => (last?.activity ?? 0) + outside();
    // A timer that did nothing, such as a sign of life on a socket, needs no waiting.
    if (waits() && happened() === quiet) return;
    tolerated = 0;
    for (const since = performance.now(); child?.alive() === true;) {
      last = await child.tell({ do: "report" });
      if (last === undefined) return;
      const still = happened() === quiet;
      if (still && waits()) return;
      quiet = happened();
      if (performance.now() - since > PATIENCE) {
        journal.note(`not waited for: ${last.busy} under way`);
        tolerated = last.busy;
        return;
      }
      if (still) await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** It has ended by its clock; of ours the process may need a moment to be gone. */
  async function ended(): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, PATIENCE);
    await Promise.race([child?.ended, late]);
    clearTimeout(timer);
    if (child?.alive() === true) throw new Error("the bot was asked to end and went on");
  }

  return {
    town,
    kill,
    alive: () => child?.alive() === true,
    kills: () => kills,
    log: () => child?.log() ?? "",
    async start(die) {
      births += 1;
      const upbringing = {
        config: "tradepost.yaml",
        seed: seed + births,
        epoch: timeline.epoch,
        elapsed: timeline.elapsed(),
        off,
        die: die ?? null,
      };
      journal.note(`the bot starts${die === undefined ? "" : `, to die at ${JSON.stringify(die)}`}`);
      asked = undefined;
      child = startChild({ upbringing, folder: town.folder, env: town.env, journal });
      void child.ended.then((signal) => (kills += signal === "SIGKILL" ? 1 : 0));
      await child.started;
    },
    askToEnd() {
      if (child?.alive() !== true) return;
      journal.note("asked to end");
      asked = timeline.elapsed();
      child.signal("SIGTERM");
    },
    die: async (order) => void (await child?.tell({ do: "die", order })),
    async setClock(next) {
      journal.note(`the bot's clock is off by ${next} ms`);
      off = next;
      await child?.tell({ do: "set clock", off });
    },
    async setDisk(state) {
      journal.note(`disk: ${state}`);
      await child?.tell({ do: "disk", state });
    },
    async step(limit) {
      await settle();
      if (timeline.elapsed() - (asked ?? Infinity) > ENDS_WITHIN) await ended();
      const next = Math.min(limit, last?.next ?? limit, timeline.next() ?? limit);
      await timeline.moveTo(Math.max(next, timeline.elapsed()));
      if (child?.alive() === true) last = await child.tell({ do: "advance", to: timeline.elapsed() });
      else last = undefined;
    },
    async [Symbol.asyncDispose]() {
      child?.signal("SIGKILL");
      await child?.ended;
      await town[Symbol.asyncDispose]();
    },
  };
}
