import { writeFile } from "node:fs/promises";
import { RequestError } from "../commands/request-error.ts";
import { configuredOf } from "../app.ts";
import { askToolsOf } from "../desks.ts";
import { filterOf, MEETINGS } from "../commands/meetings.ts";
import { placeWords } from "../commands/typed.ts";
import { dayOf, topicOf } from "../commands/values.ts";
import { calendarText } from "../export/calendar.ts";
import { itemMarkdown, meetingMarkdown } from "../export/markdown.ts";
import { itemRecords, meetingRecords, type Choice, type ItemRecord, type MeetingRecord } from "../export/records.ts";
import { itemRows, meetingRows, tableHead } from "../export/table.ts";
import type { Language } from "../model/language.ts";
import { dayIn, type Day } from "../model/time.ts";
import type { Settings } from "../settings.ts";
import { openArchive } from "../store/open.ts";
import type { World } from "../world.ts";
import type { Typed } from "./ask.ts";

export const FORMATS = ["csv", "json", "md", "ics"] as const;
export type Format = (typeof FORMATS)[number];

export const PARTS = ["items", "meetings", "all"] as const;
export type Part = (typeof PARTS)[number];

/** What was asked for on the command line. */
export interface ExportOptions {
  readonly format: Format;
  readonly part: Part;
  readonly topic: string | undefined;
  readonly since: string | undefined;
  /** Where to write; undefined for the standard output. */
  readonly out: string | undefined;
}

/** Writes items and meetings with their sources. Throws RequestError for an unknown topic or a wrong day. */
export async function exportArchive(options: ExportOptions, settings: Settings, world: World): Promise<void> {
  if (options.format === "ics" && options.part === "items")
    throw new RequestError("A calendar holds meetings only: leave out “items”, or choose csv, json or md.");
  await using store = await openArchive(settings.config.database);
  const now = world.clock.now();
  const tools = await askToolsOf(store.db, settings, configuredOf(settings.config), now);
  const values = {
    ...(options.topic !== undefined && { topic: options.topic }),
    ...(options.since !== undefined && { since: options.since }),
  };
  const request = { values, page: 1 };
  const { language, timezone } = tools;
  const choice: Choice = { topic: topicOf(request, tools)?.id, since: dayOf("since", request, tools), language };
  const filter = { topic: choice.topic, kinds: undefined, from: choice.since, to: undefined };
  const today = dayIn(timezone, now);
  const withItems = options.part !== "meetings" && options.format !== "ics";
  const meetings =
    options.part === "items" ? [] : await Array.fromAsync(meetingRecords(store.db, filter, language, today));
  const items = withItems ? await Array.fromAsync(itemRecords(store.db, choice)) : [];
  const text = render(options.format, meetings, items, language, today);
  if (options.out === undefined) return world.print(text);
  await writeFile(options.out, text);
  settings.log.info({ file: options.out, meetings: meetings.length, items: items.length }, "exported");
}

/** Writes the meetings that a look-up would answer with as a calendar. Throws RequestError as the look-up does. */
export async function exportCalendar(typed: Typed, file: string, settings: Settings, world: World): Promise<void> {
  await using store = await openArchive(settings.config.database);
  const now = world.clock.now();
  const tools = await askToolsOf(store.db, settings, configuredOf(settings.config), now);
  const { language, timezone } = tools;
  const filter = filterOf({ values: placeWords(MEETINGS, typed.words, typed.named, tools), page: 1 }, tools);
  const meetings = await Array.fromAsync(meetingRecords(store.db, filter, language, dayIn(timezone, now)));
  await writeFile(file, calendarText(meetings, "WTO e-commerce", language));
  settings.log.info({ file, meetings: meetings.length }, "exported");
}

function render(
  format: Format,
  meetings: readonly MeetingRecord[],
  items: readonly ItemRecord[],
  language: Language,
  today: Day,
): string {
  switch (format) {
    case "csv":
      return tableHead() + meetingRows(meetings) + itemRows(items);
    case "json":
      return `${JSON.stringify({ meetings: meetings.map(meetingData), items: items.map(itemData) }, undefined, 2)}\n`;
    case "md":
      return [
        ...meetings.map((meeting) => meetingMarkdown(meeting, today, language)),
        ...items.map((item) => itemMarkdown(item, language)),
      ].join("");
    case "ics":
      return calendarText(meetings, "WTO e-commerce", language);
  }
}

function meetingData({ id, start, end, kind, status, body, place, quote, source }: MeetingRecord): object {
  const venue = { body: body ?? null, place: place ?? null };
  return { id, start, end, kind, status, ...venue, quote, source: sourceData(source) };
}

function itemData({ id, language, source, analysis }: ItemRecord): object {
  const { relevant, reasons, topics, meetings, participants, targets, people, documents, brief } = analysis;
  const told = { meetings, participants: participants ?? null, targets, people, documents, brief };
  return { id, language, source: sourceData(source), relevant, reasons, topics, ...told };
}

/** Programs are told of what is missing by null. */
function sourceData({ title, url, published }: ItemRecord["source"]): object {
  return { title, url: url ?? null, published: published ?? null };
}
