import type { Generated, Insertable, Kysely, Selectable, Updateable } from "kysely";
import type { MeetingKind, MeetingStatus } from "../model/analysis.ts";
import type {
  ChangeTable,
  InstallationTable,
  OverrideTable,
  QuestionTable,
  SubscriptionTable,
  WaitingTable,
} from "./chat-tables.ts";
import type { Language } from "../model/language.ts";
import type { Day, Millis } from "../model/time.ts";

// One schema for both engines: ids are text made by the program, moments are epoch milliseconds, JSON is text, flags are 0 or 1.

/** One feed of the configuration and how its looks went. */
export interface FeedTable {
  name: string;
  url: string;
  language: Language;
  /** Validators of the last look whose transaction was committed. */
  etag: string | null;
  last_modified: string | null;
  /** The schedule ran, whether or not a request was made: proof that polling has not stopped. */
  ticked_at: Millis | null;
  /** When the schedule is to run next. Long past means that polling has stopped. */
  tick_due_at: Millis | null;
  /** The last request. */
  checked_at: Millis | null;
  succeeded_at: Millis | null;
  /** The last look that found something new or corrected. */
  changed_at: Millis | null;
  /** Null until the first look is stored: the first look posts nothing. */
  first_look_at: Millis | null;
  /** Failures in a row. */
  failures: number;
  error: string | null;
  /** No request before this moment: back-off, or what the server asked. */
  next_at: Millis | null;
}

/** One story, whatever the languages it came in. */
export interface ItemTable {
  id: string;
  first_seen_at: Millis;
  /** Grows with every change of any of its versions. */
  revision: number;
  /** 1 where any of its versions is relevant. */
  relevant: number;
  published: Day | null;
}

/** The keys under which a story is known: canonical link and guid. */
export interface ItemKeyTable {
  key: string;
  item_id: string;
}

/** The wording of a story in one language as it stands now. */
export interface VersionTable {
  item_id: string;
  language: Language;
  feed: string;
  url: string | null;
  guid: string | null;
  title: string;
  description: string;
  text: string | null;
  published: Day | null;
  /** Stem and day of the link, to join versions whose keys differ; null where the link has none. */
  stem: string | null;
  /** Hash over the normalized wording: spacing, entities and order never count as change. */
  content_hash: string;
  /** The item's revision at which this wording came. */
  revision: number;
  relevant: number;
  /** An `Analysis` as JSON. */
  analysis: string;
  first_seen_at: Millis;
  changed_at: Millis;
  last_seen_at: Millis;
}

/** Every wording that a version ever had, the present one included. */
export interface RevisionTable {
  item_id: string;
  language: Language;
  revision: number;
  title: string;
  description: string;
  text: string | null;
  url: string | null;
  published: Day | null;
  content_hash: string;
  analysis: string;
  seen_at: Millis;
}

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

/** Trouble that the operators are told once, and once more when it is over. */
export interface IncidentTable {
  id: string;
  /** What it is about, for example `feed:wto-news` or `channel:office/C0123456789`. At most one open per key. */
  key: string;
  detail: string;
  opened_at: Millis;
  closed_at: Millis | null;
}

/** The topics of a relevant story, for look-ups: those of any of its relevant versions. */
export interface ItemTopicTable {
  topic: string;
  item_id: string;
  /** The item's day of publication, empty where it has none, and when it was first seen: the order of listings. */
  published: Day;
  first_seen_at: Millis;
}

/** The processes that a relevant story belongs to, for timelines. */
export interface ItemProcessTable {
  /** `joint-initiative`, `moratorium`, `work-programme`, or a ministerial conference such as `mc13`. */
  process: string;
  item_id: string;
  published: Day;
  first_seen_at: Millis;
}

/** What the archive remembers of itself. */
export interface ArchiveStateTable {
  name: string;
  value: string;
}

/** One meeting, whatever the items and languages that tell of it, as it was told last. */
export interface MeetingTable {
  id: string;
  start_day: Day;
  end_day: Day;
  kind: MeetingKind;
  status: MeetingStatus;
  /** How often its days, kind or status were told otherwise. */
  sequence: Generated<number>;
  /** When that was last; null while it stands as it was told first. */
  changed_at: Millis | null;
}

/** What one version of a story says of a meeting. */
export interface MeetingMentionTable {
  item_id: string;
  language: Language;
  /** Its place in the version's analysis. */
  position: number;
  meeting_id: string;
  start_day: Day;
  end_day: Day;
  kind: MeetingKind;
  status: MeetingStatus;
  /** The sentence of the source that states it. */
  quote: string;
  /** The version's day of publication, empty where it has none, and when its wording came: the order of telling. */
  published: Day;
  told_at: Millis;
}

/** The topics of the items that tell of a meeting. */
export interface MeetingTopicTable {
  topic: string;
  meeting_id: string;
}

/** One version of a relevant story in the full-text search. Its words stand where its engine keeps them: `search.ts`. */
export interface SearchDocumentTable {
  seq: Generated<number>;
  item_id: string;
  language: Language;
  /** The version's day of publication, empty where it has none. */
  published: Day;
}

export interface Tables {
  feeds: FeedTable;
  items: ItemTable;
  item_keys: ItemKeyTable;
  versions: VersionTable;
  revisions: RevisionTable;
  channels: ChannelTable;
  deliveries: DeliveryTable;
  digests: DigestTable;
  digest_items: DigestItemTable;
  incidents: IncidentTable;
  item_topics: ItemTopicTable;
  meetings: MeetingTable;
  meeting_mentions: MeetingMentionTable;
  meeting_topics: MeetingTopicTable;
  search_documents: SearchDocumentTable;
  subscriptions: SubscriptionTable;
  changes: ChangeTable;
  overrides: OverrideTable;
  questions: QuestionTable;
  waiting: WaitingTable;
  installations: InstallationTable;
  item_processes: ItemProcessTable;
  archive_state: ArchiveStateTable;
}

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>;

export type FeedRow = Selectable<FeedTable>;
export type FeedChanges = Updateable<FeedTable>;
export type ItemRow = Selectable<ItemTable>;
export type VersionRow = Selectable<VersionTable>;
export type NewVersion = Insertable<VersionTable>;
export type RevisionRow = Selectable<RevisionTable>;
export type ChannelRow = Selectable<ChannelTable>;
export type ChannelChanges = Updateable<ChannelTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type DeliveryChanges = Updateable<DeliveryTable>;
export type IncidentRow = Selectable<IncidentTable>;
export type MeetingRow = Selectable<MeetingTable>;
export type MentionRow = Selectable<MeetingMentionTable>;
