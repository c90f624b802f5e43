import type { Meeting, Participants, Target } from "../../model/analysis.ts";
import { MONTH_NAME } from "../language-words/months.ts";
import type { Mentions } from "../mentions.ts";
import type { Sentence } from "../sentences.ts";
import { wordsOf, type Word } from "../words.ts";
import { cuesIn } from "./cues.ts";
import type { Weight } from "./weights.ts";

/** What is known of an item before its brief is made. */
export interface Known {
  readonly meetings: readonly Meeting[];
  readonly participants: Participants | undefined;
  readonly targets: readonly Target[];
  readonly mentions: Mentions;
  readonly background: ReadonlySet<Sentence>;
}

const FIGURE =
  /(?:USD|EUR|CHF|\$|€) ?\d[\d.,]*|\d[\d.,]* ?(?:per cent|%|trillion|billion|million|milli(?:ons|ards)|por ciento|pour cent)/gu;
const SYMBOL = /(?<![\p{L}/])(?:WT|INF|JOB|TN|G|S|IP)\/[A-Z0-9]+\/[\p{L}\d/.]*[\p{L}\d]/gu;
const MONTH = new RegExp(`(?<!\\p{L})(?:${MONTH_NAME})(?!\\p{L})`, "u");
/** What had happened before. */
const BEFOREHAND = /^, \p{L}+ (?:had|avait|avaient|había|habían) /u;
const CONTENT_LENGTH = 4;

/** What a text tells by its words: each word of content, figures and symbols of documents. */
export function tellsOf(text: string, words: readonly Word[]): ReadonlyMap<string, Weight> {
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

/** A topic with the words of a sentence that name it. */
interface Named {
  readonly list: string;
  readonly words: string;
}

/** Whether a part of a sentence tells something: a number, a subject, what comes next, what is aimed at. */
export function carries(part: string, named: readonly Named[]): boolean {
  if (/\d/u.test(part) || named.some(({ words }) => part.includes(words))) return true;
  if (MONTH.test(part) && !BEFOREHAND.test(part)) return true;
  const cues = cuesIn(wordsOf(part));
  return cues.has("next") || cues.has("aim");
}

/** The topics that each sentence names. */
export function subjectsBySentence(mentions: Mentions): ReadonlyMap<Sentence, readonly Named[]> {
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
export function factsBySentence(known: Known): ReadonlyMap<string, ReadonlyMap<string, Weight>> {
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
