import { describe, expect, test } from "vitest";
import { bearsMark, markOf } from "../../../../src/chat/discord/mark.ts";
import { isSnowflake, snowflakeAt } from "../../../../src/chat/discord/snowflake.ts";

describe("ids", () => {
  test("hold the moment, as in Discord's own example", () => {
    // https://docs.discord.com/developers/reference#snowflakes: 175928847299117063 was made at 1462015105796.
    const moment = 1_462_015_105_796;
    expect(BigInt(snowflakeAt(moment)) <= 175928847299117063n).toBe(true);
    expect(BigInt(snowflakeAt(moment + 1)) > 175928847299117063n).toBe(true);
  });

  test("start with 2015", () => {
    expect(snowflakeAt(0)).toBe("0");
  });

  test.for([
    ["175928847299117063", true],
    ["12345", false],
    ["1.175928847299e17", false],
    ["#trade", false],
    ["", false],
  ] as const)("%s: %s", ([text, is]) => {
    expect(isSnowflake(text)).toBe(is);
  });
});

describe("the mark", () => {
  test("is told by the footer's end", () => {
    const id = "0123456789abcdef01234567";
    expect(markOf(id)).toBe("ref 0123456789ab");
    expect(bearsMark("WTO news · 23 June 2026 · ref 0123456789ab", id)).toBe(true);
    expect(bearsMark("ref 0123456789ab", id)).toBe(true);
    expect(bearsMark("ref 0123456789ab · WTO news", id)).toBe(false);
    expect(bearsMark("href 0123456789ab", id)).toBe(false);
  });
});
