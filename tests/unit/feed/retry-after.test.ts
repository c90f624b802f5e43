import { expect, test } from "vitest";
import { parseRetryAfter } from "../../../src/feed/retry-after.ts";

const NOW = Date.UTC(2026, 5, 23, 12);

test.each([
  ["0", 0],
  ["120", 120_000],
  [" 120 ", 120_000],
  ["Tue, 23 Jun 2026 12:00:30 GMT", 30_000],
  ["Tuesday, 23-Jun-26 12:00:30 GMT", 30_000],
  ["Tue Jun 23 12:00:30 2026 GMT", 30_000],
  ["Tue, 23 Jun 2026 11:00:00 GMT", 0],
  [undefined, undefined],
  ["", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["2026", 2_026_000],
  ["99999999999999999999", undefined],
])("%j waits %j ms", (header, wait) => {
  expect(parseRetryAfter(header, NOW)).toBe(wait);
});
