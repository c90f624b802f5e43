import { countItems, newestRelevant } from "../store/items.ts";
import { countOfTopic } from "../store/topics.ts";
import { offsetOf, pagedAnswer } from "./answers.ts";
import type { Command } from "./command.ts";
import { briefEntry } from "./item-entry.ts";
import { TOPIC } from "./options.ts";
import { countOf, topicOf } from "./values.ts";
import { wordsOf } from "./words.ts";

const COUNT = { usual: 5, most: 25 } as const;

/** The newest briefs. */
export const LATEST: Command = {
  name: "latest",
  audience: "everyone",
  summary: { en: "the newest briefs", fr: "les derniers résumés", es: "los últimos resúmenes" },
  options: [
    TOPIC,
    {
      name: "n",
      kind: "count",
      summary: { en: "how many at a time", fr: "combien à la fois", es: "cuántos a la vez" },
      required: false,
    },
  ],
  examples: ["latest", "latest 10", "latest moratorium"],
  async run(request, tools) {
    const topic = topicOf(request, tools);
    const size = countOf("n", request, tools, COUNT);
    const words = wordsOf(tools.language);
    const filter = { limit: size, offset: offsetOf(request, size), ...(topic && { topics: [topic.id] }) };
    const items = await newestRelevant(tools.db, filter);
    const total = topic === undefined ? (await countItems(tools.db)).relevant : await countOfTopic(tools.db, topic.id);
    const title = topic === undefined ? words.latest : words.about(words.latest, topic.labels[tools.language]);
    return pagedAnswer({ title, entries: items.map((item) => briefEntry(item, tools)), total }, request, size, tools);
  },
};
