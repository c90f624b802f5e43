import { stringify } from "csv-stringify/sync";
import { markedPoints } from "../delivery/compose.ts";
import type { ItemRecord, MeetingRecord } from "./records.ts";

const COLUMNS = [
  "record",
  "id",
  "start",
  "end",
  "kind",
  "status",
  "headline",
  "text",
  "participants",
  "targets",
  "documents",
  "topics",
  "language",
  "published",
  "url",
  "body",
  "place",
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** The names of the columns as one line of CSV (RFC 4180). */
export function tableHead(): string {
  return csv([Object.fromEntries(COLUMNS.map((name) => [name, name]))]);
}

/** Meetings as lines of CSV: `text` is the sentence that states them, `headline` the title of its source. */
export function meetingRows(meetings: readonly MeetingRecord[]): string {
  return csv(
    meetings.map(({ id, start, end, kind, status, body = "", place = "", quote, source }) => {
      const { title, url = "", published = "" } = source;
      return {
        record: "meeting",
        id,
        start,
        end,
        kind,
        status,
        headline: title,
        text: quote,
        published,
        url,
        body,
        place,
      };
    }),
  );
}

/** Items as lines of CSV: `text` is the brief. */
export function itemRows(items: readonly ItemRecord[]): string {
  return csv(
    items.map(({ id, language, source, topics, analysis }) => ({
      record: "item",
      id,
      headline: source.title,
      text: markedPoints(analysis.brief, language).join("\n"),
      participants: analysis.participants === undefined ? "" : String(analysis.participants.count),
      targets: analysis.targets.map(({ by, what }) => `${by}: ${what}`).join("\n"),
      documents: analysis.documents.join(", "),
      topics: topics.join(", "),
      language,
      published: source.published ?? "",
      url: source.url ?? "",
    })),
  );
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet carries out what a feed wrote. */
function csv(rows: readonly Row[]): string {
  return stringify([...rows], { columns: [...COLUMNS], escape_formulas: true, record_delimiter: "windows" });
}
