import type { ProcessId } from "./process.ts";
import type { Day } from "./time.ts";

export const MEETING_KINDS = [
  "plenary",
  "small-group",
  "stocktaking",
  "ministerial",
  "workshop",
  "dedicated-discussion",
  "council",
  "other",
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATUSES = ["held", "upcoming", "tentative", "postponed"] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** A meeting whose days the source states. */
export interface Meeting {
  readonly start: Day;
  /** The last day; the same as `start` for a meeting of one day. */
  readonly end: Day;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  /** Who meets, and where, in the source's words; left out where the sentence does not say, or was read before they were told. */
  readonly body?: string;
  readonly place?: string;
  /** The sentence of the source that states it. */
  readonly quote: string;
}

/** A meeting to come of which the source states the month and no day. */
export interface MonthMeeting {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  readonly quote: string;
}

/** What is to be reached, delivered or submitted by a date, or lapses on it. */
export interface Target {
  readonly what: string;
  /** As precise as the source: `2022-12-31`, `2024-02`, `2021`, `2021-summer`, `2021-Q1`, `MC12`. */
  readonly by: string;
  readonly quote: string;
}

/** Members taking part in the joint initiative at the time of the item. */
export interface Participants {
  readonly count: number;
  readonly quote: string;
}

export interface Person {
  readonly name: string;
  /** In English, whatever the language of the item. */
  readonly role: string;
  /** Null for Secretariat staff and other organizations. */
  readonly country: string | null;
}

/**
 * The item's own title and whole sentences of the source, shortened at most. Where a host wants it, the points are written
 * by a language model and held against the source.
 */
export interface Brief {
  readonly headline: string;
  readonly points: readonly string[];
  /** Undefined where no model was asked; with `refused`, the reason for which the quoted points stand. */
  readonly model?: { readonly name: string; readonly refused?: string };
}

/** Whether an item was read with the article of its page, and if not, why. */
export type ArticleRead = { readonly read: true } | { readonly read: false; readonly reason: string };

/** Why a decision was taken: the rule, and the words of the source that set it off. */
export interface Reason {
  readonly rule: string;
  readonly words: string;
}

/** A reason in one line. */
export function reasonText({ rule, words }: Reason): string {
  return words === "" ? rule : `${rule}: "${words}"`;
}

/** Everything that reading one item yields. */
export interface Analysis {
  readonly relevant: boolean;
  readonly reasons: readonly Reason[];
  /** Topic ids of `config/topics.yaml`, in that file's order. */
  readonly topics: readonly string[];
  readonly meetings: readonly Meeting[];
  /** Undefined in what was read before they were told. */
  readonly monthMeetings?: readonly MonthMeeting[];
  readonly participants: Participants | undefined;
  readonly targets: readonly Target[];
  readonly people: readonly Person[];
  /** Document symbols such as `INF/ECOM/62/Rev.1`. */
  readonly documents: readonly string[];
  /** What it is a step of; undefined in what was read before processes were told. */
  readonly processes?: readonly ProcessId[];
  /** Undefined where the item's page was not looked at for it. */
  readonly article?: ArticleRead;
  readonly brief: Brief;
}
