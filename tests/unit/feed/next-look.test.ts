import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextLook } from "../../../src/feed/next-look.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 5, 23, 12);

function pause(failures: number, random: number, retryAfter?: number): number {
  return nextLook({ failures, retryAfter, now: NOW, random }) - NOW;
}

test("after a success the schedule alone decides", () => {
  expect(pause(0, 0.9)).toBe(0);
});

test("failures in a row double the pause up to six hours", () => {
  expect([1, 2, 3, 4, 7, 8, 50, 5000].map((failures) => pause(failures, 1) / MINUTE)).toEqual([
    5, 10, 20, 40, 320, 360, 360, 360,
  ]);
});

test("half of each pause is left to chance", () => {
  expect(pause(3, 0)).toBe(10 * MINUTE);
  expect(pause(3, 0.5)).toBe(15 * MINUTE);
});

describe("what the server asks for", () => {
  test("is kept where it is longer, and never shortens a pause", () => {
    expect(pause(1, 0, HOUR)).toBe(HOUR);
    expect(pause(8, 1, MINUTE)).toBe(6 * HOUR);
    expect(pause(0, 0, HOUR)).toBe(HOUR);
  });

  test("is kept for a day at most", () => {
    expect(pause(1, 0, 100 * 365 * 24 * HOUR)).toBe(24 * HOUR);
  });
});

test("the next look is never earlier than half the pause, nor later than a day", () => {
  const millis = fc.option(fc.double({ min: -1e12, max: 1e15, noNaN: true }), { nil: undefined });
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      millis,
      (failures, random, wish) => {
        const wait = pause(failures, random, wish);
        expect(wait).toBeGreaterThanOrEqual(failures === 0 ? 0 : 2.5 * MINUTE);
        expect(wait).toBeLessThanOrEqual(24 * HOUR);
        expect(pause(failures + 1, 1, wish)).toBeGreaterThanOrEqual(wait);
      },
    ),
  );
});
