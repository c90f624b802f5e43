import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAnalysis } from "../../../src/store/analysis.ts";
import { createItem, saveVersion } from "../../../src/store/items.ts";
import { searchItems, type SearchFilter, type Term } from "../../../src/store/search.ts";
import type { Db, NewVersion } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { analysisOf, versionOf } from "./rows.ts";

interface Told extends Partial<NewVersion> {
  readonly topics?: readonly string[];
}

async function enter(db: Db, id: string, title: string, description: string, told: Told = {}): Promise<void> {
  const { topics = [], ...changes } = told;
  const analysis = encodeAnalysis(analysisOf({ topics }));
  const version = versionOf({ item_id: id, title, description, analysis, ...changes });
  const { first_seen_at, published = null, relevant } = version;
  if (version.revision === 1) await createItem(db, { id, first_seen_at, published, relevant });
  await saveVersion(db, version);
}

function term(text: string): Term {
  return { words: text.replace("*", "").split(" "), isBeginning: text.endsWith("*") };
}

async function search(
  db: Db,
  terms: readonly string[],
  filter: Partial<SearchFilter> = {},
): Promise<readonly string[]> {
  const { hits } = await searchItems(db, { terms: terms.map(term), topic: undefined, since: undefined, ...filter });
  return hits.map(({ itemId, language }) => `${itemId} ${language}`);
}

describe.each(ENGINES)("the search on %s", (engine) => {
  it("finds items in which every word stands, in title, lead or article, whatever its case and accents", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "a", "Négociations numériques", "Les membres se réunissent.", { language: "fr" });
    await enter(store.db, "b", "Talks go on", "Members meet.", { text: "About the MORATORIUM of 1998." });
    expect(await search(store.db, ["negociations", "membres"])).toEqual(["a fr"]);
    expect(await search(store.db, ["moratorium", "1998", "talks"])).toEqual(["b en"]);
    expect(await search(store.db, ["negociations", "talks"])).toEqual([]);
  });

  it("keeps the words of a phrase in a row, and takes the beginning of a word where asked", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "a", "Rules", "Open government data for all");
    await enter(store.db, "b", "Rules", "Data of an open government");
    expect(await search(store.db, ["open government data"])).toEqual(["a en"]);
    expect(await search(store.db, ["govern"])).toEqual([]);
    expect([...(await search(store.db, ["open govern*"]))].sort()).toEqual(["a en", "b en"]);
  });

  it("ranks the title above the text, and gives the best language of each story once", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "text", "Members go on", "They touched upon spam at the end of a long day in Geneva.");
    await enter(store.db, "title", "Members close the article on spam", "They had met for a week.");
    await enter(store.db, "title", "Un autre titre", "Un long texte qui nomme aussi le spam.", {
      language: "fr",
      revision: 2,
    });
    expect(await search(store.db, ["spam"])).toEqual(["title en", "text en"]);
  });

  it("follows corrections, and forgets what is no longer relevant", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "a", "Members meet on privacy", "One.");
    await enter(store.db, "a", "Members meet on spam", "One.", { revision: 2 });
    expect(await search(store.db, ["privacy"])).toEqual([]);
    expect(await search(store.db, ["spam"])).toEqual(["a en"]);
    await enter(store.db, "a", "Members meet on spam", "One.", { revision: 3, relevant: 0 });
    expect(await search(store.db, ["spam"])).toEqual([]);
  });

  it("is narrowed by topic and by day", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "old", "Members meet", "One.", { published: "2025-01-01", topics: ["spam"] });
    await enter(store.db, "new", "Members meet", "One.", { published: "2026-01-01" });
    expect(await search(store.db, ["members"], { topic: "spam" })).toEqual(["old en"]);
    expect(await search(store.db, ["members"], { since: "2026-01-01" })).toEqual(["new en"]);
  });

  it("takes the latest of too many, those with the words in the title first, and says so", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "title", "Members discuss spam", "One.");
    for (const id of ["a", "b", "c", "d"]) await enter(store.db, id, "Members meet", "They discuss spam.");
    const filter = { terms: [term("discuss spam")], topic: undefined, since: undefined };
    const { hits, isCapped } = await searchItems(store.db, filter, 3);
    expect(hits.map(({ itemId }) => itemId)).toEqual(["title", "d", "c"]);
    expect(isCapped).toBe(true);
    expect((await searchItems(store.db, filter, 6)).isCapped).toBe(false);
  });

  it("takes any words without an error", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "a", "Members meet", "One.");
    const word = fc.stringMatching(/^[\p{Ll}\p{Nd}]{1,12}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean(), async (words, isBeginning) => {
        const filter = { terms: [{ words, isBeginning }], topic: undefined, since: undefined };
        expect((await searchItems(store.db, filter)).isCapped).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
