import { Feed } from "feed";
import { markedPoints } from "../delivery/compose.ts";
import type { Language } from "../model/language.ts";
import type { Topic } from "../model/topic.ts";
import type { ItemRecord } from "./records.ts";

/**
 * The e-commerce items alone as RSS 2.0, each with its brief as the description and its topics as categories, so that
 * other tools can follow.
 */
export function newsFeed(items: readonly ItemRecord[], topics: readonly Topic[], language: Language): string {
  const feed = new Feed({
    id: "https://www.wto.org/",
    link: "https://www.wto.org/",
    title: "WTO news on e-commerce and digital trade",
    description: "Briefs quoted from the news of the World Trade Organization, by Tradepost",
    copyright: "",
    generator: "Tradepost",
    language,
    updated: new Date(Math.max(0, ...items.map((item) => item.changedAt))),
  });
  for (const { id, source, analysis, changedAt } of items) {
    const day = source.published === undefined ? undefined : new Date(`${source.published}T00:00:00Z`);
    feed.addItem({
      id: `tradepost:${id}`,
      guid: `tradepost:${id}`,
      title: source.title,
      link: source.url ?? "https://www.wto.org/",
      date: day ?? new Date(changedAt),
      description: markedPoints(analysis.brief, language)
        .map((point) => `<p>${escaped(point)}</p>`)
        .join(""),
      category: analysis.topics.map((topic) => {
        const known = topics.find((one) => one.id === topic);
        return { name: known?.labels[language] ?? topic, term: topic };
      }),
    });
  }
  return feed.rss2();
}

/** Readers of feeds take a description as HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
