import type { Answer } from "./answer.ts";
import type { Button } from "./button.ts";
import type { Language } from "./language.ts";

/** A short text for people in each language. */
export type Told = Readonly<Record<Language, string>>;

/** What the value of an option is: by it, a word typed without the option's name finds its place. */
export type OptionKind =
  | "topic"
  | "topics"
  | "when"
  | "choice"
  | "count"
  | "day"
  | "words"
  | "source"
  | "process"
  | "digest"
  | "quiet"
  | "list"
  | "flag";

export interface Option {
  readonly name: string;
  readonly kind: OptionKind;
  readonly summary: Told;
  readonly required: boolean;
  /** All values there are, of a choice. */
  readonly choices?: readonly string[];
}

/** A command as it is offered on every surface. */
export interface OfferedCommand {
  readonly name: string;
  /** `managers`: only who may manage the channel. */
  readonly audience: "everyone" | "managers";
  readonly summary: Told;
  readonly options: readonly Option[];
  /** What one might type, beginning with the name. */
  readonly examples: readonly string[];
}

/** Who asks. */
export interface Asker {
  /** The platform's own id of the person. */
  readonly id: string;
  readonly name: string;
  /** Whether the platform lets this person manage the channel. Asked only where it matters; may take a request. */
  readonly mayManage: () => Promise<boolean>;
}

/** Which part of an answer's page is shown: a page may be too much for one message. */
export type SheetPlace = number | "last";

/** What was asked: options chosen, a line typed, a button pressed. */
export type Asked =
  | { readonly kind: "command"; readonly command: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "typed"; readonly text: string }
  /** Another page of an answer, as its `keep` named it. Pages from 1, sheets from 0. */
  | { readonly kind: "page"; readonly token: string; readonly page: number; readonly sheet: SheetPlace }
  /** A button that the desk made, by its id. */
  | { readonly kind: "button"; readonly id: string };

export interface Question {
  /** The platform's own id of this request: the same one twice is one question. */
  readonly id: string;
  /** The channel as the configuration names it. */
  readonly channel: string;
  /** The Slack team or Discord server; undefined where there is none, as in a direct message. */
  readonly workspace: string | undefined;
  readonly asker: Asker;
  /** The asker's language, where the platform tells it and it is one of ours. */
  readonly language: Language | undefined;
  readonly asked: Asked;
}

/** A question that can be asked next with one click, where the platform has no options to choose. */
export interface Refinement {
  /** At most 40 characters, in the reader's language. */
  readonly label: string;
  /** As typed: `meetings upcoming`. */
  readonly text: string;
}

/** What is said back. */
export interface Reply {
  /** One page of the answer; surfaces show as many sheets of it as it needs. */
  readonly answer: Answer;
  /** `asker`: seen by who asked alone. `channel`: by everybody, with `askedBy` above it. */
  readonly audience: "asker" | "channel";
  /** "Asked by Ana": only with `channel`. */
  readonly askedBy: string | undefined;
  readonly buttons: readonly Button[];
  readonly refinements: readonly Refinement[];
  /** Which page `answer` is, of how many, and which sheet of it to show. */
  readonly place: { readonly page: number; readonly pages: number; readonly sheet: SheetPlace };
  /** Keeps the question, so that its pages can be asked for after a restart too. Call it only where there is more to show. */
  readonly keep: () => Promise<string>;
  /** Whether this takes the place of the message whose button was pressed, rather than standing by itself. */
  readonly replaces: boolean;
  /** Whether nothing was done: what was asked could not be understood, or not be carried out. */
  readonly isRefusal?: boolean;
}

/** A value that may be meant by what was typed so far. */
export interface Suggestion {
  /** At most 100 characters. */
  readonly label: string;
  readonly value: string;
}

/** What is being typed into an option. */
export interface Typing {
  readonly channel: string;
  readonly language: Language | undefined;
  readonly command: string;
  readonly option: string;
  readonly text: string;
}

/** Where questions of one chat are answered. None of its functions throws but for its signal. */
export interface Desk {
  readonly commands: readonly OfferedCommand[];
  /** Undefined where this very question was answered before. What goes wrong is told in the reply. */
  ask(question: Question, signal: AbortSignal): Promise<Reply | undefined>;
  /** At most 25, the likeliest first. */
  suggest(typing: Typing, signal: AbortSignal): Promise<readonly Suggestion[]>;
  /** The bot was removed from a workspace, which is no outage: what it was subscribed to there ends. */
  removed(workspace: string): Promise<void>;
}
