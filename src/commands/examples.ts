import type { OfferedCommand } from "../model/ask.ts";
import type { Topic } from "../model/topic.ts";
import { placeWords } from "./typed.ts";

/** How an example such as `meetings moratorium` is written where it is to be repeated. */
export type ShowExample = (example: string, command: OfferedCommand) => string;

/** As it is typed behind a slash command: `/wto meetings moratorium`. */
export const asTyped: ShowExample = (example) => `/wto ${example}`;

/** As it is: where nothing stands before it. */
export const asItIs: ShowExample = (example) => example;

/** As its options are chosen: `/wto meetings topic:moratorium`. */
export function asChosen(topics: readonly Topic[]): ShowExample {
  return (example, command) => {
    const [name = "", ...words] = example.split(" ");
    const named = Object.fromEntries(words.flatMap((word) => namedIn(word, command)));
    const bare = words.filter((word) => namedIn(word, command).length === 0);
    const values = placeWords(command, bare, named, { topics, language: "en" });
    const options = Object.entries(values).map(([option, value]) => `${option}:${value}`);
    const slash = command.audience === "managers" ? "/wto-admin" : "/wto";
    return [slash, name, ...options].join(" ");
  };
}

function namedIn(word: string, { options }: OfferedCommand): readonly (readonly [string, string])[] {
  const [, name = "", value = ""] = /^([a-z]+):(.+)$/i.exec(word) ?? [];
  return options.some((option) => option.name === name) ? [[name, value]] : [];
}
