import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentsOf, quietUntil } from "../../../src/delivery/moments.ts";
import { WEEKDAYS, type DigestRhythm, type MinuteOfDay } from "../../../src/model/rhythm.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** All clocks are put forward and back by a multiple of this, at a multiple of it. */
const STEP = 15 * MINUTE;

/** Zones that change at night, at midnight, by half an hour, not at all; one that left out a day. */
const ZONES = [
  "Europe/Zurich",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Asia/Beirut",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kolkata",
  "UTC",
];

const zone = fc.constantFrom(...ZONES);
const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
/** Moments of the years 2010 to 2027, every other one within a day of a change of the clock in some zone. */
const moment = fc.oneof(
  fc.integer({ min: Date.UTC(2010, 0, 1) / MINUTE, max: Date.UTC(2027, 0, 1) / MINUTE }).map((at) => at * MINUTE),
  fc
    .tuple(
      fc.constantFrom(
        ...[
          "2026-03-29",
          "2026-10-25",
          "2026-03-08",
          "2026-11-01",
          "2017-10-15",
          "2018-02-18",
          "2026-04-24",
          "2026-10-30",
          "2026-04-05",
          "2026-10-04",
          "2011-12-30",
        ].map((day) => Date.parse(day)),
      ),
      fc.integer({ min: -36 * 60, max: 60 * 60 }),
    )
    .map(([day, offset]) => day + offset * MINUTE),
);
const rhythm: fc.Arbitrary<DigestRhythm> = fc.oneof(
  fc.record({ every: fc.constant("day" as const), at: minute }),
  fc.record({ every: fc.constant("week" as const), on: fc.constantFrom(...WEEKDAYS), at: minute }),
);

/** What a clock on the wall of a zone shows. */
function wall(at: number, timeZone: string): { readonly day: string; readonly minute: MinuteOfDay } {
  let format = FORMATS.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
    FORMATS.set(timeZone, format);
  }
  const [day = "", time = ""] = format.format(at).split(" ");
  const [hours, minutes] = time.split(":").map(Number);
  return { day, minute: (hours ?? 0) * 60 + (minutes ?? 0) };
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Looks at the clock on the wall every quarter of an hour until it shows the time, or has passed it. */
function byWatching(day: string, at: MinuteOfDay, timeZone: string): number {
  const shown = Array.from({ length: (3 * DAY) / STEP }, (_, index) => Date.parse(day) - DAY + index * STEP).map(
    (instant) => ({ instant, ...wall(instant, timeZone) }),
  );
  const ofDay = shown.filter((one) => one.day === day);
  const found =
    ofDay.find((one) => one.minute === at) ??
    ofDay.find((one) => one.minute > at) ??
    shown.find((one) => one.day > day);
  if (found === undefined) throw new Error(`${day} never comes in ${timeZone}`);
  return found.instant;
}

function daysFrom(at: number, back: number, ahead: number): readonly string[] {
  return Array.from({ length: back + ahead + 1 }, (_, index) =>
    new Date(at + (index - back) * DAY).toISOString().slice(0, 10),
  );
}

function watched(wanted: DigestRhythm, timeZone: string, around: number): readonly number[] {
  return daysFrom(around, 9, 9)
    .filter((day) => wanted.every === "day" || WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] === wanted.on)
    .map((day) => byWatching(day, wanted.at, timeZone));
}

describe("the moments of a rhythm", () => {
  test("are those at which the clock on the wall of the zone shows the time first, over every change of it", () => {
    fc.assert(
      fc.property(rhythm, zone, moment, (wanted, timeZone, at) => {
        const moments = momentsOf(wanted, timeZone);
        const all = watched(wanted, timeZone, at);
        expect(new Date(moments.next(at))).toEqual(new Date(Math.min(...all.filter((one) => one > at))));
        expect(new Date(moments.latest(at))).toEqual(new Date(Math.max(...all.filter((one) => one <= at))));
      }),
      { numRuns: 150 },
    );
  });

  test("follow each other without a gap", () => {
    fc.assert(
      fc.property(rhythm, zone, moment, (wanted, timeZone, at) => {
        const { next, latest } = momentsOf(wanted, timeZone);
        const following = next(at);
        expect(following).toBeGreaterThan(at);
        expect(latest(following)).toBe(following);
        expect(latest(following - 1)).toBeLessThanOrEqual(at);
        expect(following - latest(following - 1)).toBeLessThanOrEqual(wanted.every === "day" ? 2 * DAY : 8 * DAY);
      }),
    );
  });

  test.each([
    ["a time that is left out", "2026-03-28T12:00Z", "2026-03-29T01:00Z"],
    ["a time that comes twice", "2026-10-24T12:00Z", "2026-10-25T00:30Z"],
    ["the day after it came twice", "2026-10-25T00:30Z", "2026-10-26T01:30Z"],
  ])("daily 02:30 in Zurich: %s", (_, after, expected) => {
    const { next } = momentsOf({ every: "day", at: 150 }, "Europe/Zurich");
    expect(new Date(next(Date.parse(after)))).toEqual(new Date(expected));
  });
});

describe("quiet hours", () => {
  const hours = fc.tuple(minute, minute).filter(([from, until]) => from !== until);

  test("reach from one time on the wall to the next other, over every change of the clock", () => {
    fc.assert(
      fc.property(hours, zone, moment, ([from, until], timeZone, at) => {
        const spans = daysFrom(at, 3, 3).map((day, index, days) => ({
          start: byWatching(day, from, timeZone),
          end: byWatching((until > from ? day : days[index + 1]) ?? day, until, timeZone),
        }));
        const ends = spans.filter(({ start, end }) => start <= at && at < end).map(({ end }) => end);
        const expected = ends.length === 0 ? undefined : Math.max(...ends);
        expect(quietUntil({ from, until }, timeZone, at)).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });

  test("where no clock is changed, are told by the time of day alone", () => {
    fc.assert(
      fc.property(hours, moment, ([from, until], at) => {
        const { minute: now } = wall(at, "Asia/Kolkata");
        const isQuiet = from < until ? from <= now && now < until : now >= from || now < until;
        const end = quietUntil({ from, until }, "Asia/Kolkata", at);
        expect(end && wall(end, "Asia/Kolkata").minute).toBe(isQuiet ? until : undefined);
      }),
    );
  });
});
