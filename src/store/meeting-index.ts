import { sql } from "kysely";
import type { Meeting, MeetingKind } from "../model/analysis.ts";
import { type Day, type Millis, Temporal } from "../model/time.ts";
import { decodeAnalysis } from "./analysis.ts";
import { engineOf } from "./engine.ts";
import { newId } from "./ids.ts";
import type { MeetingRow, MentionRow } from "./index-tables.ts";
import type { Db, VersionRow } from "./tables.ts";

/** Of these there is one at a time, so that days which overlap are those of one meeting. */
const ONE_AT_A_TIME: ReadonlySet<MeetingKind> = new Set([
  "plenary",
  "stocktaking",
  "ministerial",
  "dedicated-discussion",
]);

/** No meeting is longer; further ahead than this none is looked for. In days. */
const LONGEST = 62;

/**
 * Brings the meetings to what the versions of an item say of them. What several items or languages tell of is one
 * meeting where its kind and its days agree; it keeps its id while it is told otherwise.
 */
export async function indexMeetings(db: Db, itemId: string, versions: readonly VersionRow[]): Promise<void> {
  const told = versions.flatMap((version) =>
    version.relevant === 1 ? [{ version, meetings: meetingsOf(version) }] : [],
  );
  const before = await db.selectFrom("meeting_mentions").selectAll().where("item_id", "=", itemId).execute();
  if (before.length === 0 && told.every(({ meetings }) => meetings.length === 0)) return;
  // Two replicas that read one announcement in two languages would otherwise each enter it.
  if (engineOf(db) === "postgres") await sql`lock table meetings in share row exclusive mode`.execute(db);
  await db.deleteFrom("meeting_mentions").where("item_id", "=", itemId).execute();
  const touched = new Set(before.map((mention) => mention.meeting_id));
  for (const { version, meetings } of told) {
    const taken = new Set<string>();
    for (const [position, meeting] of meetings.entries()) {
      const id = (await findMeeting(db, meeting, taken)) ?? (await createMeeting(db, meeting));
      taken.add(id);
      touched.add(id);
      await db
        .insertInto("meeting_mentions")
        .values(mentionOf(version, position, id, meeting))
        .execute();
    }
  }
  for (const id of touched) await retell(db, id);
}

/** The meeting that is told of. What one version lists apart is never one. */
async function findMeeting(db: Db, meeting: Meeting, taken: ReadonlySet<string>): Promise<string | undefined> {
  const near = await db
    .selectFrom("meetings")
    .selectAll()
    .where("end_day", ">=", meeting.start)
    .where("end_day", "<=", later(meeting.end, LONGEST))
    .where("start_day", "<=", meeting.end)
    .orderBy("id")
    .execute();
  const free = near.filter((row) => !taken.has(row.id));
  const known =
    free.find((row) => sameDays(row, meeting) && row.kind === meeting.kind) ??
    free.find((row) => row.kind === meeting.kind && ONE_AT_A_TIME.has(row.kind)) ??
    free.find((row) => sameDays(row, meeting) && (row.kind === "other" || meeting.kind === "other"));
  return known?.id;
}

async function createMeeting(db: Db, { start, end, kind, status }: Meeting): Promise<string> {
  const id = newId();
  await db.insertInto("meetings").values({ id, start_day: start, end_day: end, kind, status }).execute();
  return id;
}

/** Makes a meeting what its mentions say by now, or removes it where none is left. */
async function retell(db: Db, id: string): Promise<void> {
  const mentions = await db.selectFrom("meeting_mentions").selectAll().where("meeting_id", "=", id).execute();
  await db.deleteFrom("meeting_topics").where("meeting_id", "=", id).execute();
  const told = asTold(mentions);
  if (told === undefined) {
    await db.deleteFrom("meetings").where("id", "=", id).execute();
    return;
  }
  await setTold(db, id, told);
  await db
    .insertInto("meeting_topics")
    .columns(["topic", "meeting_id"])
    .expression((eb) =>
      eb
        .selectFrom("item_topics")
        .select((topic) => ["topic", topic.val(id).as("meeting_id")])
        .where(
          "item_id",
          "in",
          mentions.map((mention) => mention.item_id),
        )
        .groupBy("topic"),
    )
    .execute();
}

/** Counts a change of what calendars show, so that they take it up. */
async function setTold(db: Db, id: string, told: Told): Promise<void> {
  const before = await db.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const same =
    before.start_day === told.start_day &&
    before.end_day === told.end_day &&
    before.kind === told.kind &&
    before.status === told.status;
  if (same) return;
  const { at, ...columns } = told;
  const changed = { ...columns, sequence: before.sequence + 1, changed_at: at };
  await db.updateTable("meetings").set(changed).where("id", "=", id).execute();
}

/** A meeting as its mentions say, and when the last of them was read. */
interface Told extends Pick<MeetingRow, "start_day" | "end_day" | "kind" | "status"> {
  readonly at: Millis;
}

/**
 * What several mentions come to: the status told last and the days told last, where those are more than one day of a
 * meeting that was told whole before.
 */
function asTold(mentions: readonly MentionRow[]): Told | undefined {
  const inOrder = [...mentions].sort(byTelling);
  const last = inOrder.at(-1);
  if (last === undefined) return undefined;
  const whole = last.start_day === last.end_day ? (inOrder.findLast((one) => holds(one, last)) ?? last) : last;
  const named = inOrder.findLast((one) => one.kind !== "other") ?? last;
  return {
    start_day: whole.start_day,
    end_day: whole.end_day,
    kind: named.kind,
    status: last.status,
    at: last.told_at,
  };
}

/** The order in which mentions were told: by day of publication, then by when they were read. */
export function byTelling(a: MentionRow, b: MentionRow): number {
  if (a.published !== b.published) return a.published < b.published ? -1 : 1;
  return a.told_at - b.told_at || a.position - b.position;
}

function holds(whole: MentionRow, part: MentionRow): boolean {
  return whole.start_day < whole.end_day && whole.start_day <= part.start_day && part.end_day <= whole.end_day;
}

function sameDays(row: MeetingRow, meeting: Meeting): boolean {
  return row.start_day === meeting.start && row.end_day === meeting.end;
}

function mentionOf(version: VersionRow, position: number, id: string, meeting: Meeting): MentionRow {
  const { start, end, kind, status, quote } = meeting;
  return {
    item_id: version.item_id,
    language: version.language,
    position,
    meeting_id: id,
    start_day: start,
    end_day: end,
    kind,
    status,
    quote,
    published: version.published ?? "",
    told_at: version.changed_at,
  };
}

function meetingsOf(version: VersionRow): readonly Meeting[] {
  return decodeAnalysis(version.analysis, `${version.item_id}, ${version.language}`).meetings;
}

function later(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
