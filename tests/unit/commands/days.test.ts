import { expect, it } from "vitest";
import { spanOf } from "../../../src/commands/days.ts";
import { dayIn } from "../../../src/model/time.ts";

it.each([
  ["upcoming", { from: "2026-06-15", to: undefined }],
  ["Recent", { from: "2026-03-17", to: "2026-06-14" }],
  ["2026", { from: "2026-01-01", to: "2026-12-31" }],
  ["2024-02", { from: "2024-02-01", to: "2024-02-29" }],
  ["2026-06-01", { from: "2026-06-01", to: "2026-06-01" }],
  ["2026-03..2026-06", { from: "2026-03-01", to: "2026-06-30" }],
  ["2025..", { from: "2025-01-01", to: undefined }],
  ["..2025", { from: undefined, to: "2025-12-31" }],
])("%s is a span of days", (text, span) => {
  expect(spanOf(text, "2026-06-15")).toEqual(span);
});

it.each(["soon", "", "..", "2026-13", "2026-02-30", "2026..later", "26"])("%j is none", (text) => {
  expect(spanOf(text, "2026-06-15")).toBeUndefined();
});

it("a day begins in the zone, not in UTC", () => {
  const lateInUtc = Date.UTC(2026, 5, 15, 22, 30);
  expect(dayIn("Europe/Zurich", lateInUtc)).toBe("2026-06-16");
  expect(dayIn("America/New_York", lateInUtc)).toBe("2026-06-15");
});
