import { createTask, validate, type ScheduledTask } from "node-cron";
import { whenClockIsSet } from "./clock.ts";
import { isWorthALine, type Log } from "./model/log.ts";
import type { Millis } from "./model/time.ts";

/** A job and when it runs. */
export interface Schedule {
  readonly name: string;
  /** A cron line of five fields, or six with seconds. */
  readonly cron: string;
  /** The IANA zone in which the cron line is meant. */
  readonly timezone: string;
}

const JOB_FAILED = "scheduled job failed; it is tried again at its next time";

/** Whether a text is a cron line of five or six fields. */
export function isCron(text: string): boolean {
  return validate(text);
}

/**
 * Runs a job at once and then on its cron line until disposed. Never two runs at once; a run that is due while one is
 * under way is left out. A clock that is set, forwards or back, makes it run at once and go on from there: node-cron
 * would wait until a clock that was set back has caught up, and count every run between for one that was set forwards.
 * What the job throws is logged and does not end the schedule. Disposing waits for no run.
 * @param job is told when it runs next
 */
export async function runOnSchedule(
  schedule: Schedule,
  job: (next: Millis | undefined) => Promise<void>,
  log: Log,
): Promise<AsyncDisposable> {
  let underWay = false;
  let failures = 0;
  const run = async (): Promise<void> => {
    if (underWay) return;
    underWay = true;
    try {
      await job(task.getNextRuns(1)[0]?.getTime());
      failures = 0;
    } catch (error) {
      failures += 1;
      log[isWorthALine(failures) ? "error" : "debug"]({ schedule: schedule.name, failures, error }, JOB_FAILED);
    } finally {
      underWay = false;
    }
  };
  const options = { name: schedule.name, timezone: schedule.timezone, noOverlap: true };
  const task: ScheduledTask = createTask(schedule.cron, run, { ...options, logger: cronLog(schedule.name, log) });
  const watching = whenClockIsSet(async (by) => {
    log.warn(
      { schedule: schedule.name, seconds: Math.round(by / 1000) },
      "the clock was set; the schedule begins anew",
    );
    await task.stop();
    await task.start();
    await run();
  });
  await run();
  await task.start();
  return {
    async [Symbol.asyncDispose]() {
      watching[Symbol.dispose]();
      await task.destroy();
    },
  };
}

function cronLog(schedule: string, log: Log): NonNullable<Parameters<typeof createTask>[2]>["logger"] & object {
  return {
    info: (message) => log.debug({ schedule }, message),
    warn: (message) => log.warn({ schedule }, message),
    error: (message) => log.error({ schedule, error: message }, "schedule"),
    debug: (message) => log.debug({ schedule, detail: message }, "schedule"),
  };
}
