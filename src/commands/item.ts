import type { Command } from "./command.ts";
import { wholeEntry } from "./item-entry.ts";
import { SOURCE } from "./options.ts";
import { itemOf } from "./values.ts";
import { wordsOf } from "./words.ts";

/** One brief in full. */
export const ITEM: Command = {
  name: "item",
  audience: "everyone",
  summary: { en: "one brief in full", fr: "un résumé en entier", es: "un resumen completo" },
  options: [SOURCE],
  examples: ["item https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm"],
  async run(request, tools) {
    const entry = wholeEntry(await itemOf(request, tools), tools);
    return {
      language: tools.language,
      title: wordsOf(tools.language).id,
      entries: [entry],
      page: undefined,
      notes: [],
    };
  },
};
