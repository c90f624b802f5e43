import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

const ENTRY = fileURLToPath(new URL("../../src/tradepost.mjs", import.meta.url));
const PATIENCE = { timeout: 20_000, interval: 25 };

/** The real program as a child process. */
export interface Bot {
  /** What it wrote so far. */
  readonly out: () => string;
  readonly log: () => string;
  /** Resolves with the exit status, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): void;
}

/** A folder of its own in which the program runs, removed in the end; every program started in it is killed first. */
export interface Desk extends AsyncDisposable {
  readonly folder: string;
  /** Writes a configuration and returns the options that name it. */
  configure(yaml: string): Promise<readonly string[]>;
  start(args: readonly string[], env?: Readonly<Record<string, string>>, input?: string): Bot;
  /** Runs a command to its end. */
  finish(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
    input?: string,
  ): Promise<{ readonly status: number | null; readonly out: string; readonly log: string }>;
}

export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "tradepost-e2e-"));
  const bots: Bot[] = [];
  const start: Desk["start"] = (args, env = {}, input) => {
    const bot = startBot(folder, args, env, input);
    bots.push(bot);
    return bot;
  };
  return {
    folder,
    async configure(yaml) {
      await writeFile(join(folder, "tradepost.yaml"), yaml);
      return ["--config", "tradepost.yaml"];
    },
    start,
    async finish(args, env, input) {
      const bot = start(args, env, input);
      const status = await bot.ended;
      return { status, out: bot.out(), log: bot.log() };
    },
    async [Symbol.asyncDispose]() {
      for (const bot of bots) bot.kill("SIGKILL");
      await Promise.all(bots.map((bot) => bot.ended));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startBot(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: string | undefined,
): Bot {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let out = "";
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log += text));
  child.stdin.on("error", () => {}).end(input ?? "");
  const ended = once(child, "close").then(() => child.exitCode);
  return { out: () => out, log: () => log, ended, kill: (signal) => void child.kill(signal) };
}

/** Waits until something holds; the last failure tells what does not. */
export async function until(holds: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(holds, PATIENCE);
}
