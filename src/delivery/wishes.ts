import type { Language } from "../model/language.ts";
import { timeText } from "../model/rhythm.ts";
import type { Topic } from "../model/topic.ts";
import { changeWordsOf } from "./change-words.ts";
import type { Channel } from "./channel.ts";
import { tagsOf } from "./compose.ts";
import { frameOf } from "./frames.ts";

/** What a channel wishes to get, and when. */
export type Wishes = Pick<
  Channel,
  "topics" | "digest" | "quiet" | "passing" | "signOfLife" | "silent" | "timezone" | "language"
>;

/** Which items a channel gets, as a sentence. */
export function topicsText(wishes: Pick<Wishes, "topics">, language: Language, topics: readonly Topic[]): string {
  const frame = frameOf(language);
  if (wishes.topics === undefined) return frame.everything;
  return frame.only(
    tagsOf(wishes.topics, topics, language)
      .map((tag) => tag.label)
      .join(", "),
  );
}

/** When and how they come, a sentence for each wish. */
export function rhythmTexts({
  digest,
  quiet,
  passing,
  signOfLife,
  silent,
  timezone,
  language,
}: Wishes): readonly string[] {
  const words = changeWordsOf(language);
  return [
    ...(digest === undefined ? [] : [digestText(digest, timezone, language)]),
    ...(digest !== undefined && signOfLife ? [words.signOfLife] : []),
    ...(quiet === undefined ? [] : [words.quiet(timeText(quiet.from), timeText(quiet.until), timezone)]),
    ...(quiet === undefined || passing.length === 0 ? [] : [words.passing(passing.join(", "))]),
    ...(silent ? [words.silent] : []),
  ];
}

function digestText(digest: NonNullable<Wishes["digest"]>, timezone: string, language: Language): string {
  const words = changeWordsOf(language);
  const at = timeText(digest.at);
  return digest.every === "day" ? words.daily(at, timezone) : words.weekly(digest.on, at, timezone);
}
