import { describe, expect, test } from "vitest";
import { tellsWhatComes } from "../../../../src/analysis/brief/ahead.ts";
import { LANGUAGES } from "../../../../src/model/language.ts";

describe("what comes, and when", () => {
  test.each([
    ["en", "The facilitators will send out a revised text this week."],
    ["en", "Rules on data are to be taken up in May."],
    ["fr", "Le Secrétariat distribuera une note au printemps."],
    ["fr", "Les groupes restreints reprendront leurs travaux en février."],
    ["es", "La Secretaría publicará las respuestas en marzo."],
    ["es", "Los grupos volverán sobre el tema esta semana."],
  ] as const)("is told in %s: %s", (language, sentence) => {
    expect(tellsWhatComes(sentence, language)).toBe(true);
  });

  test.each([
    ["en", "The facilitators will send out a revised text."],
    ["en", "The facilitators sent out a revised text in May."],
    ["en", "Members will see what they may do."],
    ["fr", "Le Secrétariat a distribué une note au printemps."],
    ["fr", "Le Secrétariat distribuera une note."],
    ["es", "La primera ronda se celebró en marzo."],
    ["es", "La Secretaría publicará las respuestas."],
  ] as const)("is not told in %s: %s", (language, sentence) => {
    expect(tellsWhatComes(sentence, language)).toBe(false);
  });

  test("a megabyte is looked through", () => {
    for (const language of LANGUAGES) expect(tellsWhatComes("aerá era ".repeat(120_000), language)).toBe(false);
  });
});
