import type { Meeting } from "../../model/analysis.ts";
import type { Sentence } from "../sentences.ts";
import type { TargetTime } from "./target-times.ts";

/** When ministerial conferences are, as far as the item says. */
export interface Conferences {
  /** The first day of `conference` (`MC12`, or `MC` for the one without a number), or the month, the year or the name itself. */
  dayOf(conference: string): string | undefined;
}

/** A sentence with the times that it names. */
export interface TimedSentence {
  readonly sentence: Sentence;
  /** The sentence's text, made plain. */
  readonly text: string;
  readonly times: readonly TargetTime[];
}

/** Collects what an item says of the days of ministerial conferences. */
export function conferencesOf(sentences: readonly TimedSentence[], meetings: readonly Meeting[]): Conferences {
  const days = new Map<string, string>();
  const names = new Set<string>();
  const ministerial = meetings.filter((meeting) => meeting.kind === "ministerial" && meeting.status !== "postponed");
  const byQuote = Map.groupBy(ministerial, (meeting) => meeting.quote);
  for (const { sentence, text, times } of sentences) {
    const own = byQuote.get(sentence.text) ?? [];
    for (const [index, time] of times.entries()) {
      if (!isConference(time)) continue;
      if (time.by !== "MC") names.add(time.by);
      const day = timeOf(text, time, times.slice(index + 1), own);
      const known = days.get(time.by);
      if (day !== undefined && (known === undefined || known.length < day.length)) days.set(time.by, day);
    }
  }
  const last = [...names].sort().at(-1);
  return {
    dayOf(conference) {
      const known = days.get(conference);
      if (known !== undefined) return known;
      if (conference === "MC") return last === undefined ? undefined : (days.get(last) ?? last);
      return conference === last ? (days.get("MC") ?? conference) : conference;
    },
  };
}

/** Whether a time is a ministerial conference. */
export function isConference(time: TargetTime): boolean {
  return time.sort === "conference" || time.sort === "next-conference" || time.sort === "ministers";
}

/** "MC13, in Abu Dhabi from 26 to 29 February", "MC13 in February 2024", "the next conference, due in 2026". */
function timeOf(
  text: string,
  conference: TargetTime,
  later: readonly TargetTime[],
  own: readonly Meeting[],
): string | undefined {
  const time = later.find((other) => !isConference(other));
  if (time === undefined) return undefined;
  const gap = text.slice(conference.until, time.at);
  if (gap.length > 90 || NOT_ITS_OWN.test(gap)) return undefined;
  if (time.sort === "day") return own.find((meeting) => meeting.end === time.by)?.start;
  return time.sort === "month" || time.sort === "year" ? time.by : undefined;
}

const NOT_ITS_OWN = /[;.]|\b(?:or|ou|o|by|before|until|beyond|since)\b/u;
