import type { Meeting, Participants, Target } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import { isPast } from "../background.ts";
import type { Mentions } from "../mentions.ts";
import { wordsIn, type Sentence } from "../sentences.ts";
import { wordsOf, type Word } from "../words.ts";
import { cuesIn, type Cue } from "./cues.ts";
import { countWords, shorten } from "./shorten.ts";
import type { Weight } from "./weights.ts";

/** What is known of an item before its brief is made. */
export interface Known {
  readonly meetings: readonly Meeting[];
  readonly participants: Participants | undefined;
  readonly targets: readonly Target[];
  readonly mentions: Mentions;
  readonly background: ReadonlySet<Sentence>;
}

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

/** Every sentence of lead and article that could be a point, as it stands and as it may be shortened. */
export function candidatesOf(item: Item, sentences: readonly Sentence[], known: Known): readonly Candidate[] {
  const facts = factsBySentence(known);
  const subjects = subjectsBySentence(known.mentions);
  const ours = ourSentences(known.mentions);
  const candidates: Candidate[] = [];
  const paragraphs = new Set<number>();
  for (const sentence of withoutDoubles(sentences)) {
    const depth = paragraphs.add(sentence.paragraph).size - 1;
    if (sentence.part === "title" || sentence.heading || isNoPoint(sentence.text)) continue;
    const named = subjects.get(sentence) ?? [];
    const short = shorten(sentence.text, (part) => carries(part, named));
    for (const text of new Set([sentence.text, short])) {
      const length = countWords(text);
      if (length < SHORTEST || length > LONGEST) continue;
      const words = text === sentence.text ? wordsIn(sentence) : wordsOf(text);
      const tells = new Map([...tellsOf(text, words), ...(facts.get(sentence.text) ?? [])]);
      for (const { list } of named) tells.set(list, "topic");
      const cues = cuesIn(words);
      const traits = traitsOf(item, sentence, cues, known.background, tells.has("participants"));
      if (ours.has(sentence)) traits.push("subject");
      candidates.push({ sentence, text, length, depth, traits, tells, rank: rankOf(sentence, traits, tells) });
    }
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

function traitsOf(
  item: Item,
  sentence: Sentence,
  cues: ReadonlyMap<Cue, number>,
  background: ReadonlySet<Sentence>,
  isCount: boolean,
): Weight[] {
  const traits: Weight[] = [];
  if (sentence.index === 1) traits.push("opening");
  else if (sentence.part === "description") traits.push("lead");
  if (sentence.bullet) traits.push("bullet");
  const isBackground = background.has(sentence) && !isCount;
  const isOver = isPast(sentence, item.published);
  for (const [cue, at] of cues) {
    // What was launched or decided years ago is no news.
    if ((isBackground || isOver) && (cue === "decision" || cue === "done")) continue;
    if (cue !== "reference" || at === 0) traits.push(cue);
  }
  if (!traits.includes("reference") && !isCount && OF_THEM.test(sentence.text)) traits.push("reference");
  if (/[“«"]/u.test(sentence.text)) traits.push("quotation");
  if (isBackground) traits.push("background");
  if (isOver) traits.push("past");
  return traits;
}

/** The lead first, in its own order, then what happened and what comes; what is told for completeness last. */
function rankOf({ part }: Sentence, traits: readonly Weight[], tells: ReadonlyMap<string, Weight>): number {
  if (part === "description") return 0;
  if (traits.includes("background") || tells.has("participants")) return 2;
  return traits.includes("next") ? 1 : 0;
}

const FIGURE =
  /(?:USD|EUR|CHF|\$|€) ?\d[\d.,]*|\d[\d.,]* ?(?:per cent|%|trillion|billion|million|milli(?:ons|ards)|por ciento|pour cent)/gu;
const SYMBOL = /(?<![\p{L}/])(?:WT|INF|JOB|TN|G|S|IP)\/[A-Z0-9]+\/[\p{L}\d/.]*[\p{L}\d]/gu;
const CONTENT_LENGTH = 4;
/** "3. Accessions." opens a paragraph and says nothing alone. */
const NUMBERED = /^\d{1,2}\. (?:[^.]|\.(?! |$)){1,110}\.?$/u;
/** "Dates are known for two of them": of whom, the sentence before says. */
const OF_THEM = / (?:of them|d’entre eux|d’entre elles|de ellos|de ellas)(?=[.,:;])/u;

function tellsOf(text: string, words: readonly Word[]): ReadonlyMap<string, Weight> {
  const tells = new Map<string, Weight>();
  for (const { folded } of words) {
    if (folded.length >= CONTENT_LENGTH || /\d/u.test(folded)) tells.set(stemOf(folded), "news");
  }
  if (/\d/u.test(text)) for (const [figure] of text.matchAll(FIGURE)) tells.set(`figure ${figure}`, "figure");
  if (text.includes("/")) for (const [symbol] of text.matchAll(SYMBOL)) tells.set(symbol, "document");
  return tells;
}

/** Words with the same beginning say the same. */
export function stemOf(word: string): string {
  return word.slice(0, 6);
}

interface Named {
  readonly list: string;
  readonly words: string;
}

/** Whether a part of a sentence tells something: a number, a subject, what comes next, what is aimed at. */
function carries(part: string, named: readonly Named[]): boolean {
  if (/\d/u.test(part) || named.some(({ words }) => part.includes(words))) return true;
  const cues = cuesIn(wordsOf(part));
  return cues.has("next") || cues.has("aim");
}

/** Where the title names another subject: the sentences about ours. */
function ourSentences(mentions: Mentions): ReadonlySet<Sentence> {
  const ours = OURS.flatMap((list) => mentions.get(list) ?? []).map(({ sentence }) => sentence);
  return new Set(ours.some(({ part }) => part === "title") ? [] : ours);
}

function subjectsBySentence(mentions: Mentions): ReadonlyMap<Sentence, readonly Named[]> {
  const subjects = new Map<Sentence, Named[]>();
  for (const [list, found] of mentions) {
    if (!list.startsWith("topic ")) continue;
    for (const { sentence, words } of found) {
      const named = subjects.get(sentence) ?? [];
      subjects.set(sentence, named);
      named.push({ list, words });
    }
  }
  return subjects;
}

/** Facts by the sentence that states them. */
function factsBySentence(known: Known): ReadonlyMap<string, ReadonlyMap<string, Weight>> {
  const facts = new Map<string, Map<string, Weight>>();
  const tell = (quote: string, what: string, weight: Weight): void => {
    const tells = facts.get(quote) ?? new Map<string, Weight>();
    facts.set(quote, tells);
    tells.set(what, weight);
  };
  const targets = new Set(known.targets.map(({ by }) => by));
  for (const { quote, start, end, status, kind } of known.meetings) {
    // Told as what is aimed at.
    if (kind === "ministerial" && targets.has(start)) continue;
    tell(quote, `meeting ${start}/${end}`, "meeting");
    if (status === "held" || status === "postponed") tell(quote, "a meeting held", "held");
    else tell(quote, "a meeting to come", "upcoming");
  }
  if (known.participants !== undefined) tell(known.participants.quote, "participants", "participants");
  for (const { quote, by } of known.targets) tell(quote, `target ${by}`, "target");
  return facts;
}
