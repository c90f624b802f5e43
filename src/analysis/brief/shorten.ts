import { findPhrases, phraseTreeOf } from "../phrase-tree.ts";
import { wordsOf } from "../words.ts";

/** Openers that only lead over from the sentence before, or name the occasion. */
const OPENERS = phraseTreeOf(
  [
    "in addition, additionally, moreover, furthermore, besides, meanwhile, also, finally, lastly, in turn, similarly, likewise, overall, as well, for their part, for his part, for her part, on the same occasion, in this context, in this regard, to this end, in particular, over the ... days, over the course, during the, during their, throughout the, in the course of, in the ... discussion, in the ... debate, in his ... remarks, in her ... remarks, in their ... remarks, at the outset, at the meeting, at the session, at the same time, looking ahead",
    "en outre, de plus, par ailleurs, de surcroît, enfin, également, en particulier, parallèlement, dans l’intervalle, dans ce contexte, à cet égard, à cette fin, pour sa part, au cours de, au cours du, au cours des, pendant les, pendant la, lors de, lors du, durant, en ouverture, dans ses remarques, dans son allocution, dans le débat, de même, pour leur part",
    "además, asimismo, por otra parte, por otro lado, por último, finalmente, también, en particular, mientras tanto, entretanto, en este contexto, a este respecto, con este fin, por su parte, durante el, durante la, durante los, durante las, a lo largo de, en el curso de, en sus observaciones, en su intervención, en el debate, al mismo tiempo, al inicio, de igual modo",
  ].flatMap((list) => list.split(", ").map((phrase) => [phrase, true] as const)),
);
const LONGEST_OPENER = 12;

/** A clause behind a comma up to the end of the sentence that a reader can do without. */
const TRAILER =
  /[,;] (?:which|who|whose|whom|while|whereas|although|since|as|noting|adding|thanking|qui|dont|lequel|laquelle|tandis que|alors que|puisque|el cual|la cual|quien|quienes|cuyo|cuya|mientras que|puesto que|ya que|lo que|ce qui|aunque|bien que)(?= )[^,;:]*$/u;
/** A participle behind a comma that only sets the scene. */
const SCENE =
  /, (?:building on|following|based on|drawing on|in line with|in an effort|under the chairmanship of|chaired by|en s’appuyant sur|sur la base de|sous la présidence|basándose en|sobre la base de|bajo la presidencia|presidida por) [^,;:]*?(?=[.!?]*$|, (?:with|and|in|at|avec|et|con|y) )/u;
/** Who presided, where no comma parts it: the people of an item are told elsewhere. */
const PRESIDED =
  / (?:under the chairmanship of|under the presidency of|sous la présidence d[eu’']|bajo la presidencia de[l ]) ?[^,;:]*?(?=[.!?]*$)/u;
/** A clause between two commas about what stands before it: "Oman, which came in this month, is". */
const INSERTED =
  /(?<=\p{L}), (?:which|who|whose|whom|qui|dont|lequel|laquelle|quien|quienes|el cual|la cual|cuyo|cuya) [^,;:\p{Lu}]{8,90},(?= \p{Ll}+ )/u;
/** Behind these, and behind another comma, a clause ends with a comma: "With Oman, the group has", "Ann Lee, a facilitator, said". */
const LEADS_IN =
  /^(?:with|in|at|on|for|under|after|before|from|since|by|avec|à|au|aux|en|dans|pour|après|depuis|selon|con|tras|para|desde|según)(?!\p{L})/iu;
/** The names behind a colon at the end: "of the group: Chad, Fiji and Peru". */
const NAMES = /: \p{Lu}[\p{L}’' -]*(?:, \p{Lu}[\p{L}’' -]*){2,}(?=[.!?]*$)/u;
const SECOND_SENTENCE = /;[^;]*$/u;
const ASIDE = / (?:—|–) [^—–]{3,90} (?:—|–)(?= )/u;
/** What follows an opener: no number and no second aside. */
const STARTS_A_CLAUSE = /^\p{L}[^ ,]* [^ ,]+ [^ ,]+(?: |$)/u;
/** A short piece between commas, as in "shows, article by article, which": what follows belongs to the verb before. */
const SHORT_PIECE = /, [^ ,]+(?: [^ ,]+){0,2}$/u;
/** Two sides of one statement: neither is told without the other. */
const ONE_SIDE = /^(?:some|several|certains|certaines|algunos|algunas)\b/iu;
const LONGEST_STOP = 5;
const FEWEST_WORDS = 6;
/** So many words stay where the cut is inside, so that the sentence reads as one piece. */
const FEWEST_AROUND_A_CUT = 9;

/**
 * A sentence without what it can do without: an opener that leads over, a trailing clause, an aside between dashes. Whole
 * clauses only, and none that carries something. Sentences with a quotation lose their opener at most.
 *
 * @param carries whether a part of the sentence tells something that a brief should keep
 */
export function shorten(sentence: string, carries: (part: string) => boolean): string {
  if (!/[,;:—–]/u.test(sentence)) return sentence;
  const text = withoutOpener(sentence, carries);
  if (/["“”«»]/u.test(text) || ONE_SIDE.test(text)) return text;
  const spare = [ASIDE, SCENE, PRESIDED, NAMES].reduce(
    (rest, part) => without(rest, part, "", carries),
    withoutInserted(text, carries),
  );
  return withoutEnd(withoutEnd(spare, SECOND_SENTENCE, carries), TRAILER, carries);
}

function withoutOpener(text: string, carries: (part: string) => boolean): string {
  const comma = text.indexOf(", ");
  if (comma < 0 || comma > 120) return text;
  const opener = text.slice(0, comma);
  const words = wordsOf(opener);
  if (words.length > LONGEST_OPENER || !findPhrases(OPENERS, words).some((found) => found.from === 0)) return text;
  const rest = text.slice(comma + 2);
  if (carries(opener) || countWords(rest) < FEWEST_WORDS || !STARTS_A_CLAUSE.test(rest)) return text;
  return capitalised(rest);
}

function withoutInserted(text: string, carries: (part: string) => boolean): string {
  const isOpen = LEADS_IN.test(text) || text.slice(0, INSERTED.exec(text)?.index ?? 0).includes(", ");
  const rest = without(text, INSERTED, isOpen ? "," : "", carries);
  return countWords(rest) < FEWEST_AROUND_A_CUT ? text : rest;
}

function withoutEnd(text: string, end: RegExp, carries: (part: string) => boolean): string {
  const stop = /[.!?…]+$/u.exec(text.slice(-LONGEST_STOP))?.[0] ?? "";
  return without(text, end, stop, carries);
}

function without(text: string, part: RegExp, instead: string, carries: (part: string) => boolean): string {
  const found = part.exec(text);
  if (found === null || carries(found[0]) || SHORT_PIECE.test(text.slice(Math.max(0, found.index - 60), found.index)))
    return text;
  const rest = text.slice(0, found.index) + instead + text.slice(found.index + found[0].length);
  return countWords(rest) < FEWEST_WORDS ? text : rest;
}

/** How many words a text has whose white space is folded. */
export function countWords(text: string): number {
  let count = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) count++;
  return count;
}

function capitalised(text: string): string {
  const first = /^./u.exec(text)?.[0] ?? "";
  return first.toUpperCase() + text.slice(first.length);
}
