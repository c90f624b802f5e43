import { warnRarely, type Log } from "./model/log.ts";
import type { Millis } from "./model/time.ts";

const TIME_LIMIT: Millis = 10_000;

/** Tells a watcher outside that a poll went well; nothing where none is configured. */
export type TellWatcher = (signal: AbortSignal) => Promise<void>;

/**
 * Calls a watcher outside (healthchecks.io and the like): it raises the alarm where the calls stop. One that fails is
 * logged, ever more rarely, and nothing more, since the watcher notices by itself. The address is a secret and is never
 * shown.
 */
export function watcherAt(url: string | undefined, log: Log): TellWatcher {
  let failures = 0;
  const failed = (fields: object, what: string): void => {
    failures += 1;
    warnRarely(log, failures, fields, `the watcher (\`ping\` in the configuration) ${what}`);
  };
  return async (signal) => {
    if (url === undefined) return;
    try {
      const answer = await fetch(url, {
        headers: { connection: "close" },
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]),
      });
      await answer.body?.cancel();
      if (answer.ok) failures = 0;
      else failed({ status: answer.status }, "refused the call");
    } catch (error) {
      if (signal.aborted) return;
      failed({ reason: error instanceof Error ? error.name : "unknown" }, "could not be reached");
    }
  };
}
