import type { Participants } from "../../model/analysis.ts";
import type { Item } from "../../model/item.ts";
import { NUMBER_WORDS, ORDINAL_WORDS } from "../language-words/numbers.ts";
import {
  ANOTHER_COUNT,
  BETWEEN_NUMBER_AND_COUNTED,
  COUNTED,
  DOING,
  FORMER_COUNT,
  INEXACT,
  OTHER_GROUPS,
  PRESENTLY,
  SETTING_OUT,
  TAKING_PART,
  TOTALS,
} from "../language-words/participant-words.ts";
import type { Sentence } from "../sentences.ts";
import { referenceOf, type Reference } from "./calendar.ts";
import { processIn, processOf } from "./process.ts";
import { plainOf, readable } from "./plain-text.ts";
import { has, phrases, placesOf } from "./word-tables.ts";

// The initiative began with 71 members (WT/MIN(17)/60), and the WTO has had more than 150 since 2007: a number outside
// these bounds counts something else.
const FEWEST = 60;
const MOST = 150;
/** The title has 0. That members set out is news in the first sentence, and history further on. */
const OPENING = 1;

const NUMBER = phrases([
  "\\d{2,3}(?:th|st|nd|rd|e|ème|\\.?º|\\.?ª)?(?![.,/]\\d|%| per cent)",
  ...ORDINAL_WORDS.keys(),
  ...[...NUMBER_WORDS.keys()].filter(isPossible).sort((a, b) => b.length - a.length),
]);
const FOLLOWED = new RegExp(
  `^(?: (?:${BETWEEN_NUMBER_AND_COUNTED.join("|")}|\\d{3})(?![\\p{L}'])){0,5} (?:${COUNTED.join("|")})(?!\\p{L})`,
  "iu",
);
const PRECEDED = new RegExp(`(?:${TOTALS.join("|")}) (?:(?:from )?\\d{2,3} (?:to|à|a) )?$`, "iu");
const ROUGHLY = new RegExp(`(?<!\\p{L})(?:${INEXACT.join("|")}) $`, "iu");
/** "Eighty-two of the participants": a part of them. */
const PART_OF_THEM =
  /^ (?:of|des|de) (?:the |its |these |those |all |les |los |las )?(?:\p{L}{3,14} )?(?:participa|negotiating members)/iu;
const FROM_TO = /^ (?:to|à|a) (?:\d|\p{L}{3,12}ty)/iu;
const DOES = new RegExp(`^ (?:${DOING.join("|")})(?!\\p{L})`, "iu");
const ENDS_HERE =
  /^(?:[.,;:)]| (?:strong|in|out of|of the|among|now|today|members|sur|de los|des|désormais|ahora|with|after|following|since|and|as|when|thanks|avec|depuis|après|grâce|con|tras|desde|y|et)(?!\p{L})|$)/iu;
const PART = phrases(TAKING_PART);
const SETS_OUT = phrases(SETTING_OUT);
const NOW = phrases(PRESENTLY);
const OTHERS = phrases(OTHER_GROUPS);
const FORMER = phrases(FORMER_COUNT);
const ANOTHER = phrases(ANOTHER_COUNT);

function isPossible(word: string): boolean {
  const count = NUMBER_WORDS.get(word) ?? 0;
  return count >= FEWEST && count <= MOST;
}

/** Some word of negotiations: numbers of those who take part are then theirs. */
const NEGOTIATED = /negotiat|négoci|negoci|joint (?:statement )?initiative|initiative conjointe|iniciativa conjunta/iu;
/** What only the negotiations have, where an item names no process. */
const OF_NEGOTIATIONS =
  /co-?conven|co-?organi[sz]a|plenar|plénière|stocktaking|small groups?|grupos? reducido|groupes? restreint|petits groupes/iu;
/** "The eighty-eighth member to take part": the newest one's place is the number of all. */
const AS_THE_NEWEST =
  /^ (?:wto )?(?:members?|participants?|membres?|miembros?|economy|economía|économie)(?: (?:of the wto|de l'omc|de la omc))? ?(?:,|\.|$|(?:to|that|who|in|of|à|qui|en|que|de) ?(?:have |has |a |ha |haya )?(?:join|take part|participat|participer|prendre part|rejoindre|particip|sum|incorpor|unir|adher|negotiat|négoci|negoci|the e-?commerce|the (?:joint )?(?:initiative|negotiations|talks)|l'initiative|la iniciativa|las negociaciones|los? ))/iu;
const ORDINAL =
  /(?:th|st|nd|rd|ieth|\de|\dème|ième|º|ª|(?:ésim|primer|segund|tercer|cuart|quint|sext|séptim|octav|noven)[oa])$/iu;
