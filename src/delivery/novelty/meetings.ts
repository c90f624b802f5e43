import type { Analysis, Meeting, MonthMeeting } from "../../model/analysis.ts";
import { sinceLast, type MeetingTold, type Novelty, type Step } from "./shift.ts";

/** A date fixed, moved or put off; that a meeting was held as told is no change. */
export function meetingNovelty<S extends Step>(meeting: Meeting, earlier: readonly S[]): readonly Novelty<S>[] {
  if (meeting.status === "held") return [];
  return sinceLast(earlier, ({ analysis }) => {
    const before = meetingBefore(meeting, analysis);
    if (before === undefined) return undefined;
    const now = daysTold(meeting);
    const same = before.status === now.status && before.start === now.start && before.end === now.end;
    return { shift: { part: "meeting", before, now }, same: same || before.status === "held" };
  });
}

/** What an earlier item told of the same meeting: its days first, else its month. */
function meetingBefore(meeting: Meeting, { meetings, monthMeetings = [] }: Analysis): MeetingTold | undefined {
  const overlapping = meetings.find(
    (other) => isSameKind(other, meeting) && other.start <= meeting.end && other.end >= meeting.start,
  );
  if (overlapping !== undefined) return daysTold(overlapping);
  const month = monthMeetings.find((other) => other.kind === meeting.kind && meeting.start.startsWith(other.month));
  return month && { start: undefined, end: undefined, month: month.month, status: month.status };
}

function isSameKind(a: Meeting | MonthMeeting, b: Meeting): boolean {
  return a.kind === b.kind && a.kind !== "other" && a.kind !== "workshop" && a.kind !== "small-group";
}

function daysTold({ start, end, status }: Meeting): MeetingTold {
  return { start, end, month: undefined, status };
}
