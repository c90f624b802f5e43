import ICAL from "ical.js";
import { async as client, type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { calendarText } from "../../../src/export/calendar.ts";
import { itemMarkdown, meetingMarkdown } from "../../../src/export/markdown.ts";
import { newsFeed } from "../../../src/export/news-feed.ts";
import type { ItemRecord, MeetingRecord } from "../../../src/export/records.ts";
import { itemRows, meetingRows, tableHead } from "../../../src/export/table.ts";
import { parseFeed } from "../../../src/feed/parse.ts";
import type { Brief } from "../../../src/model/analysis.ts";
import { analysisOf } from "../store/rows.ts";

const MEETING: MeetingRecord = {
  id: "abc",
  start: "2026-06-30",
  end: "2026-07-03",
  kind: "plenary",
  status: "upcoming",
  sequence: 0,
  toldAt: Date.UTC(2026, 5, 1, 9),
  quote: "Participants will meet from 30 June to 3 July; “all” are welcome, \\ and more: " + "é".repeat(80),
  source: { title: "Négociateurs, round two", url: "https://example.org/a_b.htm", published: "2026-06-01" },
};

const ITEM: ItemRecord = {
  id: "i1",
  language: "en",
  source: { title: "=cmd|' /C calc'!A0", url: "https://example.org/i1.htm?a=1&b=2", published: "2026-06-01" },
  topics: ["spam"],
  changedAt: Date.UTC(2026, 5, 1, 9),
  analysis: analysisOf({
    topics: ["spam"],
    brief: { headline: "x", points: ["One <b>point</b> & *more*.", 'A "second", with a comma.'] },
    participants: { count: 91, quote: "All 91 participants." },
    targets: [{ by: "2026-12-31", what: "a text", quote: "By the end of the year." }],
    documents: ["INF/ECOM/62/Rev.5"],
  }),
};

describe("the calendar", () => {
  const text = calendarText([MEETING], "WTO e-commerce", "en");

  it("is read by an independent parser as whole days with source and status", () => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const [found] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(found?.startDate.isDate).toBe(true);
    expect(found?.startDate.toString()).toBe("2026-06-30");
    expect(found?.endDate.toString()).toBe("2026-07-04");
    expect(found?.uid).toBe("abc@tradepost");
    expect(found?.description).toContain(MEETING.quote);
    expect(found?.description).toContain("Négociateurs, round two, 1 June 2026");
    expect(found?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  it("keeps to lines of 75 octets that end as the standard says", () => {
    expect(text.endsWith("\r\n")).toBe(true);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("is taken up twice without doubles, a moved and a cancelled meeting in place of what it was", async () => {
    const moved = { ...MEETING, start: "2026-07-06", end: "2026-07-09", sequence: 1 };
    const off = { ...MEETING, status: "postponed" as const, sequence: 2 };
    const days: string[] = [];
    const taken: Record<string, VEvent> = {};
    for (const meetings of [[MEETING], [MEETING], [moved], [off]]) {
      const read = await client.parseICS(calendarText(meetings, "WTO e-commerce", "en"));
      for (const event of Object.values(read)) {
        if (event?.type !== "VEVENT") continue;
        taken[event.uid] = event;
        days.push(`${event.start.toDateString()} ${event.datetype} ${event.status} ${event.sequence}`);
      }
    }
    expect(Object.keys(taken)).toEqual(["abc@tradepost"]);
    expect(days).toEqual([
      "Tue Jun 30 2026 date CONFIRMED 0",
      "Tue Jun 30 2026 date CONFIRMED 0",
      "Mon Jul 06 2026 date CONFIRMED 1",
      "Tue Jun 30 2026 date CANCELLED 2",
    ]);
  });

  it("tells who meets and where", () => {
    const council = { ...MEETING, kind: "council", body: "General Council", place: "Genève" } as const;
    const [event] = new ICAL.Component(ICAL.parse(calendarText([council], "WTO", "en"))).getAllSubcomponents("vevent");
    expect(event?.getFirstPropertyValue("location")).toBe("Genève");
    expect(event?.getFirstPropertyValue("summary")).toMatch(/^WTO: .+, General Council$/u);
    expect(meetingMarkdown(council, "2026-06-01", "en")).toContain("General Council, Genève");
    expect(meetingRows([council])).toMatch(/,General Council,Genève\r\n$/u);
  });

  it("tells a tentative meeting as one", () => {
    const tentative = calendarText([{ ...MEETING, status: "tentative" }], "WTO e-commerce", "fr");
    const [event] = new ICAL.Component(ICAL.parse(tentative)).getAllSubcomponents("vevent");
    expect(event?.getFirstPropertyValue("status")).toBe("TENTATIVE");
    expect(event?.getFirstPropertyValue("summary")).toMatch(/^WTO: .+ \(.+\)$/u);
  });
});

describe("tables", () => {
  it("hold items and meetings with their sources under one head, and no formula", () => {
    const table = tableHead() + meetingRows([MEETING]) + itemRows([ITEM]);
    const lines = table.split("\r\n");
    expect(lines[0]).toBe(
      "record,id,start,end,kind,status,headline,text,participants,targets,documents,topics,language,published,url,body,place",
    );
    expect(lines[1]).toContain('meeting,abc,2026-06-30,2026-07-03,plenary,upcoming,"Négociateurs, round two"');
    expect(table).toContain("item,i1,,,,,'=cmd|' /C calc'!A0,");
    expect(table).toContain('""second"", with a comma.');
    expect(table).toContain("91,2026-12-31: a text,INF/ECOM/62/Rev.5,spam,en,2026-06-01,");
  });
});

describe("Markdown", () => {
  it("cites the source, and text from a feed is no markup", () => {
    const item = itemMarkdown(ITEM, "en");
    expect(item).toContain(String.raw`- One \<b\>point\</b\> \& \*more\*.`);
    expect(item).toContain("1 June 2026, <https://example.org/i1.htm?a=1&b=2>");
    const meeting = meetingMarkdown(MEETING, "2026-06-01", "en");
    expect(meeting).toContain("- **30 June – 3 July 2026 · plenary meeting · upcoming**");
    expect(meeting).toContain("> Participants will meet from 30 June to 3 July");
    expect(meetingMarkdown(MEETING, "2026-08-01", "en")).toContain("was announced");
  });
});

describe("the feed", () => {
  it("is read like other feeds, with briefs that are text and topics by name", async () => {
    const topic = { id: "spam", labels: { en: "Spam", fr: "Pourriel", es: "Correo basura" }, emoji: "" };
    const xml = newsFeed([ITEM], [topic], "en");
    const { items, skipped } = await parseFeed(xml, { url: "https://example.org/feed.xml", language: "en" });
    expect(skipped).toEqual([]);
    expect(items).toEqual([
      expect.objectContaining({
        url: ITEM.source.url,
        guid: "tradepost:i1",
        title: ITEM.source.title,
        published: "2026-06-01",
        description: expect.stringContaining('A "second", with a comma.'),
      }),
    ]);
    expect(xml).toContain("<p>One &lt;b&gt;point&lt;/b&gt; &amp; *more*.</p>");
    expect(xml).toContain("<category>Spam</category>");
  });
});

describe("a brief that a language model wrote", () => {
  const brief = { headline: "x", points: ["A point."], model: { name: "small" } };
  const told = (changes: Brief): ItemRecord => ({ ...ITEM, analysis: analysisOf({ brief: changes }) });

  it.each([
    ["Markdown", (item: ItemRecord) => itemMarkdown(item, "en")],
    ["CSV", (item: ItemRecord) => itemRows([item])],
    ["the feed", (item: ItemRecord) => newsFeed([item], [], "en")],
  ])("is told as such in %s, and one that was refused is not", (_, write) => {
    expect(write(told(brief))).toContain("brief by a language model");
    expect(write(told({ ...brief, model: { ...brief.model, refused: "a number" } }))).not.toContain("language model");
  });
});
