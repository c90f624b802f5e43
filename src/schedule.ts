import { createTask, validate, type ScheduledTask } from "node-cron";
import type { Log } from "./model/log.ts";
import type { Millis } from "./model/time.ts";

/** A job and when it runs. */
export interface Schedule {
  readonly name: string;
  /** A cron line of five fields, or six with seconds. */
  readonly cron: string;
  /** The IANA zone in which the cron line is meant. */
  readonly timezone: string;
}

/** A running schedule. */
export interface Scheduled extends AsyncDisposable {
  /** The next run, or undefined where there is none. */
  next(): Millis | undefined;
}

/** Whether a text is a cron line of five or six fields. */
export function isCron(text: string): boolean {
  return validate(text);
}

/**
 * Runs a job on its cron line until disposed. Never two runs at once; a run that is due while one is under way is left
 * out. What the job throws is logged and does not end the schedule. Disposing waits for no run.
 */
export async function runOnSchedule(schedule: Schedule, job: () => Promise<void>, log: Log): Promise<Scheduled> {
  const task: ScheduledTask = createTask(
    schedule.cron,
    async () => {
      try {
        await job();
      } catch (error) {
        log.error({ schedule: schedule.name, error }, "scheduled job failed");
      }
    },
    { name: schedule.name, timezone: schedule.timezone, noOverlap: true, logger: cronLog(schedule.name, log) },
  );
  await task.start();
  return {
    next: () => task.getNextRun()?.getTime(),
    async [Symbol.asyncDispose]() {
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
