import type { Meeting, Participants, Target } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import { isPast } from "../background.ts";
import { dateMentions } from "../facts/date-mentions.ts";
import type { Mentions } from "../mentions.ts";
import type { Sentence } from "../sentences.ts";
import { wordsOf } from "../words.ts";
import { cuesIn } from "./cues.ts";
import { shorten } from "./shorten.ts";
import type { Weights } from "./weights.ts";

/** What is known of an item before its brief is made. */
export interface Known {
  readonly meetings: readonly Meeting[];
  readonly participants: Participants | undefined;
  readonly targets: readonly Target[];
  readonly documents: readonly string[];
  readonly mentions: Mentions;
  readonly background: ReadonlySet<Sentence>;
}

/** A sentence that may become a point. */
export interface Candidate {
  readonly sentence: Sentence;
  /** As it would be shown: shortened at most. */
  readonly text: string;
  readonly length: number;
  /** What it is worth whatever else is chosen. */
  readonly worth: number;
  /** What it tells, each counted once in a brief, with its worth. */
  readonly tells: ReadonlyMap<string, number>;
  /** What a reader wants first has the lowest. */
  readonly rank: number;
}

const SHORTEST = 5;
const LONGEST = 70;
const CONTENT_LENGTH = 4;

/** Every sentence of lead and article that could be a point. */
export function candidatesOf(
  item: Item,
  sentences: readonly Sentence[],
  known: Known,
  weights: Weights,
): readonly Candidate[] {
  const told = tellsBySentence(known, weights);
  const candidates: Candidate[] = [];
  let isOpening = true;
  for (const sentence of sentences) {
    if (sentence.part === "title" || sentence.heading) continue;
    const text = shorten(sentence.text, item.language);
    const length = text.split(" ").length;
    if (length >= SHORTEST && length <= LONGEST) {
      const tells = new Map(told.get(sentence.text));
      candidates.push(candidateOf(item, sentence, text, length, tells, isOpening, known, weights));
    }
    isOpening = false;
  }
  return candidates;
}

function candidateOf(
  item: Item,
  sentence: Sentence,
  text: string,
  length: number,
  tells: Map<string, number>,
  isOpening: boolean,
  known: Known,
  weights: Weights,
): Candidate {
  const words = wordsOf(text);
  const cues = cuesIn(words);
  for (const { at, until } of dateMentions(text)) {
    const date = text.slice(at, until);
    if (!tells.has("meeting")) tells.set(`date ${date}`, weights.date);
  }
  for (const word of words) {
    if (word.folded.length >= CONTENT_LENGTH || /\d/u.test(word.folded))
      tells.set(`word ${stemOf(word.folded)}`, weights.news);
  }
  for (const figure of text.match(FIGURE) ?? []) tells.set(`figure ${figure}`, weights.figure);
  let worth = weights.word * length;
  if (isOpening) worth += weights.opening;
  else if (sentence.part === "description") worth += weights.lead;
  if (sentence.bullet) worth += weights.bullet;
  if (cues.has("decision")) worth += weights.decision;
  if (cues.has("next")) worth += weights.next;
  if (cues.has("aim")) worth += weights.aim;
  if (cues.has("ceremony")) worth += weights.ceremony;
  if ((cues.get("reference") ?? 1) === 0) worth += weights.reference;
  if (cues.has("opinion")) worth += weights.opinion;
  if (/[“«"]/u.test(text)) worth += weights.quotation;
  const isBackground = known.background.has(sentence);
  if (isBackground && !tells.has("participants")) worth += weights.background;
  if (isPast(sentence, item.published)) worth += weights.past;
  const rank = isBackground || tells.has("participants") ? 2 : cues.has("next") ? 1 : 0;
  return { sentence, text, length, worth, tells, rank };
}

const FIGURE =
  /(?:USD|EUR|CHF|\$|€) ?\d[\d.,]*|\d[\d.,]* ?(?:per cent|%|trillion|billion|million|millions?|milliards?|por ciento|pour cent)/gu;

/** Facts by the sentence that states them. */
function tellsBySentence(known: Known, weights: Weights): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const told = new Map<string, Map<string, number>>();
  const tell = (quote: string, what: string, worth: number): void => {
    const tells = told.get(quote) ?? new Map<string, number>();
    told.set(quote, tells);
    tells.set(what, worth);
  };
  for (const meeting of known.meetings) {
    tell(
      meeting.quote,
      `meeting ${meeting.start}/${meeting.end}`,
      meeting.status === "held" ? weights.held : weights.upcoming,
    );
  }
  if (known.participants !== undefined) tell(known.participants.quote, "participants", weights.participants);
  for (const target of known.targets) tell(target.quote, `target ${target.by}`, weights.target);
  for (const [list, mentions] of known.mentions) {
    if (!list.startsWith("topic ")) continue;
    for (const { sentence } of mentions) tell(sentence.text, list, weights.topic);
  }
  return told;
}

export function stemOf(word: string): string {
  return word.slice(0, 6);
}
