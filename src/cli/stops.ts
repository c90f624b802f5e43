import type { Stop } from "../delivery/dispatch.ts";
import type { Millis } from "../model/time.ts";

/** How long calls that are under way may go on after the bot was asked to end: it ends within ten seconds. */
const GRACE: Millis = 7_000;

/** Two signals out of one: nothing new from now on, and, a grace later, the end of what is under way. */
export function stopsOf(signal: AbortSignal): Stop & Disposable {
  const now = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    timer = setTimeout(() => now.abort(signal.reason), GRACE);
  };
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
  return {
    soon: signal,
    now: now.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
    },
  };
}
