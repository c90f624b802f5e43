import { expect, test } from "vitest";
import { dayText, momentText, spanText, targetText } from "../../../src/delivery/dates.ts";

test("days are written as each language writes them, with the first of the month and the turn of month and year", () => {
  expect(dayText("2022-10-28", "en")).toBe("28 October 2022");
  expect(dayText("2022-10-28", "fr")).toBe("28 octobre 2022");
  expect(dayText("2022-10-28", "es")).toBe("28 de octubre de 2022");
  expect(spanText("2022-10-25", "2022-10-28", "en")).toBe("25–28 October 2022");
  expect(spanText("2021-11-30", "2021-12-03", "en")).toBe("30 November – 3 December 2021");
  expect(spanText("2021-12-30", "2022-01-03", "en")).toBe("30 December 2021 – 3 January 2022");
  expect(spanText("2022-10-25", "2022-10-25", "fr")).toBe("25 octobre 2022");
});

test("a text that is no day is shown as it is", () => {
  expect(dayText("soon", "en")).toBe("soon");
  expect(spanText("2022-13-01", "2022-13-02", "en")).toBe("2022-13-01");
});

test("a moment is told in the configured zone, on both sides of a change of the clock", () => {
  expect(momentText(Date.UTC(2026, 9, 25, 0, 59), "Europe/Zurich", "en")).toBe("25 October 2026, 02:59");
  expect(momentText(Date.UTC(2026, 9, 25, 1, 1), "Europe/Zurich", "en")).toBe("25 October 2026, 02:01");
  expect(momentText(Date.UTC(2026, 9, 25, 1, 1), "America/New_York", "en")).toBe("24 October 2026, 21:01");
});

test.each([
  ["2022-12-31", "en", "end of 2022"],
  ["2022-12-31", "fr", "fin 2022"],
  ["2024-02", "en", "February 2024"],
  ["2024-02-26", "es", "26 de febrero de 2024"],
  ["2021-summer", "en", "summer 2021"],
  ["2024-mid", "fr", "mi-2024"],
  ["2021-Q1", "en", "Q1 2021"],
  ["2021", "en", "2021"],
  ["MC12", "en", "MC12"],
] as const)("the target %s in %s reads %s, no more precise than its source", (by, language, text) => {
  expect(targetText(by, language)).toBe(text);
});
