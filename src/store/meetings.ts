import type { MeetingKind } from "../model/analysis.ts";
import type { Day } from "../model/time.ts";
import { byTelling } from "./meeting-index.ts";
import type { Db, MeetingRow, MentionRow } from "./tables.ts";

/** A meeting with all that is told of it, the earliest first. */
export interface StoredMeeting {
  readonly meeting: MeetingRow;
  readonly mentions: readonly Mention[];
}

/** A mention with the version of the story that it stands in. */
export interface Mention extends MentionRow {
  readonly title: string;
  readonly url: string | null;
}

export interface MeetingFilter {
  readonly topic: string | undefined;
  readonly kinds: readonly MeetingKind[] | undefined;
  /** Meetings that have a day in this span, both ends included; undefined for no end. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

export interface MeetingPage {
  readonly total: number;
  readonly meetings: readonly StoredMeeting[];
}

/**
 * One page of the meetings that the filter lets through: those to come first, the nearest first, then those over, the
 * latest first.
 * @param today a meeting whose last day is before this is over
 */
export async function listMeetings(
  db: Db,
  filter: MeetingFilter,
  today: Day,
  page: { readonly offset: number; readonly limit: number },
): Promise<MeetingPage> {
  const coming = matching(db, filter).where("end_day", ">=", today);
  const over = matching(db, filter).where("end_day", "<", today);
  const [ahead, behind] = [await count(coming), await count(over)];
  const next = await coming
    .selectAll()
    .orderBy("start_day")
    .orderBy("end_day")
    .orderBy("id")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const past = await over
    .selectAll()
    .orderBy("end_day", "desc")
    .orderBy("start_day", "desc")
    .orderBy("id")
    .offset(Math.max(0, page.offset - ahead))
    .limit(page.limit - next.length)
    .execute();
  return { total: ahead + behind, meetings: await withMentions(db, [...next, ...past]) };
}

function matching(db: Db, { topic, kinds, from, to }: MeetingFilter) {
  let query = db.selectFrom("meetings");
  if (kinds !== undefined) query = query.where("kind", "in", kinds);
  if (from !== undefined) query = query.where("end_day", ">=", from);
  if (to !== undefined) query = query.where("start_day", "<=", to);
  if (topic === undefined) return query;
  return query.where("id", "in", (eb) =>
    eb.selectFrom("meeting_topics").select("meeting_id").where("topic", "=", topic),
  );
}

async function count(query: ReturnType<typeof matching>): Promise<number> {
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return total;
}

async function withMentions(db: Db, meetings: readonly MeetingRow[]): Promise<readonly StoredMeeting[]> {
  if (meetings.length === 0) return [];
  const mentions = await db
    .selectFrom("meeting_mentions as m")
    .innerJoin("versions as v", (join) =>
      join.onRef("v.item_id", "=", "m.item_id").onRef("v.language", "=", "m.language"),
    )
    .selectAll("m")
    .select(["v.title", "v.url"])
    .where(
      "m.meeting_id",
      "in",
      meetings.map((meeting) => meeting.id),
    )
    .execute();
  const byMeeting = Map.groupBy(mentions, (mention) => mention.meeting_id);
  return meetings.map((meeting) => ({ meeting, mentions: [...(byMeeting.get(meeting.id) ?? [])].sort(byTelling) }));
}
