import type { Channel } from "../delivery/channel.ts";
import type { Answer } from "../model/answer.ts";
import type { Language } from "../model/language.ts";
import type { Millis } from "../model/time.ts";
import type { Topic } from "../model/topic.ts";
import type { Db } from "../store/tables.ts";

/** A short text for people in each language. */
export type Told = Readonly<Record<Language, string>>;

/** What the value of an option is: by it, a word typed without the option's name finds its place. */
export type OptionKind = "topic" | "when" | "choice" | "count" | "day" | "words" | "source";

export interface Option {
  readonly name: string;
  readonly kind: OptionKind;
  readonly summary: Told;
  readonly required: boolean;
  /** All values there are, of a choice. */
  readonly choices?: readonly string[];
}

/** A look-up, declared once for every surface. */
export interface Command {
  readonly name: string;
  readonly summary: Told;
  readonly options: readonly Option[];
  /** What one might type, beginning with the name. */
  readonly examples: readonly string[];
  /** Answers from the store alone. Throws RequestError where the request can't be understood. */
  run(request: Request, tools: AskTools): Promise<Answer>;
}

/** What was asked, as typed or chosen. */
export interface Request {
  /** By the names of the options. */
  readonly values: Readonly<Record<string, string>>;
  /** From 1. */
  readonly page: number;
}

/** What answering needs. */
export interface AskTools {
  readonly db: Db;
  readonly now: Millis;
  /** IANA zone in which days begin and moments are told. */
  readonly timezone: string;
  readonly language: Language;
  readonly topics: readonly Topic[];
  /** The channels and feeds of the configuration. */
  readonly channels: readonly Channel[];
  readonly feeds: readonly string[];
  /** The key under which the archive knows an address; undefined for what is no address. */
  readonly keyOf: (source: string) => string | undefined;
}
