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
  const labels = tagsOf(topics ?? [], tools.topics, tools.language).map(({ emoji, label }) =>
    `${emoji} ${label}`.trim(),
  );
  return {
    headline: plain(channel.id),
    url: undefined,
    day: undefined,
    lines: [
      ...factLine(words.topics, topics === undefined ? words.everything : labels.join(", ")),
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
