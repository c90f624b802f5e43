import fc from "fast-check";
import { expect, test } from "vitest";
import { storiesOf } from "../../../src/feed/stories.ts";
import type { Item } from "../../../src/model/item.ts";
import { wtoLink } from "../../support/rss.ts";

const LINK = wtoLink("ecom", "2026-06-23", 429);

function item(title: string, changes: Partial<Item> = {}): Item {
  const nothing = { guid: undefined, published: undefined, description: "", text: undefined };
  return { ...nothing, url: LINK, title, language: "en", ...changes };
}

test("a repeated entry counts once, the first of them", () => {
  const first = item("Members review digital trade");

  const stories = storiesOf([first, item("Members review digital trade again", { description: "Otherwise." })]);

  expect(stories.map((story) => story.item)).toEqual([first]);
  expect(stories[0]?.keys[0]).toMatch(/^link:/);
});

test("entries that share a page under unlike titles are all kept, and the page is no key of theirs", () => {
  const stories = storiesOf([item("A film on spam"), item("An interview about data"), item("Members adopt budget")]);

  expect(stories).toHaveLength(3);
  expect(stories.flatMap((story) => story.keys).filter((key) => key.startsWith("link:"))).toEqual([]);
  expect(new Set(stories.flatMap((story) => story.keys)).size).toBe(3);
});

test("two languages of a story share their link", () => {
  const french = item("Les Membres examinent le commerce", {
    language: "fr",
    url: wtoLink("ecom", "2026-06-23", 429, "fr"),
  });

  const [one, two] = storiesOf([item("Members review trade"), french]);

  expect(one?.keys[0]).toBe(two?.keys[0]);
});

test("no title is ever lost", () => {
  const titles = fc.array(fc.constantFrom("spam", "data flows", "budget", "fish", "cotton and spices"), {
    maxLength: 8,
  });
  const links = fc.constantFrom(LINK, wtoLink("jsec", "2026-06-23", 1), undefined);
  fc.assert(
    fc.property(titles, links, (names, url) => {
      const items = names.map((title) => item(title, { url }));

      const kept = storiesOf(items).map((story) => story.item.title);

      expect(new Set(kept)).toEqual(new Set(names));
      expect(kept).toHaveLength(new Set(names).size);
    }),
  );
});
