import type { Selectable } from "kysely";
import type { Language } from "../model/language.ts";
import type { Millis } from "../model/time.ts";

// What people ask for and decide in the chats.

/** What a channel gets, as a manager asked for it in the chat. */
export interface SubscriptionTable {
  /** `chat/channel`. */
  channel_id: string;
  chat: string;
  channel: string;
  /** The Slack team or Discord server; null where the platform named none. */
  workspace: string | null;
  /** Topic ids as a JSON array; null for everything relevant. */
  topics: string | null;
  language: Language | null;
  /** As `parseDigest` reads it; null for each item by itself. */
  digest: string | null;
  /** As `parseQuiet` reads it. */
  quiet: string | null;
  /** Words that pass in quiet hours, as a JSON array. */
  passing: string | null;
  silent: number;
  sign_of_life: number;
  by_id: string;
  by_name: string;
  since: Millis;
  /** Set once nothing new comes any more: what stands in the channel is still kept right. */
  ended_at: Millis | null;
}

export type ChangeKind = "subscribe" | "unsubscribe" | "post" | "retract";

/** What a manager changed, by whom and when: the log, and what an undo goes back to. */
export interface ChangeTable {
  id: string;
  /** The platform's id of the request: delivered twice it changes once. */
  question: string;
  channel_id: string;
  kind: ChangeKind;
  by_id: string;
  by_name: string;
  at: Millis;
  /** The subscription or override as JSON; null where there was none. */
  before: string | null;
  after: string | null;
  item_id: string | null;
  reason: string | null;
  undone_at: Millis | null;
  undone_by: string | null;
}

/** A person's word on an item in a channel, against the program's. */
export interface OverrideTable {
  item_id: string;
  channel_id: string;
  verdict: "post" | "retract";
  reason: string | null;
  by_name: string;
  at: Millis;
}

/** A question whose further pages may be asked for. */
export interface QuestionTable {
  id: string;
  command: string;
  /** JSON, by the names of the options. */
  values: string;
  language: Language;
  channel_id: string;
  asker_id: string;
  shared: number;
  kept_at: Millis;
}

/** An item that waits for a channel's next digest. */
export interface WaitingTable {
  channel_id: string;
  item_id: string;
  since: Millis;
}

/** What a Slack workspace gave the app when it was installed, sealed. */
export interface InstallationTable {
  chat: string;
  /** The team's or enterprise's id. */
  workspace: string;
  sealed: string;
  saved_at: Millis;
}

export type SubscriptionRow = Selectable<SubscriptionTable>;
export type ChangeRow = Selectable<ChangeTable>;
export type OverrideRow = Selectable<OverrideTable>;
export type QuestionRow = Selectable<QuestionTable>;
