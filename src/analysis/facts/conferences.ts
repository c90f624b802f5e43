import type { Meeting } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import type { Sentence } from "../sentences.ts";
import { referenceOf } from "./calendar.ts";
import { targetTimes, type TargetTime } from "./target-times.ts";
import { plain, readable } from "./word-tables.ts";

/** When ministerial conferences are, as far as the item says. */
export interface Conferences {
  /** The first day of `conference` (`MC12`, or `MC` for the one without a number), or the month, the year or the name itself. */
  dayOf(conference: string): string | undefined;
}

/** Collects what an item says of the days of ministerial conferences. */
export function conferencesOf(item: Item, sentences: readonly Sentence[], meetings: readonly Meeting[]): Conferences {
  const reference = referenceOf(item);
  const days = new Map<string, string>();
  const names = new Set<string>();
  const ministerial = meetings.filter((meeting) => meeting.kind === "ministerial" && meeting.status !== "postponed");
  for (const sentence of readable(sentences)) {
    const text = plain(sentence.text);
    const own = ministerial.filter((meeting) => meeting.quote === sentence.text);
    const times = targetTimes(text, reference);
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
