import type { MeetingKind, MeetingStatus } from "../model/analysis.ts";

/** The fixed words of answers. */
export interface Words {
  readonly kind: Readonly<Record<MeetingKind, string>>;
  /** `announced`: its days are past, and nothing was read that says it was held. */
  readonly status: Readonly<Record<MeetingStatus | "announced", string>>;
  readonly meetings: string;
  readonly about: (title: string, topic: string) => string;
  readonly within: (title: string, from: string, to: string) => string;
  readonly earlier: string;
  readonly topics: string;
  readonly people: string;
  readonly documents: string;
  readonly id: string;
  readonly help: string;
  readonly latest: string;
  readonly found: (words: string) => string;
  readonly nothing: string;
  readonly capped: (count: number) => string;
  readonly noPage: (pages: number) => string;
  readonly unknownTopic: (word: string) => string;
  readonly unknownWord: (word: string) => string;
  readonly didYouMean: (word: string) => string;
  readonly seeTopics: string;
  readonly wrongWhen: (word: string) => string;
  readonly wrongDay: (word: string) => string;
  readonly wrongCount: (word: string, most: number) => string;
  readonly missing: (option: string, example: string) => string;
  readonly noWords: string;
  readonly unknownSource: (source: string) => string;
}
