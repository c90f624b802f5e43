import type { Item } from "../../model/item.ts";
import { documentsOf } from "../facts/documents.ts";
import { sentencesOf, wordsIn, type Sentence } from "../sentences.ts";
import { stemOf } from "./tells.ts";
import { strangeName, strangeQuotation } from "./gate-names.ts";
import { strangeDate, strangeNumber } from "./gate-numbers.ts";
import { MOST_POINTS } from "./points.ts";
import { MOST_WORDS } from "./select.ts";
import { countWords } from "./shorten.ts";

/** Of a point's longer words, so many stand in the source; the rest may be put otherwise. */
const SHARED = 0.75;
const LONGER_WORD = 4;
const FEWEST_WORDS = 4;

/** Sentences that tell a language model what to do; three languages together. */
const TO_A_MACHINE =
  /\b(?:previous|prior|above|earlier|following|these|your) instructions|\bignore (?:all|any) |\bdisregard (?:all|any|the|your|previous) |\bsystem prompt|\blanguage model|\bassistant:|instructions (?:précédentes|ci-dessus)|\bignorez (?:toutes|les|tout) |modèle de langage|instrucciones (?:anteriores|previas)|\bignor[ae] (?:las|todas|todo) |modelo de lenguaje/iu;
/** What a model says of itself and its task; people who are quoted may well say the same. */
const OF_A_MACHINE =
  /<\/?think|\bas an ai\b|\bthe user\b|\blet me\b|\bi (?:will|need|should|must|can|cannot|think)\b|\bi['’](?:ll|m|ve)\b/iu;
const QUOTED = /“[^”]*”?|«[^»]*»?|"[^"]*"?/gu;

const MARKUP = /[<>`*_#|{}[\]\\]|https?:|www\.|\S@\S|[\n\r\t]/iu;
const WHOLE = /[.!?…]["”»’')]*$/u;

/**
 * What a brief that others wrote is held against, and all that they are given: the sentences of an item, but for those
 * that speak to a machine.
 */
export function groundOf(item: Item): readonly Sentence[] {
  return sentencesOf(item).filter(({ text }) => !TO_A_MACHINE.test(text));
}

/**
 * Why points that were written by something else than these rules may not go out as the brief of an item; undefined
 * where they may. Each number, date, name, symbol and quotation must stand in the ground, and the length be kept. That
 * the sense is kept can't be found out by rules: what a point says of a name, say, is not checked.
 */
export function refusalOf(points: readonly string[], ground: readonly Sentence[]): string | undefined {
  if (points.length === 0 || points.length > MOST_POINTS) return `there are ${points.length} points`;
  const words = points.reduce((sum, point) => sum + countWords(point), 0);
  if (words > MOST_WORDS) return `it has ${words} words, more than ${MOST_WORDS}`;
  for (const point of points) {
    const refusal = refusalOfPoint(point, ground);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusalOfPoint(point: string, ground: readonly Sentence[]): string | undefined {
  if (MARKUP.test(point)) return "it holds markup or a link";
  if (TO_A_MACHINE.test(point) || OF_A_MACHINE.test(point.replace(QUOTED, ""))) return "it speaks of its own making";
  if (countWords(point) < FEWEST_WORDS || !WHOLE.test(point)) return "a point is no whole sentence";
  const said = sentencesOf(asItem(point));
  const strange = [
    ["the quotation", strangeQuotation(point, ground)],
    ["the symbol", strangeSymbol(said, ground)],
    ["the date", strangeDate(said, ground)],
    ["the number or month", strangeNumber(said, ground)],
    ["the name", strangeName(said, ground)],
  ].find(([, found]) => found !== undefined);
  if (strange !== undefined) return `${strange[0]} “${strange[1]}” does not stand so in the source`;
  return isForeign(said, ground) ? "it says what the source does not" : undefined;
}

function strangeSymbol(said: readonly Sentence[], ground: readonly Sentence[]): string | undefined {
  const known = new Set(documentsOf(ground));
  return documentsOf(said).find((symbol) => !known.has(symbol));
}

function isForeign(said: readonly Sentence[], ground: readonly Sentence[]): boolean {
  const known = new Set(stemsOf(ground));
  const own = stemsOf(said);
  return own.filter((stem) => known.has(stem)).length < SHARED * own.length;
}

function stemsOf(sentences: readonly Sentence[]): readonly string[] {
  return sentences
    .flatMap((sentence) => wordsIn(sentence))
    .filter(({ folded }) => folded.length >= LONGER_WORD)
    .map(({ folded }) => stemOf(folded));
}

function asItem(text: string): Item {
  const nothing = { url: undefined, guid: undefined, published: undefined, text: undefined };
  return { ...nothing, title: "", language: "en", description: text };
}
