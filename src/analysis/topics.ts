import type { Item } from "../model/item.ts";
import type { Reason } from "../model/analysis.ts";
import { isPast } from "./background.ts";
import { linkStemOf } from "./link-stem.ts";
import type { Mention, Mentions } from "./mentions.ts";
import type { Rules, TopicRule } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

/** A topic that an item is about, and why. */
export interface FoundTopic {
  readonly id: string;
  readonly reason: Reason;
}

/**
 * The topics on which an item says something, in the order of the rules. What stands under "Background" does not count;
 * what tells of the past alone, or is said in a quotation, counts where the topic's rule says so.
 */
export function topicsOf(
  item: Item,
  mentions: Mentions,
  background: ReadonlySet<Sentence>,
  rules: Rules,
): readonly FoundTopic[] {
  const stem = linkStemOf(item.url);
  return rules.topics.flatMap((topic) => {
    const words = wordsFor(topic, item, mentions, background) ?? stemFor(topic, stem);
    return words === undefined ? [] : [{ id: topic.id, reason: { rule: `topic ${topic.id}`, words } }];
  });
}

function wordsFor(
  topic: TopicRule,
  item: Item,
  mentions: Mentions,
  background: ReadonlySet<Sentence>,
): string | undefined {
  const counts = ({ sentence, at }: Mention): boolean =>
    !background.has(sentence) && (topic.asides || !(isPast(sentence, item.published) || isQuoted(sentence, at)));
  return mentions.get(`topic ${topic.id}`)?.find(counts)?.words;
}

const LONGEST_QUOTATION = 1000;

function isQuoted({ text }: Sentence, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_QUOTATION), at);
  return (
    Math.max(before.lastIndexOf("“"), before.lastIndexOf("«")) >
    Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"))
  );
}

function stemFor(topic: TopicRule, stem: string | undefined): string | undefined {
  return stem !== undefined && topic.links.includes(stem) ? `${stem}_ in the link` : undefined;
}
