import { Temporal } from "temporal-polyfill";

// The one door to Temporal: the polyfill steps aside where the runtime brings its own.
export { Temporal };

/** A calendar day as ISO text, `YYYY-MM-DD`: the WTO dates its news by the day, never by the hour. */
export type Day = string;

/** A moment as milliseconds since 1970 in UTC, as the database keeps it. */
export type Millis = number;

/** The clock of the house. Passed in wherever time matters, so that tests and the demo can lead it. */
export interface Clock {
  /** The present moment. */
  now(): Millis;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. */
  sleep(ms: Millis, signal: AbortSignal): Promise<void>;
}

/** The day that it is in a zone at a moment. */
export function dayIn(timezone: string, at: Millis): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
