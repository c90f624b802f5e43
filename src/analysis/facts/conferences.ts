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
export function conferencesOf(item: Item, sentences: readonly Sentence[], all: readonly Meeting[]): Conferences {
  const reference = referenceOf(item);
  const days = new Map<string, string>();
  const names = new Set<string>();
  const meetings = all.filter((meeting) => meeting.kind === "ministerial" && meeting.status !== "postponed");
  for (const sentence of readable(sentences)) {
    const text = plain(sentence.text);
    const times = targetTimes(text, reference);
    for (const [index, time] of times.entries()) {
      if (time.sort !== "conference" && time.sort !== "next-conference" && time.sort !== "ministers") continue;
      if (time.by !== "MC") names.add(time.by);
      const day =
        meetings.find((meeting) => meeting.quote === sentence.text)?.start ??
        looseTime(text, time, times.slice(index + 1));
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

/** "MC13, in Abu Dhabi in February 2024", "the next conference, due in 2026". */
function looseTime(text: string, conference: TargetTime, later: readonly TargetTime[]): string | undefined {
  const time = later.find((other) => !["conference", "next-conference", "ministers"].includes(other.sort));
  if (time === undefined || !["month", "year"].includes(time.sort)) return undefined;
  const gap = text.slice(conference.until, time.at);
  return gap.length < 60 && !/[;.]|\bor\b|\bou\b/u.test(gap) ? time.by : undefined;
}
