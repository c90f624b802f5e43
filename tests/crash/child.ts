import { spawn, type ChildProcess } from "node:child_process";
import { Readable } from "node:stream";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { report, type Order, type Report, type Upbringing } from "./messages.ts";
import type { Journal } from "./journal.ts";

const ENTRY = fileURLToPath(new URL("bot.ts", import.meta.url));
/** Longer than that no step of the bot takes, whatever else the machine does. */
const STUCK = 60_000;

/** The bot's process. */
export interface Child {
  /** Resolves when the bot works, or has ended. */
  readonly started: Promise<void>;
  /** Resolves with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  alive(): boolean;
  /** Undefined where it has ended. */
  tell(order: Order): Promise<Report | undefined>;
  signal(name: "SIGKILL" | "SIGTERM"): void;
  /** What it wrote last to its log. */
  log(): string;
}

const note = z.union([
  z.object({ step: z.string(), deliveryId: z.string() }),
  z.object({ killed: z.looseObject({ at: z.string() }) }),
]);
const line = z.looseObject({ level: z.string(), message: z.string(), delivery: z.string().optional() });

export interface ChildParts {
  readonly upbringing: Upbringing;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly journal: Journal;
}

/** Starts the bot: the program itself, under the entry that puts its clock into our hands. */
export function startChild({ upbringing, folder, env, journal }: ChildParts): Child {
  const child = spawn(process.execPath, [ENTRY], {
    cwd: folder,
    env: {
      ...env,
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      CRASH_UPBRINGING: JSON.stringify(upbringing),
    },
    stdio: ["ignore", "ignore", "pipe", "ipc", "pipe"],
  });
  const lines: string[] = [];
  let alive = true;
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const ended = once(child, "close").then(() => {
    alive = false;
    journal.note(`the bot ended: ${child.signalCode ?? `exit status ${child.exitCode}`}`);
    start();
    return child.signalCode;
  });
  createInterface({ input: pipeOf(child, 2) }).on("line", (text) => {
    lines.push(text);
    if (lines.length > 400) lines.shift();
    const told = parsed(line, text);
    if (told === undefined) return journal.note(`log: ${text.slice(0, 300)}`);
    if (told.message === "started") start();
    if (told.level !== "info" || told.delivery !== undefined)
      journal.note(`log: ${text.slice(0, 400)}`, told.delivery === undefined ? [] : [told.delivery]);
  });
  createInterface({ input: pipeOf(child, 4) }).on("line", (text) => {
    const told = parsed(note, text);
    if (told === undefined) return;
    if ("killed" in told) journal.note(`kills itself: ${JSON.stringify(told.killed)}`);
    else journal.note(`step ${told.step}`, [told.deliveryId]);
  });
  return {
    started,
    ended,
    alive: () => alive,
    signal: (name) => void child.kill(name),
    log: () => lines.join("\n"),
    async tell(order) {
      if (!alive || !child.connected) return undefined;
      const answer = once(child, "message").then(([message]) => report.parse(message));
      answer.catch(() => {});
      child.send(order, () => {});
      return await Promise.race([answer, ended.then(() => undefined), stuck(lines)]);
    },
  };
}

function pipeOf(child: ChildProcess, at: 2 | 4): Readable {
  const pipe = child.stdio[at];
  if (pipe instanceof Readable) return pipe;
  throw new Error(`the bot's pipe ${at} is missing`);
}

async function stuck(lines: readonly string[]): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const fail = (): void => reject(new Error(`the bot does not answer; its log ends:\n${lines.slice(-5).join("\n")}`));
  setTimeout(fail, STUCK).unref();
  return await promise;
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
