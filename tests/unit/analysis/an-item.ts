import { loadRules } from "../../../src/config/topics.ts";
import type { Item } from "../../../src/model/item.ts";

/** The rules that the bot comes with. */
export const rules = await loadRules("config/topics.yaml");

/** An item with what a test cares about. */
export function anItem(given: Partial<Item>): Item {
  return {
    url: undefined,
    guid: undefined,
    title: "Members meet",
    published: "2024-05-06",
    language: "en",
    description: "",
    text: undefined,
    ...given,
  };
}
