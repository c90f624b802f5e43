import { isSilence, type OperatorsChannel } from "./delivery/incidents.ts";
import type { FeedRow } from "./store/tables.ts";
import type { Millis } from "./model/time.ts";
import type { IncidentRow } from "./store/outbox-tables.ts";

/** Whether the bot does its work, with the sentence that says so. */
export interface Health {
  readonly healthy: boolean;
  readonly detail: string;
}

/** A schedule may be this late before polling counts as stopped: a look takes its time, and a machine may sleep. */
const GRACE: Millis = 5 * 60_000;

/**
 * Judges by what the schedule left in the database: red when a feed's next look is long past, whether or not the
 * process lives. A feed that fails is looked at all the same, so an outage of the WTO is not ill health.
 * @param feeds the rows of the configured feeds
 */
export function healthOf(feeds: readonly FeedRow[], now: Millis): Health {
  if (feeds.length === 0) return { healthy: false, detail: "no feed was looked at yet" };
  const late = feeds.filter((feed) => feed.tick_due_at === null || feed.tick_due_at + GRACE < now);
  if (late.length === 0) return { healthy: true, detail: `polling ${feeds.map((feed) => feed.name).join(", ")}` };
  const told = late.map(({ name, tick_due_at }) =>
    tick_due_at === null ? `${name} has no schedule` : `${name} was due at ${new Date(tick_due_at).toISOString()}`,
  );
  return { healthy: false, detail: `polling has stopped: ${told.join(", ")}` };
}

/**
 * Judges whether the bot keeps its promise and could say so if it did not: it polls, and the operators can be told.
 * @param incidents those that are open
 */
export function readinessOf(
  feeds: readonly FeedRow[],
  incidents: readonly Pick<IncidentRow, "key" | "detail">[],
  operators: Pick<OperatorsChannel, "id" | "chat"> | undefined,
  now: Millis,
): Health {
  const health = healthOf(feeds, now);
  if (!health.healthy || operators === undefined) return health;
  const silence = incidents.find(({ key }) => isSilence(key, operators));
  if (silence === undefined) return health;
  return { healthy: false, detail: `the operators can't be told of trouble: ${silence.detail}` };
}
