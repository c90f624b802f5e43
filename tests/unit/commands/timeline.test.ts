import { describe, expect, it } from "vitest";
import { ENGINES, freshStore } from "../../support/database.ts";
import { ask, askTools, enter, textOf } from "./desk.ts";

const PROCESSES = ["joint-initiative"];

describe.each(ENGINES)("the timeline on %s", (engine) => {
  it("tells each step with what was new in it, the newest first, and nothing twice", async () => {
    await using store = await freshStore(engine);
    const target = { what: "a text", by: "2026-12-31", quote: "A text is due by the end of 2026." };
    const count = (n: number) => ({ participants: { count: n, quote: `All ${n} participants met.` } });
    const day = (published: string) => ({ published, title: `Round of ${published}` });
    await enter(store.db, "a", { processes: PROCESSES, ...count(87) }, day("2026-01-10"));
    await enter(store.db, "b", { processes: PROCESSES, targets: [target] }, day("2026-02-10"));
    await enter(store.db, "c", { processes: PROCESSES, targets: [target], ...count(89) }, day("2026-03-10"));
    await enter(store.db, "d", { processes: ["moratorium"] }, day("2026-04-10"));

    const answer = await ask(["timeline", "JSI"], askTools(store.db));
    expect(answer.entries.map(textOf).map(([, ...lines]) => lines)).toEqual([
      ["Participants: 87 → 89", "“All 89 participants met.”", "Item: c"],
      ["Target: end of 2026: a text", "“A text is due by the end of 2026.”", "Item: b"],
      ["Participants: 87", "“All 87 participants met.”", "Item: a"],
    ]);
    expect(answer.entries.map((entry) => entry.url)).toEqual(["c", "b", "a"].map((id) => `https://example.org/${id}`));
  });

  it("an item from before processes were told is found by its topics; an unknown process says what there is", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "old", { topics: ["work-programme"] });
    expect((await ask(["timeline", "work-programme"], askTools(store.db))).page?.total).toBe(1);
    await expect(ask(["timeline", "doha"], askTools(store.db))).rejects.toThrow(/“doha”.*mc14/);
  });
});
