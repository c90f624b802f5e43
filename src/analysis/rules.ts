import type { Language } from "../model/language.ts";
import type { Topic } from "../model/topic.ts";
import { phraseTreeOf, type PhraseTree } from "./phrase-tree.ts";

/** Phrases in each language; how they are written stands in `phrase-tree.ts`. */
export type Phrases = Readonly<Record<Language, readonly string[]>>;

/** The words that carry something, and the phrases inside which they don't. */
export interface WordList {
  readonly words: Phrases;
  readonly not: Phrases;
}

export interface TopicRule extends Topic, WordList {
  /** The topic also holds where the address has one of these stems. */
  readonly links: readonly string[];
  /** Whether what is told of years gone by or said in a quotation counts for the topic as well. */
  readonly asides: boolean;
}

export interface RelevanceRule {
  /** Link stems that decide alone. */
  readonly links: readonly string[];
  /** Names of the subject: they decide in a title. */
  readonly subject: WordList;
  /** Names of the WTO's work on it: they decide in the lead. */
  readonly work: WordList;
  /** Words for a decision: with them, work on the subject counts also where it is one of several matters. */
  readonly decision: WordList;
  /** Words that come near the subject: in a title, they decide together with the subject in the lead. */
  readonly near: WordList;
  /** Names of other subjects: where the lead lists several, the subject is not e-commerce. */
  readonly others: WordList;
}

/** What a lawyer writes in `config/topics.yaml`. */
export interface RuleSource {
  readonly relevance: RelevanceRule;
  readonly topics: readonly TopicRule[];
}

export const RELEVANCE_LISTS = ["subject", "work", "decision", "near", "others"] as const;
export type RelevanceList = (typeof RELEVANCE_LISTS)[number];

/** Which list a phrase belongs to, and whether it takes away instead of giving. */
export interface Mark {
  readonly list: `topic ${string}` | RelevanceList;
  readonly cancels: boolean;
}

/** Rules ready for use: every phrase of a language in one tree. */
export interface Rules extends RuleSource {
  readonly trees: Readonly<Record<Language, PhraseTree<Mark>>>;
}

/** Compiles rules once, for any number of items. */
export function rulesOf(source: RuleSource): Rules {
  return { ...source, trees: { en: treeOf(source, "en"), fr: treeOf(source, "fr"), es: treeOf(source, "es") } };
}

function treeOf(source: RuleSource, language: Language): PhraseTree<Mark> {
  const lists: [Mark["list"], WordList][] = [
    ...RELEVANCE_LISTS.map((list): [Mark["list"], WordList] => [list, source.relevance[list]]),
    ...source.topics.map((topic): [Mark["list"], WordList] => [`topic ${topic.id}`, topic]),
  ];
  return phraseTreeOf(lists.flatMap(([list, rule]) => phrasesOf(list, rule, language)));
}

function phrasesOf(list: Mark["list"], rule: WordList, language: Language): readonly (readonly [string, Mark])[] {
  const gives: Mark = { list, cancels: false };
  const cancels: Mark = { list, cancels: true };
  return [
    ...rule.words[language].map((phrase) => [phrase, gives] as const),
    ...rule.not[language].map((phrase) => [phrase, cancels] as const),
  ];
}
