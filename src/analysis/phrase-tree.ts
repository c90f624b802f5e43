import { fold, type Word } from "./words.ts";

/** Phrases compiled into one tree, so that a text is read once however many phrases there are. */
export interface PhraseTree<V> {
  readonly root: Node<V>;
}

/** A phrase found: its first word, the word behind its last, and what the phrase stands for. */
export interface Found<V> {
  readonly from: number;
  readonly to: number;
  readonly value: V;
}

interface Node<V> {
  readonly values: V[];
  /** By whole word. */
  readonly words: Map<string, Node<V>>;
  /** By the beginning of a word, and the lengths that occur by first letter. */
  readonly beginnings: Map<string, Node<V>>;
  readonly lengths: Map<number, number[]>;
  /** What may follow after up to `GAP_WORDS` words. */
  gap: Node<V> | undefined;
}

const GAP = "...";
const GAP_WORDS = 3;
const PART = /[\p{L}\p{N}\p{M}]+\*?|\.\.\.|…/gu;

/**
 * Compiles phrases. In a phrase, `*` ends a word anyhow ("negotiat*"), and `...` between words stands for up to three
 * words. Accents, capitals, hyphens and apostrophes don't matter.
 */
export function phraseTreeOf<V>(phrases: Iterable<readonly [phrase: string, value: V]>): PhraseTree<V> {
  const root = newNode<V>();
  for (const [phrase, value] of phrases) {
    let node = root;
    for (const part of partsOf(phrase)) node = childFor(node, part);
    if (node !== root) node.values.push(value);
  }
  return { root };
}

/** Whether a phrase says anything: it has a word, and no gap at either end. */
export function isPhrase(phrase: string): boolean {
  const parts = partsOf(phrase);
  return parts.length > 0 && parts.at(0) !== GAP && parts.at(-1) !== GAP;
}

/** Every place where a phrase stands, in order of their first words. Linear in the number of words. */
export function findPhrases<V>(tree: PhraseTree<V>, words: readonly Word[]): readonly Found<V>[] {
  const found: Found<V>[] = [];
  for (let from = 0; from < words.length; from++) walk(tree.root, words, from, from, found);
  return found;
}

function walk<V>(node: Node<V>, words: readonly Word[], from: number, at: number, found: Found<V>[]): void {
  for (const value of node.values) found.push({ from, to: at, value });
  const word = words[at]?.folded;
  if (word === undefined) return;
  const next = node.words.get(word);
  if (next !== undefined) walk(next, words, from, at + 1, found);
  for (const length of node.lengths.get(word.charCodeAt(0)) ?? NONE) {
    const begun = length <= word.length ? node.beginnings.get(word.slice(0, length)) : undefined;
    if (begun !== undefined) walk(begun, words, from, at + 1, found);
  }
  if (node.gap === undefined) return;
  for (let skipped = 0; skipped <= GAP_WORDS; skipped++) walk(node.gap, words, from, at + skipped, found);
}

const NONE: readonly number[] = [];

function partsOf(phrase: string): readonly string[] {
  return (phrase.match(PART) ?? []).map(fold);
}

function childFor<V>(node: Node<V>, part: string): Node<V> {
  if (part === GAP) return (node.gap ??= newNode<V>());
  if (!part.endsWith("*")) return childIn(node.words, part);
  const beginning = part.slice(0, -1);
  const initial = beginning.charCodeAt(0);
  const lengths = node.lengths.get(initial) ?? [];
  node.lengths.set(initial, lengths);
  if (!lengths.includes(beginning.length)) lengths.push(beginning.length);
  return childIn(node.beginnings, beginning);
}

function childIn<V>(children: Map<string, Node<V>>, key: string): Node<V> {
  const child = children.get(key) ?? newNode<V>();
  children.set(key, child);
  return child;
}

function newNode<V>(): Node<V> {
  return { values: [], words: new Map(), beginnings: new Map(), lengths: new Map(), gap: undefined };
}
