import type { ItemPost, NotePost, Post } from "../model/post.ts";
import { cleanText, webAddress } from "./inert.ts";

/**
 * The same post without control characters, bidi marks and line breaks in any of its texts, and without links that are
 * not web addresses: what comes from a feed can't steer a terminal, nor lead a reader anywhere but to a page.
 */
export function cleanPost(post: Post): Post {
  switch (post.kind) {
    case "item":
      return cleanItem(post);
    case "digest":
      return { ...post, title: cleanText(post.title), entries: post.entries.map(cleanItem) };
    case "note":
      return {
        ...post,
        title: cleanText(post.title),
        paragraphs: post.paragraphs.map(cleanText),
        link: cleanLink(post.link),
        items: post.items.map(cleanItem),
      };
  }
}

function cleanItem(post: ItemPost): ItemPost {
  return {
    ...post,
    headline: cleanText(post.headline),
    url: webAddress(post.url),
    published: post.published && { day: post.published.day, text: cleanText(post.published.text) },
    points: post.points.map(cleanText),
    facts: post.facts.map((fact) => ({ label: cleanText(fact.label), value: cleanText(fact.value) })),
    topics: post.topics.map((tag) => ({ id: tag.id, label: cleanText(tag.label), emoji: cleanText(tag.emoji) })),
    source: cleanText(post.source),
    updates: post.updates.map((update) => ({ text: cleanText(update.text) })),
  };
}

function cleanLink(link: NotePost["link"]): NotePost["link"] {
  const url = webAddress(link?.url);
  return link === undefined || url === undefined ? undefined : { text: cleanText(link.text), url };
}
