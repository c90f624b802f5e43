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
  const reasons = [
    byLink(item, rules),
    byTitle(mentions),
    byWork(mentions),
    byDecision(mentions),
    byNeighbour(mentions),
    byTheme(mentions),
  ].filter((reason) => reason !== undefined);
  return { relevant: reasons.length > 0, reasons: reasons.length > 0 ? reasons : [against(mentions)] };
}

function byLink(item: Item, rules: Rules): Reason | undefined {
  const stem = linkStemOf(item.url);
  if (stem === undefined || !rules.relevance.links.includes(stem)) return undefined;
  return { rule: "the link has a stem that decides", words: `${stem}_` };
}

function byTitle(mentions: Mentions): Reason | undefined {
  const named = of(mentions, "subject").find(({ sentence }) => sentence.part === "title");
  return named && { rule: "the title names the subject", words: named.words };
}

function byWork(mentions: Mentions): Reason | undefined {
  const lists = listsOf(mentions);
  const named = of(mentions, "work").find(({ sentence }) => opensTheItem(sentence) && !lists.has(sentence));
  return named && { rule: "title or lead are about work on the subject", words: named.words };
}

function byDecision(mentions: Mentions): Reason | undefined {
  const decisions = new Map(of(mentions, "decision").map(({ sentence, words }) => [sentence, words]));
  const named = of(mentions, "work").find(({ sentence }) => sentence.part !== "text" && decisions.has(sentence));
  if (named === undefined) return undefined;
  const words = `${decisions.get(named.sentence) ?? ""} … ${named.words}`;
  return { rule: "the lead reports a decision on the subject", words };
}

function byNeighbour(mentions: Mentions): Reason | undefined {
  const title = of(mentions, "near").find(({ sentence }) => sentence.part === "title");
  const lead = of(mentions, "subject").find(({ sentence }) => sentence.part === "description");
  if (title === undefined || lead === undefined) return undefined;
  return { rule: "the title comes near the subject and the lead names it", words: `${title.words} … ${lead.words}` };
}

function byTheme(mentions: Mentions): Reason | undefined {
  const subject = of(mentions, "subject");
  const lists = listsOf(mentions);
  const first = subject.find(({ sentence }) => opensTheItem(sentence) && !lists.has(sentence));
  if (first === undefined || subject.length < THEME) return undefined;
  return { rule: `the lead opens with the subject and it is named ${subject.length} times`, words: first.words };
}

function of(mentions: Mentions, list: RelevanceList): readonly Mention[] {
  return mentions.get(list) ?? [];
}

function opensTheItem({ part, index }: Sentence): boolean {
  return part === "title" || index === 1;
}

/** The sentences that list several matters. */
function listsOf(mentions: Mentions): ReadonlySet<Sentence> {
  const others = Map.groupBy(of(mentions, "others"), ({ sentence }) => sentence);
  return new Set([...others].filter(([, named]) => named.length >= MANY_OTHERS).map(([sentence]) => sentence));
}

/** Why an item is left out: what came nearest. */
function against(mentions: Mentions): Reason {
  const named = of(mentions, "work")[0] ?? of(mentions, "subject")[0];
  if (named === undefined) return { rule: "nothing names the subject", words: "" };
  const where = named.sentence.part === "text" ? "the article" : "the lead";
  return { rule: `${where} names the subject only in passing`, words: named.words };
}
