import type { Channel } from "../../delivery/channel.ts";
import { tagsOf } from "../../delivery/compose.ts";
import type { Entry } from "../../model/answer.ts";
import { digestText, quietText } from "../../model/rhythm.ts";
import { plain } from "../answers.ts";
import type { AskTools } from "../command.ts";
import { factLine } from "../item-entry.ts";
import { manageWordsOf } from "./words.ts";

/** What a channel gets, as an entry. `by` is who subscribed it in the chat. */
export function subscriptionEntry(channel: Channel, by: string | undefined, tools: AskTools): Entry {
  const words = manageWordsOf(tools.language);
  const { topics, language, digest, quiet, passing, silent, signOfLife, timezone } = channel;
  return {
    headline: plain(channel.id),
    url: undefined,
    day: undefined,
    lines: [
      ...factLine(words.topics, chosenTopics(topics, tools)),
      ...factLine(words.language, language),
      ...factLine(words.digest, digest === undefined ? words.each : `${digestText(digest)} (${timezone})`),
      ...factLine(words.quiet, quiet === undefined ? "" : `${quietText(quiet)} (${timezone})`),
      ...factLine(words.passing, quiet === undefined ? "" : passing.join(", ")),
      ...factLine(words.silent, silent ? words.yes : ""),
      ...factLine(words.signOfLife, signOfLife ? words.yes : ""),
      ...factLine(words.origin, by === undefined ? words.ofFile : words.ofChat(by)),
    ],
    data: {
      channel: channel.id,
      topics: topics ?? null,
      language,
      digest: digest === undefined ? null : digestText(digest),
      quiet: quiet === undefined ? null : quietText(quiet),
      passing,
      silent,
      signOfLife,
      origin: channel.origin,
    },
  };
}

/** The topics that a channel gets, by their labels; everything where it chose none. */
export function chosenTopics(topics: readonly string[] | undefined, { topics: known, language }: AskTools): string {
  if (topics === undefined) return manageWordsOf(language).everything;
  return tagsOf(topics, known, language)
    .map(({ emoji, label }) => `${emoji} ${label}`.trim())
    .join(", ");
}
