import type { Generated, Selectable, Updateable } from "kysely";
import type { Millis } from "../model/time.ts";

// Where news goes, what is said there, and what the operators are told.

/** One channel that deliveries go to. */
export interface ChannelTable {
  /** `chat/channel`, for example `office/C0123456789`. */
  id: string;
  chat: string;
  channel: string;
  created_at: Millis;
  /** Set while the platform refuses the channel; what waits is kept. */
  paused_at: Millis | null;
  /** What the platform said and what to do. */
  pause_reason: string | null;
  /** While the channel is paused: when it is probed next. */
  hold_until: Millis | null;
  /** The moment of the rhythm up to which its digests were made; null before the first. */
  digest_at: Millis | null;
}

export type DeliveryKind = "post" | "edit" | "reply" | "welcome" | "preview" | "notice" | "announcement" | "publish";
export type SubjectKind = "item" | "digest" | "channel" | "feed" | "incident" | "change";
export type DeliveryState = "pending" | "sending" | "uncertain" | "held" | "sent" | "failed" | "skipped";

/** The outbox: what is to be said where, and what became of it. */
export interface DeliveryTable {
  /** The order within a channel. */
  seq: Generated<number>;
  /** 24 lower-case hexadecimal characters. */
  id: string;
  channel_id: string;
  kind: DeliveryKind;
  subject_kind: SubjectKind;
  subject_id: string;
  revision: number;
  /** What the post says or how, where that cannot be told from the subject alone; else null. */
  payload: string | null;
  state: DeliveryState;
  due_at: Millis;
  /** While in the future, one worker has it. */
  lease_until: Millis | null;
  attempts: number;
  /** Stored before the first call leaves. */
  first_tried_at: Millis | null;
  last_tried_at: Millis | null;
  /** Agreeing answers "not posted" since the last attempt. */
  absences: number;
  /** How often it was proved that an attempt had posted nothing although its answer was lost. */
  vanished: Generated<number>;
  message_id: string | null;
  /** The item's or digest's revision that the message shows. */
  shown_revision: number | null;
  reason: string | null;
  created_at: Millis;
  settled_at: Millis | null;
}

/** Several items in one post. */
export interface DigestTable {
  id: string;
  created_at: Millis;
  revision: number;
}

export interface DigestItemTable {
  digest_id: string;
  item_id: string;
  position: number;
}

/** Which wording of an item the readers of a post saw first. */
export interface ToldTable {
  delivery_id: string;
  item_id: string;
  /** The item's revision. */
  revision: number;
}

/** Trouble that the operators are told once, and once more when it is over. */
export interface IncidentTable {
  id: string;
  /** What it is about, for example `feed:wto-news` or `channel:office/C0123456789`. At most one open per key. */
  key: string;
  detail: string;
  opened_at: Millis;
  closed_at: Millis | null;
}

export type ChannelRow = Selectable<ChannelTable>;
export type ChannelChanges = Updateable<ChannelTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type DeliveryChanges = Updateable<DeliveryTable>;
export type IncidentRow = Selectable<IncidentTable>;
