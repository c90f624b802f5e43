import type { Topic } from "../model/topic.ts";
import type { ShowExample } from "./command.ts";
import { understand } from "./typed-line.ts";

/** As it is typed behind a slash command: `/wto meetings moratorium`. */
export const asTyped: ShowExample = (example) => `/wto ${example}`;

/** As it is: where nothing stands before it. */
export const asItIs: ShowExample = (example) => example;

/** As its options are chosen: `/wto meetings topic:moratorium`. */
export function asChosen(topics: readonly Topic[]): ShowExample {
  return (example, command) => {
    const { values } = understand(example, [command], { topics, language: "en" });
    const options = Object.entries(values).map(([option, value]) => `${option}:${value}`);
    const slash = command.audience === "managers" ? "/wto-admin" : "/wto";
    return [slash, command.name, ...options].join(" ");
  };
}
