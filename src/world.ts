import { readFile, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { systemClock } from "./clock.ts";
import type { Environment, ReadFile } from "./config/variables.ts";
import type { Observe } from "./delivery/tools.ts";
import { systemNetwork, type FetchTools } from "./feed/network.ts";
import type { Clock } from "./model/time.ts";

/** Everything outside the program that it touches, so that tests and the demo can put something else in its place. */
export interface World {
  readonly env: Environment;
  readonly readFile: ReadFile;
  /** How many bytes are free on the disk that holds a folder or a file that need not be there yet; undefined where that can't be told. */
  readonly freeSpace: (path: string) => Promise<number | undefined>;
  /** Whether what is written at a path outlives the program's container; true where there is none. */
  readonly isLasting: (path: string) => Promise<boolean>;
  readonly clock: Clock;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
  /** How feeds are fetched, given the name that this program gives itself. */
  readonly network: (userAgent: string) => FetchTools;
  /** Results and posts of the terminal adapter. */
  readonly print: (text: string) => void;
  /** Lines of the log. */
  readonly printLog: (line: string) => void;
  /** What a person types, a line at a time; undefined where nobody sits at a terminal. */
  readonly lines?: (() => AsyncIterable<string>) | undefined;
  /** Aborts when the program is asked to end. */
  readonly signal: AbortSignal;
  /** Watches the steps of deliveries; nobody does where left out. */
  readonly observe?: Observe;
}

/** The world as it is: this process, this machine. Colours only where a person watches. */
export function realWorld(signal: AbortSignal): World {
  const colours = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  return {
    env: process.env,
    readFile: (path) => readFile(path, "utf8"),
    freeSpace: async (path) => {
      const disk = await statfs(dirname(path)).catch(() => undefined);
      return disk === undefined ? undefined : disk.bavail * disk.bsize;
    },
    isLasting: isOnVolume,
    clock: systemClock,
    random: Math.random,
    network: (userAgent) => systemNetwork(systemClock, userAgent),
    print: (text) => void process.stdout.write(colours ? text : stripVTControlCharacters(text)),
    printLog: (line) => void process.stderr.write(line),
    lines: process.stdin.isTTY && process.stdout.isTTY ? () => typedLines(signal) : undefined,
    signal,
  };
}

/** The image says that it is one; a volume is another file system than the container's own. */
async function isOnVolume(path: string): Promise<boolean> {
  if (process.env["TRADEPOST_IMAGE"] === undefined) return true;
  const [own, there] = await Promise.all([stat("/"), stat(dirname(path))]);
  return own.dev !== there.dev;
}

/** Lines as they are typed, with the editing and the history that people know; ends with Ctrl+D and with the program. */
async function* typedLines(signal: AbortSignal): AsyncGenerator<string> {
  using reader = createInterface({ input: process.stdin, output: process.stdout, prompt: "tradepost> " });
  signal.addEventListener("abort", () => reader.close(), { once: true });
  // Ctrl+C ends the program, as it does where nobody reads.
  reader.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  reader.prompt();
  for await (const line of reader) {
    yield line;
    reader.prompt();
  }
}
