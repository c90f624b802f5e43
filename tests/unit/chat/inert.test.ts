import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, webAddress } from "../../../src/chat/inert.ts";

describe("cleanText", () => {
  test("removes what steers a screen and keeps the words", () => {
    expect(cleanText("\u001b[31mred\u0007 \u202Egnp.exe\u202C \u2066in\u2069 \u200Fe\u00ADcom\uFEFF\u200B")).toBe(
      "[31mred gnp.exe in ecom",
    );
  });

  test("folds blanks and line breaks of every kind", () => {
    expect(cleanText("  one\r\n\ttwo\u2028three\u0085four\u00A0five \u0000 six ")).toBe("one two three four five six");
  });

  test("keeps the one narrow space that French sets before a colon", () => {
    expect(cleanText("\u202FRéunion tenue\u202F: 28\u202F \u202Foctobre\u202F")).toBe(
      "Réunion tenue\u202F: 28 octobre",
    );
  });

  test("keeps emoji and scripts that need joiners", () => {
    expect(cleanText("👨‍👩‍👧 می‌خواهم")).toBe("👨‍👩‍👧 می‌خواهم");
  });

  test("drops half a surrogate pair", () => {
    expect(cleanText("a\uD83Db")).toBe("ab");
  });

  test("once cleaned, stays as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe("webAddress", () => {
  test("takes http and https only", () => {
    expect(webAddress("https://www.wto.org/a b.htm")).toBe("https://www.wto.org/a%20b.htm");
    expect(webAddress("http://www.wto.org")).toBe("http://www.wto.org/");
    for (const text of ["javascript:alert(1)", "slack://open", "file:///etc/passwd", "/english/news_e", "", undefined])
      expect(webAddress(text)).toBeUndefined();
  });

  test("leaves out a name that passes for the host", () => {
    expect(webAddress("https://www.wto.org@example.org/1")).toBe("https://example.org/1");
    expect(webAddress("https://me:secret@example.org/1")).toBe("https://example.org/1");
  });

  test("leaves nothing that could end a link early", () => {
    expect(webAddress("https://www.wto.org/x>|<y")).toBe("https://www.wto.org/x%3E|%3Cy");
  });
});
