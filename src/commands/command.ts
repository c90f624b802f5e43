import type { Channel } from "../delivery/channel.ts";
import type { OfferedCommand } from "../model/ask.ts";
import type { Answer } from "../model/answer.ts";
import type { Explained } from "../model/explained.ts";
import type { Language } from "../model/language.ts";
import type { Millis } from "../model/time.ts";
import type { Topic } from "../model/topic.ts";
import type { Db, VersionRow } from "../store/tables.ts";

/** A look-up, declared once for every surface. */
export interface Command extends OfferedCommand {
  readonly audience: "everyone";
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

/** How an example such as `meetings moratorium` is written where it is to be repeated. */
export type ShowExample = (example: string, command: OfferedCommand) => string;

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
  /** What led to each decision about a stored wording. */
  readonly explain: (version: VersionRow) => readonly Explained[];
  /** How an example is written where it is to be repeated. */
  readonly example: ShowExample;
}
