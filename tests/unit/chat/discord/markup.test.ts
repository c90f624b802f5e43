import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inertMarkdown, linkTarget, maskedLink } from "../../../../src/chat/discord/markup.ts";
import { cleanText } from "../../../../src/chat/inert.ts";
import { readMarkdown } from "../../../support/fake-discord/markdown.ts";
import { anyText } from "./arbitrary-posts.ts";

describe("inert markdown", () => {
  test.for([
    ["@everyone and @here", "\\@everyone and \\@here"],
    ["<@1> <@&2> <#3> <:e:4> <t:5:R> </x:6>", "\\<\\@1> \\<\\@&2> \\<#3> \\<\\:e:4> \\<t\\:5:R> \\</x:6>"],
    ["*a* _b_ ~~c~~ `d` ||e||", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|"],
    ["[the WTO](https://evil.example)", "\\[the WTO\\](https\\://evil.example)"],
    ["see https://evil.example/x", "see https\\://evil.example/x"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["2022. A year", "2022\\. A year"],
    [":tada: at 10:30", "\\:tada: at 10:30"],
    ["\\*", "\\\\\\*"],
    ["\\:smile:", "\\\\\\:smile:"],
  ])("%s", ([text = "", escaped]) => {
    expect(inertMarkdown(text, 200)).toBe(escaped);
    expect(readMarkdown(inertMarkdown(text, 200))).toEqual({ text, links: [] });
  });

  test("shows exactly the text, formats, mentions, draws and links nothing, for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = readMarkdown(inertMarkdown(text, 1_000_000));
        expect(shown).toEqual({ text: cleanText(text), links: [] });
      }),
      { numRuns: 500 },
    );
  });

  test("keeps within its room, never ends in half an escape", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: -5, max: 300 }), (text, max) => {
        const escaped = inertMarkdown(text, max);
        expect(escaped.length).toBeLessThanOrEqual(Math.max(0, max));
        expect(/\\*$/.exec(escaped)?.[0].length ?? 0).toSatisfy((count: number) => count % 2 === 0);
        expect(readMarkdown(escaped).links).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("uses its room: at least half of it, where words are short", () => {
    expect(inertMarkdown("a_b ".repeat(500), 1000).length).toBeGreaterThan(500);
  });
});

describe("a masked link", () => {
  test("is the words, clickable, with brackets in the address disarmed", () => {
    const link = maskedLink("Chapter [one]", "https://e.example/a_(b)?q=[1]", 300);
    expect(readMarkdown(link)).toEqual({
      text: "Chapter [one]",
      links: [{ text: "Chapter [one]", url: "https://e.example/a_%28b%29?q=[1]" }],
    });
  });

  test("leads where its address says and shows its words, for any of both", () => {
    fc.assert(
      fc.property(anyText, fc.webUrl({ withQueryParameters: true, withFragments: true }), (text, address) => {
        fc.pre(cleanText(text) !== "");
        const { text: shown, links } = readMarkdown(maskedLink(text, address, 100_000));
        expect(shown).toBe(cleanText(text));
        expect(links).toEqual([{ text: shown, url: linkTarget(address) }]);
      }),
    );
  });

  test.for([
    "javascript:alert(1)",
    "discord://x",
    "not an address",
    `https://e.example/${"x".repeat(2100)}`,
    undefined,
  ])("is the words alone for %s", (address) => {
    expect(maskedLink("Words", address, 4000)).toBe("Words");
  });
});
