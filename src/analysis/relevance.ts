import type { Reason } from "../model/analysis.ts";
import type { Item } from "../model/item.ts";
import { linkStemOf } from "./link-stem.ts";
import type { Mention, Mentions } from "./mentions.ts";
import type { RelevanceList, Rules } from "./rules.ts";
import type { Sentence } from "./sentences.ts";

/** Whether WTO work on e-commerce is what an item is about, and the rules that say so or don't. */
export interface Relevance {
  readonly relevant: boolean;
  readonly reasons: readonly Reason[];
}

/** From this many other subjects in one sentence of the lead on, it lists what was discussed. */
const MANY_OTHERS = 2;
/** So many mentions in lead and article make the subject the theme of an item whose lead names it first. */
const THEME = 3;

/** Judges an item by its link, title and lead; the article only confirms what the lead says. Any one rule suffices. */
export function relevanceOf(item: Item, mentions: Mentions, rules: Rules): Relevance {
  const of = (list: RelevanceList): readonly Mention[] => mentions.get(list) ?? [];
  const reasons = [
    byLink(item, rules),
    byTitle(of("subject")),
    byWork(of("work"), of("others")),
    byDecision(of("work"), of("decision")),
    byNeighbour(of("near"), of("subject")),
    byTheme(of("subject"), of("others")),
  ].filter((reason) => reason !== undefined);
  return { relevant: reasons.length > 0, reasons: reasons.length > 0 ? reasons : [against(mentions)] };
}

function byLink(item: Item, rules: Rules): Reason | undefined {
  const stem = linkStemOf(item.url);
  if (stem === undefined || !rules.relevance.links.includes(stem)) return undefined;
  return { rule: "the link has a stem that decides", words: `${stem}_` };
}

function byTitle(subject: readonly Mention[]): Reason | undefined {
  const named = subject.find(({ sentence }) => sentence.part === "title");
  return named && { rule: "the title names the subject", words: named.words };
}

function byWork(work: readonly Mention[], others: readonly Mention[]): Reason | undefined {
  const named = work.find(({ sentence }) => opensTheItem(sentence) && !isList(sentence, others));
  return named && { rule: "title or lead are about work on the subject", words: named.words };
}

function byDecision(work: readonly Mention[], decisions: readonly Mention[]): Reason | undefined {
  for (const named of work.filter(({ sentence }) => sentence.part !== "text")) {
    const decided = decisions.find(({ sentence }) => sentence === named.sentence);
    if (decided !== undefined)
      return { rule: "the lead reports a decision on the subject", words: `${decided.words} … ${named.words}` };
  }
  return undefined;
}

function byNeighbour(near: readonly Mention[], subject: readonly Mention[]): Reason | undefined {
  const title = near.find(({ sentence }) => sentence.part === "title");
  const lead = subject.find(({ sentence }) => sentence.part === "description");
  if (title === undefined || lead === undefined) return undefined;
  return { rule: "the title comes near the subject and the lead names it", words: `${title.words} … ${lead.words}` };
}

function byTheme(subject: readonly Mention[], others: readonly Mention[]): Reason | undefined {
  const first = subject.find(({ sentence }) => opensTheItem(sentence) && !isList(sentence, others));
  if (first === undefined || subject.length < THEME) return undefined;
  return { rule: `the lead opens with the subject and it is named ${subject.length} times`, words: first.words };
}

function opensTheItem({ part, index }: Sentence): boolean {
  return part === "title" || (part === "description" && index === 1);
}

function isList(sentence: Sentence, others: readonly Mention[]): boolean {
  return others.filter((other) => other.sentence === sentence).length >= MANY_OTHERS;
}

/** Why an item is left out: what came nearest. */
function against(mentions: Mentions): Reason {
  const named = mentions.get("work")?.[0] ?? mentions.get("subject")?.[0];
  if (named === undefined) return { rule: "nothing names the subject", words: "" };
  const where = named.sentence.part === "text" ? "the article" : "the lead";
  return { rule: `${where} names the subject only in passing`, words: named.words };
}