/** "There are 87 of them", "son ya 88", "ils sont 89 à négocier", "porte à 90 le nombre". */
const COUNTED_BEFORE =
  /(?:there are|takes? to|(?:son|suman|hay|llegan a|ya son|suma) (?:ya |ahora |actualmente )?|(?:sont|seront|porte(?:nt|ra)?|portant|passe(?:nt)?) (?:désormais |maintenant |actuellement |à présent )?(?:à )?|eleva(?:n|rá)? a |lleva(?:n)? a )(?: at present| now| currently)? ?$/iu;
const OF_THEM =
  /^ (?:of them|à (?:négocier|participer|prendre part)|los (?:miembros|participantes)|le (?:nombre|total) (?:de|des)|el (?:número|total) de)(?!\p{L})/iu;

interface Candidate extends Participants {
  readonly weight: number;
}

/**
 * How many members take part in the joint initiative as the item goes out, with the sentence that says so. Undefined
 * where the item gives no present number, or two that are equally likely.
 */
export function participantsOf(item: Item, sentences: readonly Sentence[]): Participants | undefined {
  const reference = referenceOf(item);
  const isOurs = (): boolean => {
    const words = `${item.title} ${item.description} ${item.text ?? ""}`;
    const process = processOf(item);
    if (process === "joint-initiative" || NEGOTIATED.test(words)) return true;
    return process === "none" && OF_NEGOTIATIONS.test(words);
  };
  const found = readable(sentences).flatMap((sentence) => candidatesIn(sentence, isOurs, reference));
  let best: Candidate | undefined;
  for (const candidate of found) if (candidate.weight > (best?.weight ?? 0)) best = candidate;
  if (best === undefined) return undefined;
  const { count, quote, weight } = best;
  if (found.some((other) => other.count !== count && other.weight === weight)) return undefined;
  return { count, quote };
}

function candidatesIn(sentence: Sentence, isOurs: () => boolean, reference: Reference): readonly Candidate[] {
  const text = plainOf(sentence);
  const numbers = placesOf(text, NUMBER);
  if (numbers.length === 0 || has(text, OTHERS)) return [];
  if (!isOurs() && processIn(text) !== "joint-initiative" && !/initiative|iniciativa/iu.test(text)) return [];
  const candidates: Candidate[] = [];
  for (const { at, until } of numbers) {
    const written = text.slice(at, until).toLowerCase();
    const count = NUMBER_WORDS.get(written) ?? ORDINAL_WORDS.get(written) ?? Number.parseInt(written, 10);
    if (count < FEWEST || count > MOST) continue;
    const weight = weightOf(text, at, until, reference, sentence.index <= OPENING);
    if (weight > 0) candidates.push({ count, quote: sentence.text, weight });
  }
  return candidates;
}

/** Above 0 where the number counts those who take part; more where the sentence says that it is the present one. */
function weightOf(text: string, at: number, until: number, reference: Reference, opens: boolean): number {
  const before = text.slice(Math.max(0, at - 160), at);
  const behind = text.slice(until, until + 80);
  if (ORDINAL.test(text.slice(at, until))) return AS_THE_NEWEST.test(behind) || /^ participant/iu.test(behind) ? 3 : 0;
  const isOfThem = COUNTED_BEFORE.test(before) && OF_THEM.test(behind);
  const isTotal = isOfThem || (PRECEDED.test(before) && ENDS_HERE.test(behind));
  const isCounted = (FOLLOWED.test(behind) && (has(text, PART) || (opens && has(text, SETS_OUT)))) || DOES.test(behind);
  if ((!isCounted && !isTotal) || ROUGHLY.test(before) || FROM_TO.test(behind) || PART_OF_THEM.test(behind)) return 0;
  const clause = clauseAround(text, at, until);
  const isNow = has(clause, NOW);
  const isFormer = has(clause, FORMER) || namesEarlierYear(clause, reference);
  if (!isNow && !isOfThem && (isFormer || (has(clause, ANOTHER) && !/^ participants/iu.test(behind)))) return 0;
  return 1 + (isNow ? 2 : 0) + (has(clause, PART) ? 1 : 0);
}

function namesEarlierYear(clause: string, reference: Reference): boolean {
  const years = clause.match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
  return years.some((year) => Number(year) < (reference.year ?? 0));
}

/** From the mark of punctuation before a number to the next one behind it. */
function clauseAround(text: string, at: number, until: number): string {
  const before = text.slice(0, at);
  const start = Math.max(...[", ", "; ", ": ", "(", " — ", " – "].map((mark) => before.lastIndexOf(mark)));
  const stop = text.slice(until).search(/[,;:)—–]/u);
  return text.slice(start + 1, stop < 0 ? text.length : until + stop);
}
