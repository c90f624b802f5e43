import type { Item } from "../../model/item.ts";
import type { Mentions } from "../mentions.ts";
import { wordsIn, type Sentence } from "../sentences.ts";
import { wordsOf } from "../words.ts";
import { cuesIn } from "./cues.ts";
import { countWords, shorten } from "./shorten.ts";
import { carries, factsBySentence, subjectsBySentence, tellsOf, type Known } from "./tells.ts";
import { rankOf, traitsOf } from "./traits.ts";
import type { Weight } from "./weights.ts";

/** A sentence that may become a point, whole or shortened. */
export interface Candidate {
  readonly sentence: Sentence;
  /** As it would be shown. */
  readonly text: string;
  /** In words. */
  readonly length: number;
  /** The number of paragraphs before its own, the title's included. */
  readonly depth: number;
  /** What it is, whatever else is chosen. */
  readonly traits: readonly Weight[];
  /** What it tells, each thing counted once in a brief. */
  readonly tells: ReadonlyMap<string, Weight>;
  /** What a reader wants first has the lowest. */
  readonly rank: number;
}

const OURS = ["subject", "work", "topic moratorium", "topic work-programme", "topic joint-initiative"] as const;
const SHORTEST = 5;
const LONGEST = 70;
/** What an item opens with is its news, however long. */
const LONGEST_OPENING = 85;

/** "3. Accessions." opens a paragraph and says nothing alone. */
const NUMBER = /^\d{1,2}\. /u;
const NUMBERED = /^\d{1,2}\. (?:[^.]|\.(?! |$)){1,110}\.?$/u;

/** Every sentence of lead and article that could be a point, shortened where that loses nothing. */
export function candidatesOf(item: Item, sentences: readonly Sentence[], known: Known): readonly Candidate[] {
  const facts = factsBySentence(known);
  const subjects = subjectsBySentence(known.mentions);
  const ours = ourSentences(sentences, known.mentions);
  const candidates: Candidate[] = [];
  const paragraphs = new Set<number>();
  for (const sentence of withoutDoubles(sentences)) {
    const depth = paragraphs.add(sentence.paragraph).size - 1;
    if (sentence.part === "title" || sentence.heading || isNoPoint(sentence.text)) continue;
    const named = subjects.get(sentence) ?? [];
    const short = shorten(sentence.text, (part) => carries(part, named));
    const heading = runInHeading(sentence, sentences);
    const opener = heading !== undefined && ours.has(heading) ? `${heading.text.replace(NUMBER, "")} ` : "";
    const text = `${opener}${short}`;
    const length = countWords(text);
    if (length < SHORTEST || length > (sentence.index === 1 ? LONGEST_OPENING : LONGEST)) continue;
    const words = text === sentence.text ? wordsIn(sentence) : wordsOf(text);
    const tells = new Map([...tellsOf(text, words), ...(facts.get(sentence.text) ?? [])]);
    for (const { list } of named) tells.set(list, "topic");
    const traits = traitsOf(item, sentence, cuesIn(words), known.background, tells);
    if (ours.has(sentence)) traits.push("subject");
    else if (ours.size > 0) traits.push("elsewhere");
    candidates.push({ sentence, text, length, depth, traits, tells, rank: rankOf(sentence, traits, tells) });
  }
  return candidates;
}

/** An article often repeats its lead: what was said already is left out. */
function withoutDoubles(sentences: readonly Sentence[]): readonly Sentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => seen.size < seen.add(text).size);
}

function isNoPoint(text: string): boolean {
  return text.length > LONGEST * 20 || NUMBERED.test(text) || text.endsWith(":") || text.endsWith("?");
}

/** Where the title names another subject: the sentences about ours, and those under a heading that names it. */
function ourSentences(sentences: readonly Sentence[], mentions: Mentions): ReadonlySet<Sentence> {
  const ours = new Set(OURS.flatMap((list) => mentions.get(list) ?? []).map(({ sentence }) => sentence));
  if ([...ours].some(({ part }) => part === "title")) return new Set();
  let under: Sentence | undefined;
  for (const sentence of sentences) {
    if (NUMBERED.test(sentence.text)) under = sentence;
    else if (under?.paragraph === sentence.paragraph && ours.has(under)) ours.add(sentence);
  }
  return ours;
}

/** The numbered heading that a sentence follows in its own paragraph. */
function runInHeading({ index, paragraph }: Sentence, sentences: readonly Sentence[]): Sentence | undefined {
  const before = sentences[index - 1];
  return before?.paragraph === paragraph && NUMBERED.test(before.text) ? before : undefined;
}
