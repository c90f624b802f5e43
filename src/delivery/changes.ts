import type { Analysis, MeetingStatus } from "../model/analysis.ts";
import { colon, type Language } from "../model/language.ts";
import type { Told } from "./compose.ts";
import { dayText, meetingMonthText, spanText, targetText } from "./dates.ts";
import { frameOf, type ChangedPart, type Frame } from "./frames.ts";

/** One difference between two wordings of an item, in the reader's language. */
export interface Change {
  readonly part: ChangedPart;
  readonly text: string;
}

/** A changed date, status, count or target: worth a short reply, since an edit notifies nobody. */
export function isSignificant(change: Change): boolean {
  return change.part === "meeting" || change.part === "participants" || change.part === "target";
}

/**
 * What a reader sees changed from one wording to the next. Where one was read with its article and the other from the
 * lead alone, what only one of them states is no correction: nobody changed it.
 */
export function changesBetween(before: Told, after: Told, language: Language): readonly Change[] {
  const frame = frameOf(language);
  const changes: Change[] = [];
  const compare = (part: ChangedPart, from: string, to: string): void => {
    const isOneSided = !sameGround && (from === "" || to === "");
    if (from !== to && !isOneSided)
      changes.push({ part, text: `${frame.changed[part]} ${from || frame.none} → ${to || frame.none}` });
  };
  const [old, now] = [before.analysis, after.analysis];
  const sameGround = hasArticle(old) === hasArticle(now);
  compare("participants", count(old), count(now));
  changes.push(...meetingChanges(old, now, sameGround, language, frame));
  compare("target", ...difference(targets(old, language), targets(now, language)));
  compare("date", shownDay(before, language), shownDay(after, language));
  const reworded = (part: ChangedPart, same: boolean): void => {
    if (!same) changes.push({ part, text: frame.changed[part] });
  };
  reworded("headline", old.brief.headline === now.brief.headline);
  reworded("link", before.url === after.url);
  reworded("topics", !sameGround || old.topics.join() === now.topics.join());
  reworded("text", old.brief.points.join("\n") === now.brief.points.join("\n"));
  return changes;
}

/** The changes as one line: "participants 86 → 87; wording". */
export function changesText(changes: readonly Change[], language: Language): string {
  if (changes.length === 0) return frameOf(language).changed.text;
  return changes.map((change) => change.text).join("; ");
}

function hasArticle({ article }: Analysis): boolean {
  return article?.read === true;
}

function count(analysis: Analysis): string {
  return analysis.participants === undefined ? "" : String(analysis.participants.count);
}

/** What is only in the first list, and what is only in the second. */
function difference(before: readonly string[], after: readonly string[]): readonly [string, string] {
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  return [gone.join(", "), come.join(", ")];
}

/** "next meeting 20–22 July → 21–23 July", or with the status of each where it differs. */
function meetingChanges(
  old: Analysis,
  now: Analysis,
  sameGround: boolean,
  language: Language,
  frame: Frame,
): readonly Change[] {
  const [before, after] = [shownMeetings(old, language), shownMeetings(now, language)];
  const onlyBefore = before.filter((one) => !after.some((other) => isSame(one, other)));
  const onlyAfter = after.filter((one) => !before.some((other) => isSame(one, other)));
  const gone = sameGround ? onlyBefore : ofStatuses(onlyBefore, onlyAfter);
  const come = sameGround ? onlyAfter : ofStatuses(onlyAfter, onlyBefore);
  if (gone.length + come.length === 0) return [];
  const [status, ...others] = new Set([...gone, ...come].map((meeting) => meeting.status));
  const alike = others.length === 0 && status !== undefined;
  const name = alike ? frame.meeting[status].toLowerCase() : frame.changed.meeting;
  const told = (list: readonly ShownMeeting[]): string =>
    list.map(({ when, status: own }) => (alike ? when : `${when} (${frame.meeting[own].toLowerCase()})`)).join(", ") ||
    frame.none;
  return [{ part: "meeting", text: `${name} ${told(gone)} → ${told(come)}` }];
}

interface ShownMeeting {
  readonly when: string;
  readonly status: MeetingStatus;
}

function shownMeetings({ meetings, monthMeetings = [] }: Analysis, language: Language): readonly ShownMeeting[] {
  return [
    ...meetings.map(({ start, end, status }) => ({ when: spanText(start, end, language), status })),
    ...monthMeetings.map(({ month, status }) => ({ when: meetingMonthText(month, language), status })),
  ];
}

function ofStatuses(meetings: readonly ShownMeeting[], others: readonly ShownMeeting[]): readonly ShownMeeting[] {
  return meetings.filter(({ status }) => others.some((other) => other.status === status));
}

function isSame(a: ShownMeeting, b: ShownMeeting): boolean {
  return a.when === b.when && a.status === b.status;
}

function targets(analysis: Analysis, language: Language): readonly string[] {
  return analysis.targets.map((target) => `${targetText(target.by, language)}${colon(language)} ${target.what}`);
}

function shownDay(told: Told, language: Language): string {
  return told.published === undefined ? "" : dayText(told.published, language);
}
