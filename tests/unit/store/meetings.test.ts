import { describe, expect, it } from "vitest";
import type { Meeting } from "../../../src/model/analysis.ts";
import { encodeAnalysis } from "../../../src/store/analysis.ts";
import { createItem, saveVersion } from "../../../src/store/items.ts";
import { listMeetings, type MeetingFilter, type MeetingPage } from "../../../src/store/meetings.ts";
import type { Db, NewVersion } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { analysisOf, versionOf } from "./rows.ts";

const ALL: MeetingFilter = { topic: undefined, kinds: undefined, from: undefined, to: undefined };
const TODAY = "2026-06-15";

/** A meeting from "2026-06-22/2026-06-25" or of the one day given. */
function meeting(days: string, changes: Partial<Meeting> = {}): Meeting {
  const [start = "", end = start] = days.split("/");
  return { start, end, kind: "plenary", status: "upcoming", quote: `They meet on ${days}.`, ...changes };
}

interface Told extends Partial<NewVersion> {
  readonly topics?: readonly string[];
}

/** Enters the English wording of an item, or the one given, that tells of these meetings. */
async function tell(db: Db, id: string, meetings: readonly Meeting[], told: Told = {}): Promise<void> {
  const { topics = [], ...changes } = told;
  const version = versionOf({ item_id: id, analysis: encodeAnalysis(analysisOf({ meetings, topics })), ...changes });
  const { first_seen_at, published = null, relevant } = version;
  if (version.revision === 1) await createItem(db, { id, first_seen_at, published, relevant });
  await saveVersion(db, version);
}

async function list(db: Db, filter: Partial<MeetingFilter> = {}, offset = 0, limit = 10): Promise<MeetingPage> {
  return listMeetings(db, { ...ALL, ...filter }, TODAY, { offset, limit });
}

async function days(db: Db, filter: Partial<MeetingFilter> = {}): Promise<readonly string[]> {
  return (await list(db, filter)).meetings.map(({ meeting: { start_day, end_day, status } }) =>
    [start_day === end_day ? start_day : `${start_day}/${end_day}`, status].join(" "),
  );
}

describe.each(ENGINES)("meetings on %s", (engine) => {
  it("come first when they are ahead, the nearest first, then those over, the latest first, page by page", async () => {
    await using store = await freshStore(engine);
    await tell(store.db, "one", [
      meeting("2026-03-01", { status: "held" }),
      meeting("2026-09-01"),
      meeting("2026-06-12/2026-06-15"),
    ]);
    await tell(store.db, "two", [meeting("2026-05-01", { status: "held" })]);
    const order = ["2026-06-12/2026-06-15 upcoming", "2026-09-01 upcoming", "2026-05-01 held", "2026-03-01 held"];
    expect(await days(store.db)).toEqual(order);
    const paged: string[] = [];
    for (let offset = 0; offset < 5; offset += 1) {
      const { total, meetings } = await list(store.db, {}, offset, 1);
      expect(total).toBe(4);
      paged.push(...meetings.map(({ meeting: { start_day } }) => start_day));
    }
    expect(paged).toEqual(["2026-06-12", "2026-09-01", "2026-05-01", "2026-03-01"]);
  });

  it("are one where two languages and a later item tell of it, with its latest status and all sources", async () => {
    await using store = await freshStore(engine);
    await tell(store.db, "first", [meeting("2026-06-22/2026-06-25")], { published: "2026-05-01" });
    await tell(store.db, "first", [meeting("2026-06-22/2026-06-25", { kind: "other", quote: "Ils se réunissent." })], {
      language: "fr",
      revision: 2,
      published: "2026-05-01",
      changed_at: 110,
    });
    await tell(store.db, "later", [meeting("2026-06-22/2026-06-25", { status: "postponed" })], {
      published: "2026-06-01",
    });
    const { total, meetings } = await list(store.db);
    expect(total).toBe(1);
    expect(meetings[0]?.meeting).toMatchObject({ kind: "plenary", status: "postponed" });
    expect(meetings[0]?.mentions.map(({ item_id, language, status }) => [item_id, language, status])).toEqual([
      ["first", "en", "upcoming"],
      ["first", "fr", "upcoming"],
      ["later", "en", "postponed"],
    ]);
  });

  it("have the days told last, yet stay whole where one day of them is told", async () => {
    await using store = await freshStore(engine);
    await tell(store.db, "a", [meeting("2026-06-22/2026-06-25")], { published: "2026-05-01" });
    await tell(store.db, "b", [meeting("2026-06-23/2026-06-26")], { published: "2026-05-02" });
    await tell(store.db, "c", [meeting("2026-06-23", { status: "held" })], { published: "2026-06-24" });
    expect(await days(store.db)).toEqual(["2026-06-23/2026-06-26 held"]);
  });

  it("are several where one text lists them apart, or where several of a kind may be held at a time", async () => {
    await using store = await freshStore(engine);
    await tell(store.db, "a", [meeting("2026-06-22/2026-06-25"), meeting("2026-06-23")]);
    await tell(store.db, "b", [meeting("2026-07-01/2026-07-03", { kind: "workshop" })]);
    await tell(store.db, "c", [meeting("2026-07-02", { kind: "workshop" })]);
    expect((await list(store.db)).total).toBe(4);
  });

  it("keep their id where a correction moves them, and go where no wording tells of them any more", async () => {
    await using store = await freshStore(engine);
    await tell(store.db, "a", [meeting("2026-06-22/2026-06-25")]);
    const id = (await list(store.db)).meetings[0]?.meeting.id;
    await tell(store.db, "a", [meeting("2026-06-24/2026-06-26")], { revision: 2 });
    const moved = await list(store.db);
    expect(moved).toMatchObject({ total: 1, meetings: [{ meeting: { id, start_day: "2026-06-24" } }] });
    await tell(store.db, "a", [], { revision: 3 });
    expect((await list(store.db)).total).toBe(0);
  });

  it("are filtered by topic, kind and span of days; passed-over items tell of none", async () => {
    await using store = await freshStore(engine);
    await tell(store.db, "a", [meeting("2026-06-22/2026-06-25")], { topics: ["moratorium"] });
    await tell(store.db, "b", [meeting("2026-07-22", { kind: "council" })], { topics: ["privacy", "moratorium"] });
    await tell(store.db, "c", [meeting("2026-08-22")], { relevant: 0, topics: ["moratorium"] });
    expect(await days(store.db)).toEqual(["2026-06-22/2026-06-25 upcoming", "2026-07-22 upcoming"]);
    expect(await days(store.db, { topic: "privacy" })).toEqual(["2026-07-22 upcoming"]);
    expect((await list(store.db, { topic: "moratorium" })).total).toBe(2);
    expect(await days(store.db, { kinds: ["plenary", "stocktaking"] })).toEqual(["2026-06-22/2026-06-25 upcoming"]);
    expect(await days(store.db, { from: "2026-06-25", to: "2026-07-21" })).toEqual(["2026-06-22/2026-06-25 upcoming"]);
    await tell(store.db, "b", [meeting("2026-07-22", { kind: "council" })], { revision: 2, topics: ["moratorium"] });
    expect(await days(store.db, { topic: "privacy" })).toEqual([]);
  });
});
