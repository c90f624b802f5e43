import { describe, expect, test } from "vitest";
import { shorten } from "../../../../src/analysis/brief/shorten.ts";

const nothing = (): boolean => false;

describe("a sentence loses", () => {
  test.each([
    ["In addition, members took up the rules on spam again.", "Members took up the rules on spam again."],
    [
      "Over the four days of talks, participants opened a new group on spam.",
      "Participants opened a new group on spam.",
    ],
    ["Par ailleurs, les Membres ont repris le débat sur le texte.", "Les Membres ont repris le débat sur le texte."],
    ["Además, los Miembros retomaron el debate sobre el texto.", "Los Miembros retomaron el debate sobre el texto."],
    ["The chair sent out the new text, which some had asked for.", "The chair sent out the new text."],
    [
      "The chairs – Aland, Beland and Celand – called for more work on the text.",
      "The chairs called for more work on the text.",
    ],
    [
      "The chair met the envoys of five islands: Aland, Beland, Celand and Deland.",
      "The chair met the envoys of five islands.",
    ],
    ["The text has no brackets left; that took two long years.", "The text has no brackets left."],
    [
      "The chair, who had just arrived, opened the talks on the text in the spring.",
      "The chair opened the talks on the text in the spring.",
    ],
    [
      "With Celand, which came in this spring, the small group on spam has eleven members.",
      "With Celand, the small group on spam has eleven members.",
    ],
    [
      "The legal form of the text, above all, was taken up at a meeting under the chairmanship of Ambassador Ann Lee of Aland.",
      "The legal form of the text, above all, was taken up at a meeting.",
    ],
    [
      "Ambassador Ann Lee (Aland), a co-convenor of the talks, whose remarks were read out by somebody else, welcomed the text.",
      "Ambassador Ann Lee (Aland), a co-convenor of the talks, welcomed the text.",
    ],
    [
      "Le groupe, qui compte peu de membres, se réunira une nouvelle fois en automne.",
      "Le groupe se réunira une nouvelle fois en automne.",
    ],
  ])("%s", (long, short) => {
    expect(shorten(long, nothing)).toBe(short);
  });
});

describe("a sentence keeps", () => {
  test.each([
    ["what its verb needs", "The text shows, line by line, which parts are agreed."],
    ["both sides", "Some wanted a longer text; others feared for the talks."],
    ["a quotation", "The chair praised “a short, plain text, which all can read” and closed the talks."],
    ["a clause without which it would be very short", "The chair, who had just arrived, opened the talks on the text."],
    ["a name in a clause", "The envoy, who speaks for Celand, opened the talks on the text."],
    ["an opener with an aside behind it", "In addition, on Monday, members heard the chair speak."],
    ["enough to be a sentence", "Meanwhile, talks go on."],
  ])("%s", (_, sentence) => {
    expect(shorten(sentence, nothing)).toBe(sentence);
  });

  test("what carries something", () => {
    const sentence = "The chair sent out the new text, which runs to ninety pages.";
    expect(shorten(sentence, (part) => part.includes("ninety"))).toBe(sentence);
  });
});
