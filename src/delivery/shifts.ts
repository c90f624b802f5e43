import type { Analysis, Meeting, MeetingStatus, MonthMeeting, Person } from "../model/analysis.ts";
import type { Language } from "../model/language.ts";
import { foldedWords } from "../model/fold.ts";
import type { Day } from "../model/time.ts";

/** What one item of a process told, in one language. */
export interface Step {
  readonly language: Language;
  readonly analysis: Analysis;
}

/** The days of a meeting, or the month alone where no day was stated, and how sure they were. */
export interface MeetingTold {
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  /** `YYYY-MM`, where no day was stated. */
  readonly month: string | undefined;
  readonly status: MeetingStatus;
}

/** One thing that an item tells otherwise than an earlier item of its process did. */
export type Shift =
  | { readonly part: "participants"; readonly before: number; readonly now: number }
  /** Two revisions of one document: `INF/ECOM/62/Rev.1`, `INF/ECOM/62/Rev.2`. */
  | { readonly part: "text"; readonly before: string; readonly now: string }
  /** When one thing is to be reached; as a target's `by`. */
  | { readonly part: "target"; readonly what: string; readonly before: string; readonly now: string }
  | {
      readonly part: "office";
      readonly role: string;
      readonly country: string | null;
      readonly before: string;
      readonly now: string;
    }
  | { readonly part: "meeting"; readonly before: MeetingTold; readonly now: MeetingTold };

/** A shift with the earlier item that told the former state. */
export interface Novelty<S> {
  readonly shift: Shift;
  readonly since: S;
}

/** The participants of a process are those of the joint initiative, whatever else an item is a step of. */
const COUNTED = "joint-initiative";

/**
 * What an item tells otherwise than the items before it in the same process: each thing against the last item that told
 * of it. What no earlier item told is no change, nor is what an earlier one did not repeat.
 * @param earlier the items before it, the latest first
 */
export function noveltiesOf<S extends Step>(now: Step, earlier: readonly S[]): readonly Novelty<S>[] {
  return [
    ...participantsNovelty(now, earlier),
    ...now.analysis.documents.flatMap((symbol) => textNovelty(symbol, earlier)),
    ...now.analysis.targets.flatMap((target) => targetNovelty(now, target, earlier)),
    ...officesOf(now.analysis).flatMap((office) => officeNovelty(office, earlier)),
    ...now.analysis.meetings.flatMap((meeting) => meetingNovelty(meeting, earlier)),
  ];
}

/** The number that the last item before told; undefined where none did. */
export function participantsBefore(earlier: readonly Step[]): number | undefined {
  return earlier.find(({ analysis }) => analysis.participants !== undefined)?.analysis.participants?.count;
}

function participantsNovelty<S extends Step>(now: Step, earlier: readonly S[]): readonly Novelty<S>[] {
  const { participants } = now.analysis;
  if (participants === undefined) return [];
  return sinceLast(earlier, ({ analysis }) => {
    if (analysis.participants === undefined || analysis.processes?.includes(COUNTED) === false) return undefined;
    const shift = { part: "participants", before: analysis.participants.count, now: participants.count } as const;
    return { shift, same: shift.before === shift.now };
  });
}

/** A symbol with its revision; the first circulation is revision 0. */
const REVISION = /^(?<base>.+?)(?:\/Rev\.(?<number>\d+))?$/u;

function textNovelty<S extends Step>(symbol: string, earlier: readonly S[]): readonly Novelty<S>[] {
  const { base, number } = revisionOf(symbol);
  if (number === 0) return [];
  return sinceLast(earlier, ({ analysis }) => {
    const versions = analysis.documents.filter((other) => revisionOf(other).base === base);
    const last = versions.sort((a, b) => revisionOf(b).number - revisionOf(a).number)[0];
    if (last === undefined) return undefined;
    return { shift: { part: "text", before: last, now: symbol }, same: revisionOf(last).number >= number };
  });
}

function revisionOf(symbol: string): { readonly base: string; readonly number: number } {
  const { base = symbol, number = "0" } = REVISION.exec(symbol)?.groups ?? {};
  return { base, number: Number(number) };
}

function targetNovelty<S extends Step>(
  now: Step,
  { what, by }: Analysis["targets"][number],
  earlier: readonly S[],
): readonly Novelty<S>[] {
  return sinceLast(earlier, ({ language, analysis }) => {
    const alike = analysis.targets.filter((other) => language === now.language && isAlike(other.what, what));
    const [first] = alike;
    if (first === undefined) return undefined;
    return { shift: { part: "target", what, before: first.by, now: by }, same: alike.some((one) => one.by === by) };
  });
}

/** So much of all their words do two wordings of one aim share. */
const ALIKE = 0.6;
const SHORTEST_WORD = 4;
const STEM = 6;

function isAlike(a: string, b: string): boolean {
  const [one, other] = [stemsOf(a), stemsOf(b)];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared > 0 && shared / (one.size + other.size - shared) >= ALIKE;
}

function stemsOf(text: string): ReadonlySet<string> {
  const long = foldedWords(text).filter(({ word }) => word.length >= SHORTEST_WORD);
  return new Set(long.map(({ word }) => word.slice(0, STEM)));
}

/** Offices of which one person is the holder: a co-convenor for each country. */
const OFFICES = /^(?:co-convenor$|Chair of |facilitator of )/u;

/** Who holds an office, where the item names one holder. */
function officesOf({ people }: Analysis): readonly Person[] {
  const holders = people.filter(({ role }) => OFFICES.test(role));
  return holders.filter((one) => holders.filter((other) => isSameOffice(one, other)).length === 1);
}

function isSameOffice(a: Person, b: Person): boolean {
  return a.role === b.role && (a.role !== "co-convenor" || a.country === b.country);
}

function officeNovelty<S extends Step>(person: Person, earlier: readonly S[]): readonly Novelty<S>[] {
  const { role, country, name } = person;
  if (role === "co-convenor" && country === null) return [];
  return sinceLast(earlier, ({ analysis }) => {
    const before = officesOf(analysis).find((other) => isSameOffice(other, person));
    if (before === undefined) return undefined;
    return {
      shift: { part: "office", role, country, before: before.name, now: name },
      same: mayBeOne(before.name, name),
    };
  });
}

/** Names are written in full here and shortened there: those that share their last part may be one person's. */
function mayBeOne(a: string, b: string): boolean {
  const [one, other] = [foldedWords(a), foldedWords(b)].map((words) => words.map(({ word }) => word));
  const [last, otherLast] = [one?.at(-1), other?.at(-1)];
  return last === undefined || otherLast === undefined || other?.includes(last) || one?.includes(otherLast) || false;
}

/** A date fixed, moved or put off; that a meeting was held as told is no change. */
function meetingNovelty<S extends Step>(meeting: Meeting, earlier: readonly S[]): readonly Novelty<S>[] {
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

/** Against the last step that tells of the thing; none where that step tells the same. */
function sinceLast<S extends Step>(
  earlier: readonly S[],
  compare: (step: S) => { readonly shift: Shift; readonly same: boolean } | undefined,
): readonly Novelty<S>[] {
  for (const since of earlier) {
    const found = compare(since);
    if (found !== undefined) return found.same ? [] : [{ shift: found.shift, since }];
  }
  return [];
}
