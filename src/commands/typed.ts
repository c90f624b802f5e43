import type { Language } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import type { Topic } from "../model/topic.ts";
import type { Command } from "./command.ts";
import { RequestError } from "./request-error.ts";
import { fits, knownWords } from "./values.ts";
import { wordsOf } from "./words.ts";

/**
 * Finds the place of words typed without the names of options: each goes to the first free option that it fits, whatever
 * their order. An option of words takes all that are left; of these, one with spaces in it is a phrase.
 *
 * @param named values that were given by name
 * @throws RequestError for a word that fits nowhere, with what it may have been meant to be, and where one is missing
 */
export function placeWords(
  command: Command,
  typed: readonly string[],
  named: Readonly<Record<string, string>>,
  { topics, language }: { readonly topics: readonly Topic[]; readonly language: Language },
): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...named };
  const rest = command.options.find((option) => option.kind === "words" && values[option.name] === undefined);
  if (rest !== undefined) {
    if (typed.length > 0) values[rest.name] = typed.map(asPhrase).join(" ");
  } else {
    for (const word of typed) {
      const free = command.options.filter((option) => values[option.name] === undefined);
      const option = free.find((one) => fits(word, one, topics));
      if (option === undefined) throw new RequestError(whatWasMeant(word, command, topics, language));
      values[option.name] = word;
    }
  }
  const missing = command.options.find((option) => option.required && (values[option.name] ?? "").trim() === "");
  if (missing !== undefined)
    throw new RequestError(wordsOf(language).missing(missing.summary[language], command.examples[0] ?? command.name));
  return values;
}

function asPhrase(word: string): string {
  return /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
}

function whatWasMeant(word: string, command: Command, topics: readonly Topic[], language: Language): string {
  const words = wordsOf(language);
  const near = nearest(word, knownWords(command, topics));
  const hint = near === undefined ? command.examples.join(" · ") : words.didYouMean(near);
  return `${words.unknownWord(word)} ${hint}`;
}
