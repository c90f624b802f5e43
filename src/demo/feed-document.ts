import { Temporal, type Day } from "../model/time.ts";
import type { SampleItem } from "./news.ts";

/** Which feed of the WTO a document plays. */
export type Edition = "english" | "french";

const LETTER = { english: "e", french: "f" } as const;

/** A feed document in the shape of the WTO's: ten items at most, the newest first, dated by the day, entities in the text. */
export function feedDocument(items: readonly SampleItem[], edition: Edition, declaration: string): string {
  const newest = items.toSorted((a, b) => b.day.localeCompare(a.day) || b.serial - a.serial).slice(0, 10);
  return [
    `<?xml version="1.0" encoding="${declaration}"?>`,
    '<rss version="2.0"><channel>',
    `<title>WTO ${edition} news (sample)</title>`,
    "<link>https://www.wto.org/</link><description>A sample for the demo</description>",
    ...newest.map((item) => itemElement(item, edition)),
    "</channel></rss>",
    "",
  ].join("\n");
}

/** Bytes in Windows-1252, the encoding of many of the WTO's pages, for text of Western Europe. */
export function inWindows1252(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/[–—‘’“”]/g, (mark) => CODES[mark] ?? mark),
    "latin1",
  );
}

const CODES: Readonly<Record<string, string>> = {
  "–": "\u0096",
  "—": "\u0097",
  "‘": "\u0091",
  "’": "\u0092",
  "“": "\u0093",
  "”": "\u0094",
};

function itemElement(item: SampleItem, edition: Edition): string {
  return [
    "<item>",
    `<title>${escape(item.title)}</title>`,
    `<link>${linkOf(item, edition)}</link>`,
    `<description>${escape(item.lead)}</description>`,
    `<pubDate>${midnight(item.day)}</pubDate>`,
    "</item>",
  ].join("");
}

function linkOf({ stem, day, serial }: SampleItem, edition: Edition): string {
  const letter = LETTER[edition];
  const date = Temporal.PlainDate.from(day);
  const written = `${String(date.day).padStart(2, "0")}${MONTHS[date.month - 1]}${date.year % 100}`;
  return `https://www.wto.org/${edition}/news_${letter}/news${date.year % 100}_${letter}/${stem}_${written}_${serial}_${letter}.htm`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

function midnight(day: Day): string {
  return new Date(`${day}T00:00:00Z`).toUTCString();
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("’", "&#8217;");
}
