import type { ItemPost, NotePost, NoveltyLine, Post, Update } from "../model/post.ts";
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
      return {
        ...post,
        title: cleanText(post.title),
        entries: post.entries.map(cleanItem),
        ...(post.next && { next: { title: cleanText(post.next.title), lines: post.next.lines.map(cleanText) } }),
        ...(post.sections && {
          sections: post.sections.map(({ title, from }) => ({ title: cleanText(title), from })),
        }),
      };
    case "note":
      return {
        ...post,
        title: cleanText(post.title),
        paragraphs: post.paragraphs.map(cleanText),
        link: cleanLink(post.link),
        items: post.items.map(cleanItem),
        ...(post.buttons && { buttons: post.buttons.map(({ id, label }) => ({ id, label: cleanText(label) })) }),
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
    ...(post.novelties && { novelties: post.novelties.map(cleanNovelty) }),
    topics: post.topics.map((tag) => ({ id: tag.id, label: cleanText(tag.label), emoji: cleanText(tag.emoji) })),
    source: cleanText(post.source),
    updates: post.updates.map(cleanUpdate),
    ...(post.retracted && { retracted: cleanUpdate(post.retracted) }),
  };
}

function cleanNovelty({ text, sources }: NoveltyLine): NoveltyLine {
  const links = sources.map((source) => ({ text: cleanText(source.text), url: webAddress(source.url) }));
  return { text: cleanText(text), sources: links };
}

function cleanUpdate({ text, moment }: Update): Update {
  return { text: cleanText(text), ...(moment && { moment: { at: moment.at, shown: cleanText(moment.shown) } }) };
}

function cleanLink(link: NotePost["link"]): NotePost["link"] {
  const url = webAddress(link?.url);
  return link === undefined || url === undefined ? undefined : { text: cleanText(link.text), url };
}
