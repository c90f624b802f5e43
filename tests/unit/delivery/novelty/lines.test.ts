import { describe, expect, it } from "vitest";
import { noveltyLines } from "../../../../src/delivery/novelty/lines.ts";
import type { Analysis } from "../../../../src/model/analysis.ts";
import type { Language } from "../../../../src/model/language.ts";
import { readItem } from "../../../../src/store/items.ts";
import type { Db } from "../../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../../support/database.ts";
import { enter } from "../../commands/desk.ts";

const PROCESSES = ["joint-initiative"];
const counted = (count: number): Partial<Analysis> => ({
  processes: PROCESSES,
  participants: { count, quote: `All ${count} participants met.` },
});

async function linesOf(db: Db, id: string, language: Language = "en") {
  const stored = await readItem(db, id);
  const [version] = stored?.versions ?? [];
  if (stored === undefined || version === undefined) throw new Error(`${id} is not stored`);
  return await noveltyLines(db, stored, version, language);
}

describe.each(ENGINES)("what is new in a process on %s", (engine) => {
  it("is told with both sources in the reader's language, and says the same whatever came since", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "a", counted(87), { published: "2022-10-28" });
    await enter(store.db, "b", counted(89), { published: "2023-01-20" });
    const told = await linesOf(store.db, "b");
    expect(told).toEqual([
      {
        text: "87 → 89 participants since 28 October 2022",
        sources: [
          { text: "before", url: "https://example.org/a" },
          { text: "now", url: "https://example.org/b" },
        ],
      },
    ]);
    await enter(store.db, "c", counted(90), { published: "2023-02-20" });
    expect(await linesOf(store.db, "b")).toEqual(told);
    expect((await linesOf(store.db, "b", "fr"))[0]).toMatchObject({
      text: "87 → 89 participants depuis le 28 octobre 2022",
      sources: [{ text: "avant" }, { text: "maintenant" }],
    });
    expect((await linesOf(store.db, "b", "es"))[0]?.text).toBe("87 → 89 participantes desde el 28 de octubre de 2022");
    expect(await linesOf(store.db, "a")).toEqual([]);
  });

  it("is not set against another process, nor against an item without a day", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "a", { ...counted(87), processes: ["moratorium"] }, { published: "2022-10-28" });
    await enter(store.db, "b", counted(88), { published: null });
    await enter(store.db, "c", counted(89), { published: "2023-01-20" });
    expect(await linesOf(store.db, "c")).toEqual([]);
    expect(await linesOf(store.db, "b")).toEqual([]);
  });

  it("names texts, targets, offices and meetings in the words of each language", async () => {
    await using store = await freshStore(engine);
    const told = (changed: boolean): Partial<Analysis> => ({
      processes: PROCESSES,
      documents: [changed ? "INF/ECOM/62/Rev.3" : "INF/ECOM/62/Rev.2"],
      targets: [{ what: "conclude the talks", by: changed ? "2024-12-31" : "2023-12-31", quote: "They aim to." }],
      people: [
        { name: changed ? "Bo Ito" : "Ann Lee", role: "facilitator of the Work Programme", country: "Japan" },
        { name: changed ? "Ed Roe" : "Flo May", role: "facilitator of the small group on spam", country: "Norway" },
      ],
      meetings: [
        {
          start: "2023-03-02",
          end: "2023-03-03",
          kind: "plenary",
          status: changed ? "postponed" : "tentative",
          quote: "They meet.",
        },
      ],
    });
    await enter(store.db, "a", told(false), { published: "2023-01-20" });
    await enter(store.db, "b", told(true), { published: "2023-02-01" });
    const texts = async (language: Language) => (await linesOf(store.db, "b", language)).map((line) => line.text);
    expect(await texts("en")).toEqual([
      "INF/ECOM/62/Rev.2 → INF/ECOM/62/Rev.3 since 20 January 2023",
      "Target: end of 2023 → end of 2024 since 20 January 2023",
      "Facilitator of the Work Programme: Ann Lee → Bo Ito since 20 January 2023",
      "Facilitator of the small group on spam: Flo May → Ed Roe since 20 January 2023",
      "Meeting of 2–3 March 2023: tentative → postponed since 20 January 2023",
    ]);
    expect(await texts("fr")).toEqual([
      "INF/ECOM/62/Rev.2 → INF/ECOM/62/Rev.3 depuis le 20 janvier 2023",
      "Échéance\u202F: fin 2023 → fin 2024 depuis le 20 janvier 2023",
      "Facilitation du Programme de travail\u202F: Ann Lee → Bo Ito depuis le 20 janvier 2023",
      "Facilitation du petit groupe (spam)\u202F: Flo May → Ed Roe depuis le 20 janvier 2023",
      "Réunion (2–3 mars 2023)\u202F: date provisoire → reportée depuis le 20 janvier 2023",
    ]);
    expect(await texts("es")).toHaveLength(5);
  });
});
