import type { Meeting, MeetingStatus } from "../../model/analysis.ts";
import { daysBetween } from "./calendar.ts";
import { phrases, has } from "./word-tables.ts";

/** A meeting as one sentence has it. */
export interface Found {
  readonly meeting: Meeting;
  /** The sentence names its kind. */
  readonly isNamed: boolean;
  /** The words right before its days. */
  readonly around: string;
}

const EDGE = phrases([
  "open(?:s|ed|ing)?",
  "start(?:s|ed|ing)?",
  "beg(?:in|ins|an|inning)",
  "clos(?:e|es|ed|ing)",
  "end(?:s|ed|ing)?",
  "conclud(?:e|es|ed)",
  "first day",
  "last day",
  "s'ouvr(?:e|ira)",
  "débute(?:ra)?",
  "commence(?:ra)?",
  "s'achève(?:ra)?",
  "comienza",
  "comenzará",
  "empieza",
  "se inaugura(?:rá)?",
  "termina(?:rá)?",
  "concluirá",
]);
/** The opening or closing session has its own day. */
const OWN_SESSION = phrases([
  "(?:opening|closing) (?:session|plenary|meeting|ceremony)",
  "séance d'ouverture|séance de clôture",
  "sesión de (?:apertura|clausura)",
]);
const RANK: Readonly<Record<MeetingStatus, number>> = { postponed: 3, tentative: 2, upcoming: 1, held: 0 };

/**
 * One entry for each meeting: the same days told twice are one, by the sentence that names the kind; the opening or the
 * close of a meeting whose days are all known is no meeting of its own.
 */
export function mergeMeetings(found: readonly Found[]): readonly Meeting[] {
  const byDays = new Map<string, Found>();
  for (const next of found) {
    const key = `${next.meeting.start}/${next.meeting.end}`;
    const known = byDays.get(key);
    byDays.set(key, known === undefined ? next : better(known, next));
  }
  joinEdges(byDays);
  const edges = new Set<string>();
  for (const { meeting } of byDays.values()) {
    if (meeting.start === meeting.end) continue;
    edges.add(`${meeting.kind} ${meeting.start}`).add(`${meeting.kind} ${meeting.end}`);
  }
  return [...byDays.values()].filter((entry) => !isEdge(entry, edges)).map((entry) => entry.meeting);
}

const FIRST_DAY = phrases([
  "open(?:s|ed|ing)?|start(?:s|ed)?|beg(?:in|ins|an)|first day|premier jour|primer día|s'est ouvert(?:e)?|s'ouvr(?:e|ira)|a (?:commencé|débuté)|comenzó|empezó|se inauguró|inaugurad[oa]",
]);
const LAST_DAY = phrases([
  "clos(?:e|es|ed)|end(?:s|ed)?|conclud(?:e|es|ed)|last day|final day|dernier jour|último día|s'est (?:achevée?|terminée?|close?)|s'achève(?:ra)?|concluyó|terminó|finalizó|se clausuró",
]);
const LONGEST = 6;

/** A meeting of which one sentence gives the first day and another the last is one of all its days. */
function joinEdges(byDays: Map<string, Found>): void {
  const singles = [...byDays.entries()].filter(([, { meeting }]) => meeting.start === meeting.end);
  for (const [firstKey, first] of singles) {
    if (!has(first.around, FIRST_DAY)) continue;
    const last = singles.find(
      ([, other]) =>
        other.meeting.kind === first.meeting.kind &&
        other.meeting.start > first.meeting.start &&
        daysBetween(first.meeting.start, other.meeting.start) <= LONGEST &&
        has(other.around, LAST_DAY),
    );
    if (last === undefined) continue;
    byDays.delete(firstKey);
    byDays.set(last[0], { ...last[1], meeting: { ...last[1].meeting, start: first.meeting.start } });
  }
}

function isEdge({ meeting, around }: Found, edges: ReadonlySet<string>): boolean {
  return (
    meeting.start === meeting.end &&
    edges.has(`${meeting.kind} ${meeting.start}`) &&
    has(around, EDGE) &&
    !has(around, OWN_SESSION)
  );
}

function better(known: Found, next: Found): Found {
  const best = !known.isNamed && next.isNamed ? next : known;
  const other = best === known ? next : known;
  const status = RANK[other.meeting.status] <= RANK[best.meeting.status] ? best.meeting.status : other.meeting.status;
  return { ...best, meeting: { ...withDetails(best.meeting, other.meeting), status } };
}

/** What one sentence leaves out of who meets and where, the other may have. */
function withDetails(meeting: Meeting, { kind, body, place }: Meeting): Meeting {
  return {
    ...(body !== undefined && kind === meeting.kind ? { body } : {}),
    ...(place === undefined ? {} : { place }),
    ...meeting,
  };
}
