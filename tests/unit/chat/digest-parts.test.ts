import { expect, test } from "vitest";
import { keyFacts, sharedBy } from "../../../src/chat/digest-parts.ts";
import { itemPost } from "../../contract/suite/posts.ts";

test("entries share what is the same in all of them", () => {
  const other = itemPost({ published: { day: "2026-06-24", text: "24 June 2026" } });
  expect(sharedBy([itemPost(), itemPost()])).toEqual({ source: "WTO news", day: "23 June 2026" });
  expect(sharedBy([itemPost(), other])).toEqual({ source: "WTO news", day: "" });
  expect(sharedBy([itemPost(), itemPost({ published: undefined, source: "Elsewhere" })])).toEqual({
    source: "",
    day: "",
  });
  expect(sharedBy([])).toEqual({ source: "", day: "" });
});

test("key facts are the first ones that do not repeat the item's own day", () => {
  const facts = ["23 June 2026", "", "6 July 2026", "91", "end of 2026"].map((value) => ({ label: "Label", value }));
  expect(keyFacts(itemPost({ facts }), 2).map((fact) => fact.value)).toEqual(["6 July 2026", "91"]);
});
