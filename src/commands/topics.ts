import { tagsOf } from "../delivery/compose.ts";
import type { Entry } from "../model/answer.ts";
import { countTopics } from "../store/topics.ts";
import { plain } from "./answers.ts";
import type { Command } from "./command.ts";
import { factLine } from "./item-entry.ts";
import { recordWordsOf } from "./record-words.ts";
import { wordsOf } from "./words.ts";

/** The topics with the number of items, and which channels get them. */
export const TOPICS: Command = {
  name: "topics",
  audience: "everyone",
  summary: {
    en: "the topics, how many items each has, and which channels get them",
    fr: "les thèmes, le nombre d’articles de chacun, et les canaux qui les reçoivent",
    es: "los temas, cuántas noticias tiene cada uno y qué canales los reciben",
  },
  options: [],
  examples: ["topics"],
  async run(_, tools) {
    const { language, topics, channels } = tools;
    const words = recordWordsOf(language);
    const counts = await countTopics(tools.db);
    const ids = new Set([...topics.map((topic) => topic.id), ...counts.keys()]);
    const entries = tagsOf([...ids], topics, language).map(({ id, label, emoji }): Entry => {
      const getting = channels.filter((one) => one.topics?.includes(id) ?? true).map((one) => one.id);
      const items = counts.get(id) ?? 0;
      return {
        headline: plain(`${emoji} ${label} (${id})`.trim()),
        url: undefined,
        day: undefined,
        lines: [
          ...factLine(words.items, String(items)),
          ...factLine(words.channels, getting.join(", ") || words.noChannel),
        ],
        data: { id, label, items, channels: getting },
      };
    });
    return { language, title: wordsOf(language).topics, entries, page: undefined, notes: [] };
  },
};
