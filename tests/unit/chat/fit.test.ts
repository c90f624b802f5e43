import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitText } from "../../../src/chat/fit.ts";

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

describe("fitText", () => {
  test("leaves alone what fits", () => {
    expect(fitText("Ministers meet", 14)).toBe("Ministers meet");
  });

  test("cuts after a whole word", () => {
    expect(fitText("Ministers meet in Geneva", 20)).toBe("Ministers meet in…");
    expect(fitText("Ministers meet in Geneva", 18)).toBe("Ministers meet in…");
    expect(fitText("Ministers, delegates and guests", 13)).toBe("Ministers…");
  });

  test("cuts a word that fills the room", () => {
    expect(fitText("Donaudampfschiffahrtsgesellschaft", 8)).toBe("Donauda…");
  });

  test("keeps a character whole that is made of many", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(fitText(family.repeat(3), family.length + 5)).toBe(`${family}…`);
    expect(fitText(family.repeat(3), family.length)).toBe("…");
  });

  test("has nothing to say in no room", () => {
    expect(fitText("Ministers", 0)).toBe("");
    expect(fitText("Ministers", 1)).toBe("…");
  });

  test("never exceeds the room, never splits a character, and says when something is missing", () => {
    const text = fc.array(fc.constantFrom("é", "e\u0301", "👍🏽", "🇨🇭", "a", "word", " ", ", ", "漢", "👨‍👩‍👧"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.nat(60), (parts, max) => {
        const whole = parts.join("");
        fc.pre(max > 0 && whole.length > max);
        const fitted = fitText(whole, max);
        expect(fitted.length).toBeLessThanOrEqual(max);
        expect(fitted.endsWith("…")).toBe(true);
        const kept = fitted.slice(0, -1);
        expect(whole.startsWith(kept)).toBe(true);
        const ends = [...characters.segment(whole)].map(({ index, segment }) => index + segment.length);
        expect([0, ...ends]).toContain(kept.length);
      }),
    );
  });
});
