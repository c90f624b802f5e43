import type { Millis } from "../model/time.ts";
import type { Look } from "../pipeline.ts";
import { feedDocument, inWindows1252 } from "./feed-document.ts";
import type { Page } from "./feed-server.ts";
import {
  BURST,
  EARLIER,
  FRENCH_EARLIER,
  ROUND,
  ROUND_CORRECTED,
  ROUND_FRENCH,
  TENDERS,
  type SampleItem,
} from "./news.ts";

export const ENGLISH = "/library/rss/latest_news_e.xml";
export const FRENCH = "/library/rss/latest_news_f.xml";

/** One step of the demo: time passes, the feeds show something, and a look should come to what is expected. */
export interface Step {
  readonly title: string;
  readonly after: Millis;
  readonly serve: (pages: Map<string, Page>) => void;
  readonly expected: (looks: readonly Look[]) => boolean;
}

const QUARTER: Millis = 15 * 60_000;
const DAY: Millis = 24 * 60 * 60_000;

const WITH_ROUND = [ROUND, TENDERS, ...EARLIER];
const CORRECTED = [ROUND_CORRECTED, TENDERS, ...EARLIER];

export const STORY: readonly Step[] = [
  {
    title: "The first look is quiet: each channel is greeted, the operators see how posts will look",
    after: 0,
    serve: (pages) => {
      english(pages, EARLIER, "windows-1252");
      french(pages, [FRENCH_EARLIER]);
    },
    expected: (looks) => looks.every((look) => look.kind === "read" && look.first),
  },
  {
    title: "Nothing new: the feed answers 304",
    after: QUARTER,
    serve: () => {},
    expected: (looks) => looks.every((look) => look.kind === "unchanged"),
  },
  {
    title: "A new item on e-commerce is posted; one on electronic tenders is passed over",
    after: DAY,
    serve: (pages) => english(pages, WITH_ROUND, "utf-8"),
    expected: ([look]) => newsOf(look, "new") === 2,
  },
  {
    title: "The WTO corrects a number and a date: the post is edited in place, and a short reply says so",
    after: QUARTER,
    serve: (pages) => english(pages, CORRECTED, "utf-8"),
    expected: ([look]) => newsOf(look, "corrected") === 1,
  },
  {
    title: "The French version of the same story arrives: one story, and the French channel's post now reads in French",
    after: QUARTER,
    serve: (pages) => french(pages, [ROUND_FRENCH, FRENCH_EARLIER]),
    expected: ([, look]) => newsOf(look, "language") === 1,
  },
  {
    title: "Seven items at once come as one digest",
    after: 7 * DAY,
    serve: (pages) => english(pages, [...BURST, ...CORRECTED], "utf-8"),
    expected: ([look]) => newsOf(look, "new") === BURST.length,
  },
  ...[1, 2, 3].map((count) => outage(count)),
  {
    title: "The feed is back: the operators hear that it is over",
    after: 4 * QUARTER,
    serve: (pages) => english(pages, [...BURST, ...CORRECTED], "utf-8"),
    expected: ([look]) => look?.kind === "unchanged",
  },
];

function outage(count: number): Step {
  return {
    title: count < 3 ? "The feed is down" : "The feed is still down: now the operators hear of it, once",
    after: 4 * QUARTER,
    serve: (pages) => void pages.set(ENGLISH, { kind: "outage" }),
    expected: ([look]) => look?.kind === "failed",
  };
}

function english(pages: Map<string, Page>, items: readonly SampleItem[], charset: "utf-8" | "windows-1252"): void {
  const text = feedDocument(items, "english", charset);
  pages.set(ENGLISH, { kind: "document", bytes: charset === "utf-8" ? Buffer.from(text) : inWindows1252(text) });
}

function french(pages: Map<string, Page>, items: readonly SampleItem[]): void {
  pages.set(FRENCH, { kind: "document", bytes: inWindows1252(feedDocument(items, "french", "ISO-8859-1")) });
}

function newsOf(look: Look | undefined, change: "new" | "corrected" | "language"): number {
  return look?.kind === "read" ? look.taken.filter((taken) => taken.change === change).length : -1;
}
