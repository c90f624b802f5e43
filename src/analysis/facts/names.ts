import { ADDRESSES, NO_NAMES, OFFICE_WORDS, PARTICLES, ROLES } from "../language-words/role-words.ts";
import { firstMatch, phrases } from "./word-tables.ts";
import { SENTENCE_STARTERS } from "../language-words/abbreviations.ts";
import { COUNTRIES } from "../language-words/countries.ts";
import { DEMONYMS } from "../language-words/demonyms.ts";

/** Capitalised words that may be somebody's name, with the titles that stand before them. */
export interface NameRun {
  /** Where the titles begin, or the name if there are none. */
  readonly at: number;
  readonly nameAt: number;
  readonly until: number;
  readonly words: readonly string[];
  /** Titles and offices with a capital: "Ambassador", "Deputy Director-General". */
  readonly titles: string;
}

interface Token {
  readonly word: string;
  readonly at: number;
  readonly until: number;
  /** Ends in a possessive, so that no name goes on behind it. */
  readonly owns: boolean;
}

const WORD = /\p{L}[\p{L}\p{N}]*(?:['-][\p{L}\p{N}]+)*/gu;
const ELISION = /^(?:[ldLD]|qu|Qu)'(?=\p{Lu})/u;
/** "L'ambassadeur": what follows is no name. */
const SMALL_BEHIND = /^[LD]'(?=\p{Ll})/u;
const TITLES = phrases([...ROLES.map(([, words]) => words), ...ADDRESSES.map((word) => word.replaceAll(".", ""))]);
const particles = new Set(PARTICLES);
const offices = new Set(OFFICE_WORDS);
const noNames = new Set(NO_NAMES);
const LONGEST_NAME = 6;

/** Every run of a sentence that may name a person, in order. */
export function nameRuns(text: string): readonly NameRun[] {
  const runs: NameRun[] = [];
  let open: Token[] = [];
  const close = (): void => {
    const run = runOf(open, text);
    if (run !== undefined) runs.push(run);
    open = [];
  };
  for (const token of tokensOf(text)) {
    const last = open.at(-1);
    const isCapital = /^\p{Lu}/u.test(token.word);
    if (last !== undefined && !touches(text, last, token)) close();
    if (isCapital || (open.length > 0 && particles.has(token.word))) open.push(token);
    else close();
    if (token.owns) close();
  }
  close();
  return runs;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const owns = match[0].endsWith("'s");
    const elided = match[0].includes("'") ? (ELISION.exec(match[0])?.[0] ?? "") : "";
    const small = SMALL_BEHIND.exec(match[0])?.[0].length;
    const isCut = elided !== "" && (/^[ldq]/u.test(elided) || isTitle(match[0].slice(elided.length)));
    const cut = small ?? (isCut ? elided.length : 0);
    const end = match[0].length - (owns ? 2 : 0);
    tokens.push({ word: match[0].slice(cut, end), at: match.index + cut, until: match.index + end, owns });
  }
  return tokens;
}

/** One space, or the dot of an initial or a title, stands between the words of a name. */
function touches(text: string, last: Token, next: Token): boolean {
  const gap = text.slice(last.until, next.at);
  if (gap === " ") return !last.owns;
  return gap === ". " && (last.word.length === 1 || ADDRESSES.includes(`${last.word.toLowerCase()}.`));
}

function runOf(open: readonly Token[], text: string): NameRun | undefined {
  const lastTitle = open.findLastIndex((token) => isTitle(token.word));
  let words: readonly Token[] = open.slice(lastTitle + 1);
  words = lastTitle < 0 ? withoutLead(words) : withoutOffice(words);
  while (words.length > 0 && particles.has(words.at(-1)?.word ?? "")) words = words.slice(0, -1);
  while (words.length > 0 && particles.has(words[0]?.word ?? "")) words = words.slice(1);
  if (lastTitle < 0)
    words = words.slice(
      Math.max(
        0,
        words.findIndex((token) => !noNames.has(token.word.toLowerCase())),
      ),
    );
  const stop = words.findIndex((token) => noNames.has(token.word.toLowerCase()));
  if (stop >= 0) words = lastTitle < 0 ? [] : words.slice(0, stop);
  const [first] = words;
  const last = words.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    words.length > LONGEST_NAME ||
    isCountry(text.slice(first.at, last.until))
  )
    return undefined;
  const start = lastTitle < 0 ? first : (open[firstTitle(open, lastTitle)] ?? first);
  return {
    at: start.at,
    nameAt: first.at,
    until: last.until,
    words: words.map((token) => token.word),
    titles: lastTitle < 0 ? "" : text.slice(start.at, first.at).trim(),
  };
}

/** Where the titles begin that run up to the last one: "Chair Ambassador", but not "General Council". */
function firstTitle(open: readonly Token[], lastTitle: number): number {
  let from = lastTitle;
  while (from > 0 && isOffice(open[from - 1]?.word ?? "")) from--;
  return from;
}

/** Whether a whole word is a title or an office. */
function isTitle(word: string): boolean {
  const known = titles.get(word);
  if (known !== undefined) return known;
  // "Minister-Counsellor", "Ambassador-designate".
  const [office = word] = isWholeOffice(word) ? [word] : word.split("-");
  const found = isWholeOffice(office);
  if (titles.size >= MOST_TITLES) titles.clear();
  titles.set(word, found);
  return found;
}

function isWholeOffice(word: string): boolean {
  const match = firstMatch(word, TITLES);
  return match !== undefined && match.at === 0 && match.until === word.length;
}

/** Capitalised words that were looked up: the same come again and again. */
const titles = new Map<string, boolean>();
const MOST_TITLES = 2_000;

function isOffice(word: string): boolean {
  return isTitle(word) || offices.has(word.toLowerCase()) || DEMONYMS.has(word);
}

/** Without the words of an office, an organization or the sentence that only happen to have a capital. */
function withoutLead(words: readonly Token[]): readonly Token[] {
  const from = words.findIndex((token) => {
    const small = token.word.toLowerCase();
    const isAcronym = /^\p{Lu}{2,}$/u.test(token.word);
    return !isAcronym && !offices.has(small) && !SENTENCE_STARTERS.has(small) && !DEMONYMS.has(token.word);
  });
  return from < 0 ? [] : words.slice(from);
}

/** "Director General Ada Lund": the office goes on behind its first word. */
function withoutOffice(words: readonly Token[]): readonly Token[] {
  const from = words.findIndex((token) => !offices.has(token.word.toLowerCase()));
  return from < 0 ? [] : words.slice(from);
}

function isCountry(name: string): boolean {
  return COUNTRIES.has(name.toLowerCase()) || DEMONYMS.has(name);
}
