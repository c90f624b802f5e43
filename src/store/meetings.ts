import type { Meeting, MeetingKind } from "../model/analysis.ts";
import type { Day } from "../model/time.ts";
import { decodeAnalysis } from "./analysis.ts";
import { byTelling } from "./meeting-index.ts";
import type { MeetingRow, MentionRow } from "./index-tables.ts";
import type { Db } from "./tables.ts";

/** A meeting with all that is told of it, the earliest first. */
export interface StoredMeeting {
  readonly meeting: MeetingRow;
  readonly mentions: readonly Mention[];
}

/** A mention with the version of the story that it stands in, and who meets where as far as that says. */
export interface Mention extends MentionRow, Pick<Meeting, "body" | "place"> {
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
  const [ahead, behind] = [
    await count(matching(db, filter).where("end_day", ">=", today), filter),
    await count(matching(db, filter).where("end_day", "<", today), filter),
  ];
  const coming = withTopic(matching(db, filter), filter.topic).where("end_day", ">=", today);
  const over = withTopic(matching(db, filter), filter.topic).where("end_day", "<", today);
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

function matching(db: Db, { kinds, from, to }: MeetingFilter) {
  let query = db.selectFrom("meetings");
  if (kinds !== undefined) query = query.where("kind", "in", kinds);
  if (from !== undefined) query = query.where("end_day", ">=", from);
  if (to !== undefined) query = query.where("start_day", "<=", to);
  return query;
}

type Matching = ReturnType<typeof matching>;

/** Meetings are read in the order of their days, and each is asked for the topic, until the page is full. */
function withTopic(query: Matching, topic: string | undefined): Matching {
  if (topic === undefined) return query;
  return query.where((eb) =>
    eb.exists(
      eb
        .selectFrom("meeting_topics as t")
        .select("t.topic")
        .where("t.topic", "=", topic)
        .whereRef("t.meeting_id", "=", "meetings.id"),
    ),
  );
}

/** Where all have to be counted, the topic's own list is the shorter way. */
async function count(query: Matching, { topic, from }: MeetingFilter): Promise<number> {
  const ofTopic =
    topic === undefined || from !== undefined
      ? withTopic(query, topic)
      : query.where("id", "in", (eb) =>
          eb.selectFrom("meeting_topics").select("meeting_id").where("topic", "=", topic),
        );
  const { total } = await ofTopic.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
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
    .select(["v.title", "v.url", "v.analysis"])
    .where(
      "m.meeting_id",
      "in",
      meetings.map((meeting) => meeting.id),
    )
    .execute();
  const told = mentions.map(({ analysis, ...mention }): Mention => ({
    ...mention,
    ...bodyAndPlaceIn(mention, analysis),
  }));
  const byMeeting = Map.groupBy(told, (mention) => mention.meeting_id);
  return meetings.map((meeting) => ({ meeting, mentions: [...(byMeeting.get(meeting.id) ?? [])].sort(byTelling) }));
}

/** The index of mentions is made of the same analysis, so that the place in it is the same. */
function bodyAndPlaceIn(
  { item_id, language, position }: MentionRow,
  analysis: string,
): Pick<Meeting, "body" | "place"> {
  const { body, place } = decodeAnalysis(analysis, `${item_id}, ${language}`).meetings[position] ?? {};
  return { ...(body === undefined ? {} : { body }), ...(place === undefined ? {} : { place }) };
}
