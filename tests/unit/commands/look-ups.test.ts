import { describe, expect, it } from "vitest";
import type { Meeting } from "../../../src/model/analysis.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { ask, askTools, commandOf, enter, textOf } from "./desk.ts";

const ROUND: Meeting = {
  start: "2026-06-22",
  end: "2026-06-25",
  kind: "plenary",
  status: "upcoming",
  quote: "The next round is on 22-25 June.",
};

async function enterMany(db: Db, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1)
    await enter(db, `n${n}`, { topics: n % 2 === 0 ? ["moratorium"] : [] }, { title: `News ${n}`, first_seen_at: n });
}

describe.each(ENGINES)("look-ups on %s", (engine) => {
  it("meetings: days, kind, status, the sentence and the sources; what was told before is kept", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "first", { meetings: [ROUND] }, { published: "2026-05-01", title: "Round set" });
    const postponed: Meeting = { ...ROUND, status: "postponed", quote: "The round of 22-25 June is put off." };
    await enter(store.db, "second", { meetings: [postponed] }, { published: "2026-06-10", title: "Round put off" });

    const answer = await ask(["meetings"], askTools(store.db));

    expect(answer.page).toEqual({ number: 1, pages: 1, offset: 0, total: 1 });
    expect(answer.entries.map(textOf)).toEqual([
      [
        "22–25 June 2026 · plenary meeting · postponed",
        "“The round of 22-25 June is put off.”",
        "Told before: 22–25 June 2026, upcoming (1 May 2026)",
        "Round put off <https://example.org/second>",
        "Round set <https://example.org/first>",
      ],
    ]);
    expect(answer.entries[0]?.data).toMatchObject({ start: "2026-06-22", status: "postponed", sources: [{}, {}] });
    expect(JSON.stringify(answer)).not.toMatch(/00:00|T\d\d:/);
  });

  it("meetings: who meets and where, as told last, in the reader's language where it was told in that", async () => {
    await using store = await freshStore(engine);
    const council: Meeting = { ...ROUND, kind: "council", body: "General Council", place: "Geneva" };
    const conseil: Meeting = { ...ROUND, kind: "council", body: "Conseil général", quote: "Le Conseil se réunira." };
    await enter(store.db, "a", { meetings: [council] });
    await enter(store.db, "a", { meetings: [conseil] }, { language: "fr", revision: 2 });
    const asked = async (language: "en" | "fr") => (await ask(["meetings"], askTools(store.db, { language }))).entries;
    expect((await asked("en")).map((entry) => textOf(entry)[0])).toEqual([
      "22–25 June 2026 · council · General Council, Geneva · upcoming",
    ]);
    expect((await asked("fr"))[0]?.data).toMatchObject({ body: "Conseil général", place: "Geneva" });
  });

  it("meetings: one whose days went by without news is not called upcoming, and the words are the reader's", async () => {
    await using store = await freshStore(engine);
    const past: Meeting = { ...ROUND, start: "2026-06-01", end: "2026-06-02" };
    await enter(store.db, "a", { meetings: [past, ROUND], topics: ["moratorium"] });
    const { title, entries } = await ask(["meetings", "moratoire"], askTools(store.db, { language: "fr" }));
    expect(title).toBe("Réunions : Moratoire");
    expect(entries.map((entry) => textOf(entry)[0])).toEqual([
      "22–25 juin 2026 · réunion plénière · à venir",
      "1–2 juin 2026 · réunion plénière · avait été annoncée",
    ]);
    expect((await ask(["meetings", "upcoming", "council"], askTools(store.db))).notes).toEqual([
      "Nothing in the archive fits.",
    ]);
    const wrong = commandOf("meetings").run({ values: { body: "counsel" }, page: 1 }, askTools(store.db));
    await expect(wrong).rejects.toThrow("Did you mean “council”?");
    await expect(ask(["meetings"], askTools(store.db), 2)).rejects.toThrow("no such page: the last is 1");
  });

  it("latest: the newest briefs, page by page, each once", async () => {
    await using store = await freshStore(engine);
    await enterMany(store.db, 7);
    const ids = async (words: readonly string[], page: number): Promise<readonly unknown[]> =>
      (await ask(["latest", ...words], askTools(store.db), page)).entries.map(({ data }) => Object(data).id);
    expect(await ids([], 1)).toEqual(["n7", "n6", "n5", "n4", "n3"]);
    expect(await ids([], 2)).toEqual(["n2", "n1"]);
    expect(await ids(["moratorium", "2"], 2)).toEqual(["n2"]);
    expect((await ask(["latest", "2", "moratorium"], askTools(store.db))).page?.total).toBe(3);
    await expect(ask(["latest", "99"], askTools(store.db))).rejects.toThrow("no number from 1 to 25");
  });

  it("item: a brief in full by its address or id; an unknown one says what to give", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story", {
      topics: ["moratorium"],
      documents: ["INF/ECOM/62"],
      people: [{ name: "Ana Ruiz", role: "facilitator", country: "Chile" }],
      brief: { headline: "Members meet", points: ["They met.", "They left."] },
    });
    const byId = await ask(["item", "story"], askTools(store.db));
    expect(await ask(["item", "https://example.org/story"], askTools(store.db))).toEqual(byId);
    expect(byId.entries.map(textOf)).toEqual([
      [
        "Members meet",
        "• They met.",
        "• They left.",
        "Topics: ⏳ Moratorium",
        "Item: story",
        "People: Ana Ruiz, facilitator, Chile",
        "Documents: INF/ECOM/62",
      ],
    ]);
    await expect(ask(["item", "nothing"], askTools(store.db))).rejects.toThrow("give its address or its id");
  });

  it("search: hits with the words marked in title and text", async () => {
    await using store = await freshStore(engine);
    await enter(
      store.db,
      "a",
      {},
      { title: "Négociations à Genève", description: "Les membres y discutent du moratoire." },
    );
    await enter(store.db, "b", {}, { title: "Members meet", description: "They discuss spam." });
    const answer = await ask(["search", "negociations", "moratoire"], askTools(store.db));
    expect(answer.entries.map(textOf)).toEqual([
      ["*Négociations* à Genève", "• Les membres y discutent du *moratoire*.", "Item: a"],
    ]);
    expect((await ask(["search", "privacy"], askTools(store.db))).notes).toEqual(["Nothing in the archive fits."]);
    await expect(ask(["search", "-"], askTools(store.db))).rejects.toThrow("no word in it");
  });

  it("help: every look-up by example", async () => {
    await using store = await freshStore(engine);
    const { entries } = await ask(["help"], askTools(store.db));
    expect(entries.flatMap(textOf).join("\n")).toContain("• meetings moratorium upcoming");
  });
});
