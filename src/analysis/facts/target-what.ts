import { AIMS, DEEDS, DEEDS_TO_COME, MORATORIUM, RESULTS } from "../language-words/target-words.ts";
import { BEFORE_A_BODY, BY } from "./target-due.ts";
import type { TargetTime } from "./target-times.ts";
import { has, phrases, placesOf } from "./word-tables.ts";

const AIM = phrases(AIMS);
const TO_COME = phrases(DEEDS_TO_COME);
const DEED = phrases(DEEDS);
const RESULT = phrases(RESULTS);
const DUTIES = phrases(MORATORIUM);
const MOST_WORDS = 14;
const SHORTEST = 15;
const SHORTEST_AIM = 8;
const DEADLINE = /^(?:deadline|due|plazo|délai|date limite|fecha límite|échéance|fechas? límite)$/iu;
const VERBS_AT_THE_END =
  /(?:,? (?:is|are|was|were|has|have|been|be|will|now|remains|set|extended|moved|fixed|given|expected|foreseen|promised|awaited|planned|scheduled|closes|ends|expires|est|sont|a|été|attendue?s?|prévue?s?|fixée?s?|expire|es|son|se|vence|finaliza|previst[oa]s?|in the pipeline|and at any rate|and in any case|to|au|al)){1,5}$/iu;

const LINKS_AT_THE_END =
  /(?:(?: |^)(?:until|till|beyond|or|on|in|at|the|by|from|as|of|for|due|with|MC ?\d{1,2}|ou|en|le|la|jusqu'(?:au|à)|au|à|compter|partir|du|CM ?\d{1,2}|hasta|el|o|a|para|pour)){1,6} ?$/iu;
const LINKS_AT_THE_FRONT =
  /^(?:(?:to|of|is|are|that|on|in|for|como meta para|as (?:a|the|their) (?:target|goal|deadline|date) (?:for|to)|having|being|have|de|que|à|a|es|est|se|,|:|and|or|et|y|they|which|ils|elles) |d'){1,3}/iu;
/** What is named for example, behind what is aimed at. */
const EXAMPLES =
  /,? (?:such as|including|among them|notamment|dont|tel(?:le)?s? que|comme|como|entre ell[oa]s|incluid[oa]s?) [^;:]*$/iu;
/** Who or what it is said of stands before: "would allow them to show …", "believe that they can finish". */
const LEANS_AT_THE_FRONT =
  /^(?:(?:(?:them|it|him|her|us) to|they|we|he|she|who|whose(?: own)?|which|(?:a |ont )?dit) )?(?:(?:can|could|would|will|may|shall|should|must) )?(?=\p{L}+)/iu;
/** Of several times the one that comes sooner: no thing that is due. */
const WHICHEVER = /^(?:whichever|si esta fecha|la (?:primera|première)|lo que ocurra|selon)/iu;
const STANDS_FOR_OTHERS = /^(?:both|all|these|those|this|les deux|tous|ambos|ambas)?$/iu;
const ASIDE = / \([^()]*\)/gu;
const BOUNDARY =
  /[;:(—–]| includes? (?:a total of )?| (?:ahead of|in advance of|in view of|en vue d[e'u]|con miras a) |, (?:and |et |y )?| (?:that|which|who|whereby|where|qui|que|dont|while|but|mais|pero) /gu;

/** The words of the source that say what is due: from the aim, or the beginning of the clause, to the time. */
export function whatOf(text: string, time: TargetTime): string {
  const before = text
    .slice(0, time.at)
    .replace(BEFORE_A_BODY, "")
    .replace(BY, "")
    .replace(LINKS_AT_THE_END, "")
    .replace(ASIDE, "")
    .replace(EXAMPLES, (examples, at: number, whole: string) => (has(whole.slice(0, at), AIM) ? "" : examples))
    .trimEnd();
  const behind = text.slice(time.until).trim();
  const isCut = placesOf(before, DEED).at(-1)?.until === before.length && /^\p{Ll}/u.test(behind);
  const isBehind =
    !WHICHEVER.test(behind.replace(/^[\s,:]+/u, "")) &&
    (before.length < SHORTEST || isCut || (!has(before, RESULT) && has(clauseBehind(behind), RESULT)));
  const words = isBehind ? clauseBehind(behind) : clauseBefore(before);
  const clean = words
    .replace(/^[\s,:]+/u, "")
    .replace(LINKS_AT_THE_FRONT, "")
    .replace(LEANS_AT_THE_FRONT, "")
    .replace(/[\s,;:—–(]+$/u, "")
    .replace(VERBS_AT_THE_END, "");
  return STANDS_FOR_OTHERS.test(clean) ? before : clean;
}

/** "moratorium", "practice of not imposing …", with what the source says of it up to the time. */
export function dutiesUntil(text: string, time: TargetTime): string {
  const [named] = placesOf(text, DUTIES);
  if (named === undefined) return whatOf(text, time);
  const words = text.slice(named.at, named.at < time.at ? time.at : text.length);
  const clause = words.slice(0, words.search(/[,;.(]|$/u));
  return clause.replace(BY, "").replace(LINKS_AT_THE_END, "").trim();
}

function clauseBefore(before: string): string {
  const aims = placesOf(before, AIM)
    .filter((aim) => !DEADLINE.test(before.slice(aim.at, aim.until)))
    .map((aim) => aim.until);
  const deeds = placesOf(before, TO_COME).map((deed) => deed.at);
  const clauses = [...before.matchAll(BOUNDARY)].map((match) => match.index + match[0].length);
  const aim = [...aims].reverse().find((start) => before.length - start >= SHORTEST_AIM);
  const deed = deeds.at(-1);
  const clause = clauses.findLast((start) => before.length - start >= SHORTEST) ?? 0;
  const starts = [wordCount(before.slice(aim)) > 2 ? aim : undefined, clause, deed]
    .filter((start) => start !== undefined)
    .sort((a, b) => a - b);
  const fitting = starts.find((start) => before.slice(start).trim().split(" ").length <= MOST_WORDS);
  return aim !== undefined && wordCount(before.slice(aim)) > 2 && wordCount(before.slice(aim)) <= MOST_WORDS
    ? before.slice(Math.max(aim, clause))
    : lastWords(before.slice(fitting ?? starts.at(-1) ?? 0));
}

function clauseBehind(behind: string): string {
  const stop = behind
    .replace(/^[, ]+/u, "  ")
    .slice(2)
    .search(/[;:.(]|, | (?:which|who|but|qui|mais|pero) /u);
  const clause = stop < 0 ? behind : behind.slice(0, stop + 2);
  const words = clause.split(" ");
  return words.slice(0, MOST_WORDS + 4).join(" ");
}

function wordCount(text: string): number {
  return text.trim().split(" ").length;
}

function lastWords(text: string): string {
  return text.trim().split(" ").slice(-MOST_WORDS).join(" ");
}
