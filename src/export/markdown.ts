import { shownStatus } from "../commands/meetings.ts";
import { wordsOf } from "../commands/words.ts";
import { markedPoints } from "../delivery/compose.ts";
import { dayText, spanText, targetText } from "../delivery/dates.ts";
import { venueText } from "../delivery/venue.ts";
import type { Language } from "../model/language.ts";
import type { Day } from "../model/time.ts";
import type { ItemRecord, MeetingRecord, Source } from "./records.ts";

/** A meeting as Markdown: its days, the sentence that states it as a quotation, and its source, as things stand `today`. */
export function meetingMarkdown(meeting: MeetingRecord, today: Day, language: Language): string {
  const { start, end, kind, status, quote, source } = meeting;
  const words = wordsOf(language);
  const parts = [
    spanText(start, end, language),
    words.kind[kind],
    venueText(meeting),
    words.status[shownStatus(end, status, today)],
  ];
  return `- **${inert(parts.filter(Boolean).join(" · "))}**\n\n  > ${inert(quote)}\n\n  ${cited(source, language)}\n\n`;
}

/** An item as Markdown: its title, the brief, what it states, and its source. */
export function itemMarkdown({ source, analysis }: ItemRecord, language: Language): string {
  const points = markedPoints(analysis.brief, language)
    .map((point) => `- ${inert(point)}\n`)
    .join("");
  const targets = analysis.targets.map(({ by, what }) => `- ${inert(`${targetText(by, language)}: ${what}`)}\n`);
  const body = points + targets.join("");
  return `### ${inert(source.title)}\n\n${body}${body === "" ? "" : "\n"}${cited(source, language)}\n\n`;
}

/** As one cites it: the publisher, the title, the day, the address. */
function cited({ title, published, url }: Source, language: Language): string {
  const parts = [
    "WTO",
    `“${inert(title)}”`,
    ...(published === undefined ? [] : [dayText(published, language)]),
    ...(url === undefined ? [] : [`<${url.replaceAll(/[<>\s]/gu, encodeURIComponent)}>`]),
  ];
  return parts.join(", ");
}

/** Text of a feed on one line, in which nothing is markup. */
function inert(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replaceAll(/[\\`*_{}[\]<>()#+!|~&]/gu, String.raw`\$&`);
}
