import { setTimeout } from "node:timers/promises";
import type { AdapterTools } from "../../src/chat/adapter.ts";

/** What an adapter is given in a test: the machine's clock, and a log that is kept. */
export function testTools(print: AdapterTools["print"] = () => {}): {
  readonly tools: AdapterTools;
  readonly logged: readonly string[];
} {
  const logged: string[] = [];
  const line = (fields: object, message: string): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const clock = {
    now: () => Date.now(),
    sleep: async (ms: number, signal: AbortSignal) => {
      await setTimeout(ms, undefined, { signal });
    },
  };
  const log = { debug: line, info: line, warn: line, error: line };
  return { tools: { clock, log, print }, logged };
}
