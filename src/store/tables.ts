import type { Generated, Insertable, Kysely, Selectable, Updateable } from "kysely";
import type {
  ChangeTable,
  InstallationTable,
  OverrideTable,
  QuestionTable,
  SubscriptionTable,
  WaitingTable,
} from "./chat-tables.ts";
import type {
  ArchiveStateTable,
  ItemProcessTable,
  ItemTopicTable,
  MeetingMentionTable,
  MeetingTable,
  MeetingTopicTable,
  SearchDocumentTable,
} from "./index-tables.ts";
import type { Language } from "../model/language.ts";
import type { Day, Millis } from "../model/time.ts";
import type {
  ChannelTable,
  DeliveryTable,
  DigestItemTable,
  DigestTable,
  IncidentTable,
  ToldTable,
} from "./outbox-tables.ts";

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
  /** Looks in a row whose document did not show it though older items stood there. */
  missing_looks: Generated<number>;
  /** The first of those looks. */
  missing_since: Millis | null;
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
  told: ToldTable;
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
