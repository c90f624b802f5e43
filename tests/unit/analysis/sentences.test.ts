import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../../src/analysis/sentences.ts";
import type { Item } from "../../../src/model/item.ts";

function item(text: string, description = ""): Item {
  return { url: undefined, guid: undefined, title: "T", published: undefined, language: "en", description, text };
}

function split(text: string): readonly string[] {
  return sentencesOf(item(text))
    .filter((sentence) => sentence.part === "text")
    .map((sentence) => sentence.text);
}

describe("where a sentence ends", () => {
  test.each<readonly [string, readonly string[]]>([
    ["The round closed. Work goes on.", ["The round closed.", "Work goes on."]],
    ["Was it enough? Nobody knows! Yet.", ["Was it enough?", "Nobody knows!", "Yet."]],
    ["Le tour est clos. L’Ambassadrice a parlé.", ["Le tour est clos.", "L’Ambassadrice a parlé."]],
    ["Terminó la ronda. ¿Y ahora? ¡Nada!", ["Terminó la ronda.", "¿Y ahora?", "¡Nada!"]],
  ])("%s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test.each([
    "The paper by Mr. Lund and Amb. Okoro was read.",
    "See No. 5 and Art. 12 of the draft.",
    "It applies, e.g. Rules on spam, in the U.S. Virgin Islands.",
    "Talks with St. Ada and Dr. P. J. Moss went on.",
    "Exports grew by 3.8 per cent to USD 4.25 trillion under INF/ECOM/62/Rev.4 Part Two.",
    "La Sra. Prado habló con el Dr. Ruiz en EE.UU. Norte.",
    "Según el párr. 3 y el núm. 12 del texto.",
    "Selon M. Dupré et Mme Roy, le n° 4 suffit.",
    "It starts at 3 p.m. Geneva time.",
    "1. Report by the Chair",
  ])("not in: %s", (text) => {
    expect(split(text)).toEqual([text]);
  });

  test("an abbreviation may end one where the next word opens one", () => {
    expect(split("They met at 3 p.m. The chair spoke. She came from the U.S. Participants left.")).toEqual([
      "They met at 3 p.m.",
      "The chair spoke.",
      "She came from the U.S.",
      "Participants left.",
    ]);
    expect(split("The text is due in 2022. No. The answer stands.")).toHaveLength(3);
  });
});

describe("quotations", () => {
  test("are never split and keep their closing mark", () => {
    expect(split("“We agree. We do … Really.” The chair smiled.")).toEqual([
      "“We agree. We do … Really.”",
      "The chair smiled.",
    ]);
    expect(split('She added: "This is new. It is good." Others left.')).toHaveLength(2);
    expect(split("«Il faut agir. Vite.» La séance est levée.")).toHaveLength(2);
    expect(split("Il a dit: « Il faut agir. » La séance est levée.")).toEqual([
      "Il a dit: « Il faut agir. »",
      "La séance est levée.",
    ]);
  });

  test("go on behind the closing mark", () => {
    expect(split("“Is this the end?” he asked. Nobody spoke.")).toEqual([
      "“Is this the end?” he asked.",
      "Nobody spoke.",
    ]);
    expect(split("The forum “Trade now” Began.")).toHaveLength(1);
    expect(split("They called it “a start”. More followed.")).toHaveLength(2);
  });

  test("that never close are no quotations", () => {
    expect(split("“We agree. We do.")).toHaveLength(2);
  });
});

describe("blocks", () => {
  test("bullets, headings and paragraphs are told apart", () => {
    const found = sentencesOf(
      item(
        "Next steps\n\nThe chair\nspoke. She left.\n\n·   One thing.\n• Another\n- a third; last",
        "Lead one. Lead two.",
      ),
    );
    expect(found.map(({ text, part, paragraph, bullet, heading }) => [text, part, paragraph, bullet, heading])).toEqual(
      [
        ["T", "title", 0, false, false],
        ["Lead one.", "description", 1, false, false],
        ["Lead two.", "description", 1, false, false],
        ["Next steps", "text", 2, false, true],
        ["The chair spoke.", "text", 3, false, false],
        ["She left.", "text", 3, false, false],
        ["One thing.", "text", 4, true, false],
        ["Another", "text", 5, true, false],
        ["a third; last", "text", 6, true, false],
      ],
    );
    expect(found.map(({ index }) => index)).toEqual([...found.keys()]);
  });

  test("a heading may stand right above its paragraph", () => {
    expect(sentencesOf(item("Background\nThe talks began in 2019.")).map(({ heading }) => heading)).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test("every sentence is a piece of the source, and nothing is lost", () => {
  const word = fc.constantFrom(
    "No.",
    "Mr.",
    "“Yes.”",
    "«",
    "»",
    '"',
    "2.5",
    "p.m.",
    "The",
    "text",
    "…",
    "?",
    "U.S.",
    "\n",
    "A.",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(" ").replaceAll("\n ", "");
      const found = split(text);
      expect(found.join(" ")).toBe(text.replace(/\s+/gu, " ").trim());
    }),
  );
});

test.each(["“", ". ", "A. ", '". ', "x", "\n", "· ", "1. ", "…", "« » ", "((((", "No. "])(
  "one megabyte of %j ends",
  (unit) => {
    expect(sentencesOf(item(unit.repeat(Math.ceil(1_000_000 / unit.length)))).length).toBeGreaterThan(0);
  },
);
