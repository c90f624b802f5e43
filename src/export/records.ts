import { servedVersion } from "../commands/item-entry.ts";
import { lastTold, lastToldVenue } from "../commands/meetings.ts";
import { toldOf } from "../delivery/wording.ts";
import type { Analysis, MeetingKind, MeetingStatus } from "../model/analysis.ts";
import type { Language } from "../model/language.ts";
import type { Day } from "../model/time.ts";
import { newestRelevant, type StoredItem } from "../store/items.ts";
import { listMeetings, type MeetingFilter, type StoredMeeting } from "../store/meetings.ts";
import type { Db } from "../store/tables.ts";

/** Where something is quoted from. */
export interface Source {
  readonly title: string;
  readonly url: string | undefined;
  readonly published: Day | undefined;
}

/** A meeting, ready to be cited. */
export interface MeetingRecord {
  readonly id: string;
  readonly start: Day;
  readonly end: Day;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  /** How often days, kind or status were told otherwise. */
  readonly sequence: number;
  /** When it was told as it stands, in milliseconds. */
  readonly toldAt: number;
  /** Who meets, and where, in the words of the source; left out where none says. */
  readonly body?: string;
  readonly place?: string;
  readonly quote: string;
  readonly source: Source;
}

/** An item, ready to be cited. */
export interface ItemRecord {
  readonly id: string;
  readonly language: Language;
  readonly source: Source;
  readonly topics: readonly string[];
  readonly analysis: Analysis;
  /** When its present wording was first read, in milliseconds. */
  readonly changedAt: number;
}

/** Which items are chosen. */
export interface Choice {
  readonly topic: string | undefined;
  /** Nothing that was published before this day. */
  readonly since: Day | undefined;
  readonly language: Language;
}

/** Read at a time, so that memory stays level. */
const PAGE = 500;

/**
 * Every meeting that the filter lets through: those to come first, the nearest first, then those over, the latest first.
 * @param today a meeting whose last day is before this is over
 */
export async function* meetingRecords(
  db: Db,
  filter: MeetingFilter,
  language: Language,
  today: Day,
): AsyncGenerator<MeetingRecord> {
  for (let offset = 0; ; offset += PAGE) {
    const { meetings } = await listMeetings(db, filter, today, { offset, limit: PAGE });
    yield* meetings.flatMap((meeting) => meetingRecord(meeting, language));
    if (meetings.length < PAGE) return;
  }
}

/** Every relevant item that is chosen, the newest first. */
export async function* itemRecords(db: Db, choice: Choice): AsyncGenerator<ItemRecord> {
  const topics = choice.topic === undefined ? {} : { topics: [choice.topic] };
  for (let offset = 0; ; offset += PAGE) {
    const items = await newestRelevant(db, { limit: PAGE, offset, ...topics });
    const since = choice.since ?? "";
    yield* items.filter(({ item }) => (item.published ?? "") >= since).map((one) => itemRecord(one, choice.language));
    const last = items.at(-1)?.item.published ?? "";
    if (items.length < PAGE || last < since) return;
  }
}

function meetingRecord({ meeting, mentions }: StoredMeeting, language: Language): readonly MeetingRecord[] {
  const told = lastTold(mentions, language);
  if (told === undefined) return [];
  const { id, start_day: start, end_day: end, kind, status, sequence, changed_at } = meeting;
  const source = { title: told.title, url: told.url ?? undefined, published: told.published || undefined };
  const toldAt = changed_at ?? told.told_at;
  const venue = lastToldVenue(mentions, language);
  return [{ id, start, end, kind, status, sequence, toldAt, ...venue, quote: told.quote, source }];
}

function itemRecord(stored: StoredItem, language: Language): ItemRecord {
  const version = servedVersion(stored, { language });
  const { analysis } = toldOf(version);
  const { title, url, published } = version;
  return {
    id: stored.item.id,
    language: version.language,
    source: { title, url: url ?? undefined, published: published ?? undefined },
    topics: analysis.topics,
    analysis,
    changedAt: version.changed_at,
  };
}
