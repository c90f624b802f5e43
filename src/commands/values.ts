import type { OfferedCommand, Option } from "../model/ask.ts";
import { foldedWords } from "../model/fold.ts";
import { LANGUAGES } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import { isProcess } from "../model/process.ts";
import { parseDigest, parseQuiet } from "../model/rhythm.ts";
import { dayIn, type Day } from "../model/time.ts";
import type { Topic } from "../model/topic.ts";
import { findItemBySource, type StoredItem } from "../store/items.ts";
import type { AskTools, Request } from "./command.ts";
import { partOfYear, spanOf, type Span } from "./days.ts";
import { RequestError } from "./request-error.ts";
import { wordsOf } from "./words.ts";

/** The topic that a request names by its id or its name in any language. Throws RequestError for an unknown one. */
export function topicOf({ values }: Request, { topics, language }: AskTools): Topic | undefined {
  const word = values["topic"];
  if (word === undefined) return undefined;
  const topic = findTopic(word, topics);
  if (topic !== undefined) return topic;
  const words = wordsOf(language);
  const near = nearest(word, [...topics.map(({ id }) => id), ...topics.map(({ labels }) => labels[language])]);
  throw new RequestError(
    `${words.unknownTopic(word)} ${near === undefined ? words.seeTopics : words.didYouMean(near)}`,
  );
}

/** The span that a request names; without ends where it names none. Throws RequestError for what is none. */
export function whenOf({ values }: Request, { now, timezone, language }: AskTools): Span {
  const word = values["when"];
  if (word === undefined) return { from: undefined, to: undefined };
  const span = spanOf(word, dayIn(timezone, now));
  if (span === undefined) throw new RequestError(wordsOf(language).wrongWhen(word));
  return span;
}

/** The topics that a request names, by commas; undefined where it names none. Throws RequestError for an unknown one. */
export function topicsOf(request: Request, tools: AskTools): readonly Topic[] | undefined {
  const words = request.values["topics"]?.split(",").filter((word) => word.trim() !== "");
  if (words === undefined || words.length === 0) return undefined;
  const found = words.map((word) => topicOf({ ...request, values: { topic: word } }, tools));
  return [...new Set(found)].filter((topic) => topic !== undefined);
}

/** Whether a flag is set. */
export function flagOf(name: string, { values }: Pick<Request, "values">): boolean {
  const word = values[name]?.toLowerCase();
  return word !== undefined && word !== "" && word !== "false" && word !== "no";
}

/** The first day of what a request names. Throws RequestError for what is no day. */
export function dayOf(name: string, { values }: Request, { language }: AskTools): Day | undefined {
  const word = values[name];
  if (word === undefined) return undefined;
  const part = partOfYear(word);
  if (part === undefined) throw new RequestError(wordsOf(language).wrongDay(word));
  return part.from;
}

/** A whole number from 1. Throws RequestError for any other. */
export function countOf(
  name: string,
  { values }: Request,
  { language }: AskTools,
  limits: { readonly usual: number; readonly most: number },
): number {
  const word = values[name];
  if (word === undefined) return limits.usual;
  const number = Number(word);
  if (Number.isInteger(number) && number >= 1 && number <= limits.most) return number;
  throw new RequestError(wordsOf(language).wrongCount(word, limits.most));
}

/** The value of a choice. Throws RequestError for one that is not to be had. */
export function choiceOf(option: Option, { values }: Request, { language }: AskTools): string | undefined {
  const { name, choices = [] } = option;
  const word = values[name]?.toLowerCase();
  if (word === undefined || choices.includes(word)) return word;
  const words = wordsOf(language);
  const near = nearest(word, choices);
  throw new RequestError(
    `${words.unknownWord(word)} ${near === undefined ? choices.join(", ") : words.didYouMean(near)}`,
  );
}

/** The item that a request names by its address or its id. Throws RequestError where the archive has none. */
export async function itemOf(request: Request, tools: AskTools): Promise<StoredItem> {
  const source = request.values["source"] ?? "";
  const stored = await findItemBySource(tools.db, source, tools.keyOf(source));
  if (stored === undefined) throw new RequestError(wordsOf(tools.language).unknownSource(source));
  return stored;
}

/** Whether a word typed without an option's name may be a value of it. */
export function fits(word: string, option: Option, topics: readonly Topic[]): boolean {
  switch (option.kind) {
    case "topic":
      return findTopic(word, topics) !== undefined;
    case "when":
      return spanOf(word, "2000-01-01") !== undefined;
    case "choice":
      return option.choices?.includes(word.toLowerCase()) ?? false;
    case "count":
      return /^\d{1,3}$/.test(word);
    case "day":
      return partOfYear(word) !== undefined;
    case "topics":
      return word === "all" || word.split(",").every((one) => findTopic(one, topics) !== undefined);
    case "digest":
      return parseDigest(word) !== undefined;
    case "quiet":
      return parseQuiet(word) !== undefined;
    case "flag":
      return word.toLowerCase() === option.name;
    case "list":
      return false;
    case "process":
      return isProcess(word);
    case "words":
    case "source":
      return true;
  }
}

/** All words that mean something to a command, to guess what a mistyped one was meant to be. */
export function knownWords({ options }: OfferedCommand, topics: readonly Topic[]): readonly string[] {
  return options.flatMap((option) => {
    if (option.kind === "topic") return topics.map(({ id }) => id);
    if (option.kind === "topics") return topics.map(({ id }) => id);
    if (option.kind === "flag") return [option.name];
    return option.kind === "when" ? ["upcoming", "recent"] : (option.choices ?? []);
  });
}

/** The topic of that id, or of that name in any language. */
export function findTopic(word: string, topics: readonly Topic[]): Topic | undefined {
  const wanted = bare(word);
  return topics.find(({ id, labels }) => [id, ...LANGUAGES.map((one) => labels[one])].some((n) => bare(n) === wanted));
}

function bare(text: string): string {
  return foldedWords(text)
    .map(({ word }) => word)
    .join(" ");
}
