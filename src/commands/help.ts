import type { OfferedCommand } from "../model/ask.ts";
import type { Entry, Line } from "../model/answer.ts";
import { plain } from "./answers.ts";
import type { Command } from "./command.ts";
import { wordsOf } from "./words.ts";

/** What one can ask, by example. */
export function helpOn(commands: readonly OfferedCommand[]): Command {
  return {
    name: "help",
    audience: "everyone",
    summary: {
      en: "what one can ask, by example",
      fr: "ce qu’on peut demander, par l’exemple",
      es: "lo que se puede preguntar, con ejemplos",
    },
    options: [],
    examples: ["help"],
    async run(_, { language, example: shown }) {
      const entries = commands.map((command): Entry => {
        const { name, summary, options, examples } = command;
        return {
          headline: plain(`${name}: ${summary[language]}`),
          url: undefined,
          day: undefined,
          lines: examples.map((example): Line => ({ kind: "point", spans: plain(shown(example, command)) })),
          data: { name, summary: summary[language], options: options.map((option) => option.name), examples },
        };
      });
      return { language, title: wordsOf(language).help, entries, page: undefined, notes: [] };
    },
  };
}
