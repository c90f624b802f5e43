import ical, { ICalEventStatus } from "ical-generator";
import { dayText } from "../delivery/dates.ts";
import { venueText } from "../delivery/venue.ts";
import { wordsOf } from "../commands/words.ts";
import type { MeetingStatus } from "../model/analysis.ts";
import type { Language } from "../model/language.ts";
import { Temporal, type Day } from "../model/time.ts";
import type { MeetingRecord } from "./records.ts";

/** How firm a meeting is, in the words of RFC 5545, 3.8.1.11. */
const STATUS: Readonly<Record<MeetingStatus, ICalEventStatus>> = {
  held: ICalEventStatus.CONFIRMED,
  upcoming: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  postponed: ICalEventStatus.CANCELLED,
};

/**
 * Meetings as a calendar by RFC 5545: events of whole days, each under the same UID for ever and with a SEQUENCE that
 * grows when its days, kind or status change, so that calendars that took it up before follow.
 * @param name as calendars list it
 */
export function calendarText(meetings: readonly MeetingRecord[], name: string, language: Language): string {
  const calendar = ical({ name, prodId: { company: "Tradepost", product: "WTO meetings", language: "EN" } });
  for (const meeting of meetings) {
    const { id, start, end, kind, status, sequence, toldAt, place, source } = meeting;
    const words = wordsOf(language);
    const firm = status === "held" || status === "upcoming" ? "" : ` (${words.status[status]})`;
    calendar.createEvent({
      id: `${id}@tradepost`,
      sequence,
      stamp: new Date(toldAt),
      lastModified: new Date(toldAt),
      allDay: true,
      start: midnight(start, 0),
      // The end of an event is the first day that is no longer part of it: RFC 5545, 3.6.1.
      end: midnight(end, 1),
      summary: `WTO: ${[words.kind[kind], venueText({ ...meeting, place: undefined })].filter(Boolean).join(", ")}${firm}`,
      description: { plain: descriptionOf(meeting, language) },
      status: STATUS[status],
      ...(place === undefined ? {} : { location: place }),
      ...(source.url === undefined ? {} : { url: source.url }),
    });
  }
  // Every line ends with CR and LF, the last one too: RFC 5545, 3.1.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** The sentence that states the meeting, and where it stands. */
function descriptionOf({ quote, source }: MeetingRecord, language: Language): string {
  const day = source.published === undefined ? "" : `, ${dayText(source.published, language)}`;
  return [`“${quote}”`, `${source.title}${day}`, source.url].filter((line) => line !== undefined).join("\n");
}

/** Whole days are read in UTC, whatever the zone of the machine. */
function midnight(day: Day, later: number): Date {
  return new Date(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime("UTC").epochMilliseconds);
}
