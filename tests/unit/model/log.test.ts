import { expect, test } from "vitest";
import { isWorthALine } from "../../../src/model/log.ts";

test("a fault that goes on is told ever more rarely: of a week of tries each half minute some fifteen times", () => {
  const tries = Array.from({ length: 2 * 60 * 24 * 7 }, (_, at) => at + 1);
  expect(tries.filter(isWorthALine)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384]);
});
