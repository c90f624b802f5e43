import type { Generated, Selectable } from "kysely";
import type { MeetingKind, MeetingStatus } from "../model/analysis.ts";
import type { Language } from "../model/language.ts";
import type { Day, Millis } from "../model/time.ts";

// What look-ups read, made anew from the items at any time.

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

export type MeetingRow = Selectable<MeetingTable>;
export type MentionRow = Selectable<MeetingMentionTable>;
