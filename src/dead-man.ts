import type { Log } from "./model/log.ts";
import type { Millis } from "./model/time.ts";

const TIME_LIMIT: Millis = 10_000;

/**
 * Tells a watcher outside (healthchecks.io and the like) that a poll went well: it raises the alarm where this stops. A
 * call that fails is logged and nothing more, since the watcher notices by itself. The address is a secret and is never
 * shown.
 */
export async function tellWatcher(url: string, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const answer = await fetch(url, {
      headers: { connection: "close" },
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]),
    });
    await answer.body?.cancel();
    if (!answer.ok) log.warn({ status: answer.status }, "the watcher (`ping` in the configuration) refused the call");
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.name : "unknown";
    log.warn({ reason }, "the watcher (`ping` in the configuration) could not be reached");
  }
}
