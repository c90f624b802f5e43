import { WEEKDAYS, type DigestRhythm, type MinuteOfDay, type QuietHours } from "../model/rhythm.ts";
import { Temporal, type Millis } from "../model/time.ts";

/** The moments of a rhythm in a zone. */
export interface Moments {
  /** The first one after a moment. */
  readonly next: (after: Millis) => Millis;
  /** The last one up to and including a moment. */
  readonly latest: (at: Millis) => Millis;
}

/**
 * When the digests of a rhythm are due, in the zone of their readers: one on each day, or on each such day of the week.
 * Where the clock skips the time of day, at the first moment after; where it shows it twice, at the first.
 * @param zone an IANA time zone
 */
export function momentsOf(rhythm: DigestRhythm, zone: string): Moments {
  const around = (at: Millis): readonly Millis[] =>
    daysAround(at, zone, REACH[rhythm.every])
      .filter((day) => rhythm.every === "day" || WEEKDAYS[day.dayOfWeek - 1] === rhythm.on)
      .map((day) => momentOn(day, rhythm.at, zone));
  return {
    next: (after) => Math.min(...around(after).filter((moment) => moment > after)),
    latest: (at) => Math.max(...around(at).filter((moment) => moment <= at)),
  };
}

/** When the quiet hours that a moment falls into are over; undefined where it falls into none. */
export function quietUntil(quiet: QuietHours, zone: string, at: Millis): Millis | undefined {
  const days = quiet.until > quiet.from ? 0 : 1;
  const ends = daysAround(at, zone, 2).flatMap((day) => {
    const end = momentOn(day.add({ days }), quiet.until, zone);
    return momentOn(day, quiet.from, zone) <= at && at < end ? [end] : [];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** So many days before and after have at least one moment each; a country may leave out a day. */
const REACH = { day: 3, week: 15 } as const;

function daysAround(at: Millis, zone: string, reach: number): readonly Temporal.PlainDate[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return Array.from({ length: 2 * reach + 1 }, (_, index) => today.add({ days: index - reach }));
}

function momentOn(day: Temporal.PlainDate, minute: MinuteOfDay, zone: string): Millis {
  const wall = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const shown = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (shown.toPlainDateTime().equals(wall)) return shown.epochMilliseconds;
  // The clock never shows it: the moment at which the clock is put forward is the first after.
  return (shown.getTimeZoneTransition("next") ?? shown).epochMilliseconds;
}
