import type { OfferedCommand, Option } from "../model/ask.ts";
import type { Language } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import type { Topic } from "../model/topic.ts";
import { RequestError } from "./request-error.ts";
import { fits, knownWords } from "./values.ts";
import { wordsOf } from "./words.ts";

/**
 * Finds the place of words typed without the names of options: each goes to the first free option that it fits, whatever
 * their order; several topics may go to one. An option of words takes what is left when those that must be given have
 * theirs; of these, one with spaces in it is a phrase.
 *
 * @param named values that were given by name
 * @throws RequestError for a word that fits nowhere, with what it may have been meant to be, and where one is missing
 */
export function placeWords(
  command: OfferedCommand,
  typed: readonly string[],
  named: Readonly<Record<string, string>>,
  { topics, language }: { readonly topics: readonly Topic[]; readonly language: Language },
): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...named };
  const rest = command.options.find((option) => option.kind === "words" && values[option.name] === undefined);
  const waiting = [...typed];
  if (rest !== undefined) {
    for (const option of command.options) {
      if (option === rest || !option.required || values[option.name] !== undefined) continue;
      const word = waiting.shift();
      if (word !== undefined) values[option.name] = word;
    }
    if (waiting.length > 0) values[rest.name] = waiting.splice(0).map(asPhrase).join(" ");
  }
  for (const word of waiting) {
    const option = placeOf(word, command.options, values, topics);
    if (option === undefined) throw new RequestError(whatWasMeant(word, command, topics, language));
    values[option.name] = added(values[option.name], word, option);
  }
  const missing = command.options.find((option) => option.required && (values[option.name] ?? "").trim() === "");
  if (missing !== undefined)
    throw new RequestError(wordsOf(language).missing(missing.summary[language], command.examples[0] ?? command.name));
  return values;
}

function placeOf(
  word: string,
  options: readonly Option[],
  values: Readonly<Record<string, string>>,
  topics: readonly Topic[],
): Option | undefined {
  const free = options.filter((option) => values[option.name] === undefined || option.kind === "topics");
  return free.find((one) => fits(word, one, topics));
}

function added(before: string | undefined, word: string, { kind }: Option): string {
  if (kind === "flag") return "true";
  return kind === "topics" && before !== undefined ? `${before},${word}` : word;
}

function asPhrase(word: string): string {
  return /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
}

function whatWasMeant(word: string, command: OfferedCommand, topics: readonly Topic[], language: Language): string {
  const words = wordsOf(language);
  const near = nearest(word, knownWords(command, topics));
  const hint = near === undefined ? command.examples.join(" · ") : words.didYouMean(near);
  return `${words.unknownWord(word)} ${hint}`;
}
