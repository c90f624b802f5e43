import { BEFORE_A_NAME, BEFORE_A_NUMBER, MAY_END, SENTENCE_STARTERS } from "./language-words/abbreviations.ts";

const TERMINATORS = ".!?…";
const CLOSERS = `”»"’')]`;
const STARTS_A_SENTENCE = /[\p{Lu}\p{N}“«"‘'(¿¡[]/u;
const CLOSING: Readonly<Record<string, string>> = { "“": "”", "«": "»", '"': '"' };

/**
 * The positions in `text` (white space already folded) just behind each sentence; the last one is its length.
 * One pass, looking at one word to either side of a mark.
 */
export function endsOf(text: string): readonly number[] {
  const ends: number[] = [];
  const quoteEnds = quotationEnds(text);
  let at = 0;
  while ((at = nextMark(text, at)) < text.length) {
    const quoteEnd = quoteEnds.get(at);
    if (quoteEnd !== undefined) at = quoteEnd;
    const behind = TERMINATORS.includes(text.charAt(at)) || quoteEnd !== undefined ? pastMarks(text, at) : at;
    if (behind > at && isEnd(text, at, behind)) ends.push(behind);
    at = Math.max(behind, at + 1);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** The next place where a sentence may end or a quotation open. */
function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? text.length;
}

const MARK = /[.!?…“«"]/gu;

/** Behind the run of terminators and closing marks that begins at `at`; French sets a space before a closing mark. */
function pastMarks(text: string, at: number): number {
  let behind = at;
  while (behind < text.length && (TERMINATORS + CLOSERS).includes(text.charAt(behind))) behind++;
  return text.startsWith(" »", behind) ? behind + 2 : behind;
}

function isEnd(text: string, at: number, behind: number): boolean {
  if (behind < text.length && text.charAt(behind) !== " ") return false;
  const marks = text.slice(at, behind);
  const closesQuotation = !TERMINATORS.includes(marks.charAt(0));
  if (closesQuotation && !/[.!?…]/u.test(marks) && !endsInside(text, at)) return false;
  const next = text.charAt(behind + 1);
  if (next === "" || !STARTS_A_SENTENCE.test(next)) return next === "";
  if (marks.startsWith("…") || marks.startsWith("..."))
    return text.charAt(at - 1) !== " " && text.charAt(at - 1) !== "[";
  return marks !== "." || !isAbbreviation(text, at, wordAt(text, behind + 1));
}

/** Whether the quotation that closes at `at` ends like a sentence. */
function endsInside(text: string, at: number): boolean {
  const before = text.charAt(at - 1) === " " ? text.charAt(at - 2) : text.charAt(at - 1);
  return before !== "" && TERMINATORS.includes(before);
}

function isAbbreviation(text: string, at: number, next: string): boolean {
  const word = wordBefore(text, at);
  const small = word.toLowerCase();
  if (/^\d{1,3}$/u.test(word) && word.length === at) return true;
  if (BEFORE_A_NAME.has(small)) return true;
  const isInitial = /^\p{Lu}$/u.test(word);
  if (!isInitial && BEFORE_A_NUMBER.has(small)) return /^\d/u.test(next);
  const mayEnd = isInitial || MAY_END.has(small) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word);
  return mayEnd && !SENTENCE_STARTERS.has(next.toLowerCase());
}

const LONGEST_WORD = 24;

function wordBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_WORD), at);
  return before.slice(before.search(/[^\s("“«[–—]*$/u));
}

function wordAt(text: string, at: number): string {
  return /^[\p{L}\p{N}-]*/u.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? "";
}

/** Where each quotation that opens at a position closes. One that never closes is none. */
function quotationEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const unclosed = new Set<string>();
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    const closing = CLOSING[text.charAt(at)];
    if (closing === undefined || unclosed.has(closing)) continue;
    const end = text.indexOf(closing, at + 1);
    if (end < 0) unclosed.add(closing);
    if (end < 0) continue;
    ends.set(at, end);
    at = end;
  }
  return ends;
}
