import type { Span } from "../model/answer.ts";
import { foldedWords, type FoldedWord } from "../model/fold.ts";
import type { Term } from "../store/search.ts";

/** So many passages of a text are shown. */
const EXCERPTS = 2;
/** How many characters are kept on each side of what was found. */
const AROUND = 90;

/** A text with the words that were searched for marked. */
export function mark(text: string, terms: readonly Term[]): readonly Span[] {
  return spansOf(text, 0, text.length, matchesIn(text, terms));
}

/** Short passages around what was found, cut between words, which a dot each side shows. None where nothing was found. */
export function excerptsOf(text: string, terms: readonly Term[]): readonly (readonly Span[])[] {
  const matches = matchesIn(text, terms);
  const words = foldedWords(text);
  const excerpts: (readonly Span[])[] = [];
  let shownTo = 0;
  for (const match of matches) {
    if (excerpts.length === EXCERPTS) break;
    if (match.start < shownTo) continue;
    const start = words.find((word) => word.start >= Math.max(shownTo, match.start - AROUND))?.start ?? match.start;
    const end = words.findLast((word) => word.end <= match.end + AROUND)?.end ?? match.end;
    const isWhole = { left: start === words[0]?.start, right: end === words.at(-1)?.end };
    const from = isWhole.left ? 0 : start;
    const to = isWhole.right ? text.length : end;
    const spans = spansOf(text, from, to, matches).map((span) => ({
      ...span,
      text: span.text.replaceAll(/\s+/gu, " "),
    }));
    excerpts.push([...dots(!isWhole.left), ...spans, ...dots(!isWhole.right)]);
    shownTo = to;
  }
  return excerpts;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where terms stand in a text, in order, never overlapping. */
function matchesIn(text: string, terms: readonly Term[]): readonly Stretch[] {
  const words = foldedWords(text);
  const found: Stretch[] = [];
  for (let at = 0; at < words.length;) {
    const length = Math.max(0, ...terms.filter((term) => standsAt(words, at, term)).map((term) => term.words.length));
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return found;
}

function standsAt(words: readonly FoldedWord[], at: number, { words: wanted, isBeginning }: Term): boolean {
  return wanted.every((word, index) => {
    const there = words[at + index]?.word;
    return isBeginning && index === wanted.length - 1 ? there?.startsWith(word) === true : there === word;
  });
}

function spansOf(text: string, from: number, to: number, matches: readonly Stretch[]): readonly Span[] {
  const spans: Span[] = [];
  let at = from;
  for (const { start, end } of matches) {
    if (start < at || end > to) continue;
    spans.push({ text: text.slice(at, start), isMarked: false }, { text: text.slice(start, end), isMarked: true });
    at = end;
  }
  spans.push({ text: text.slice(at, to), isMarked: false });
  return spans.filter((span) => span.text !== "");
}

function dots(isCut: boolean): readonly Span[] {
  return isCut ? [{ text: "…", isMarked: false }] : [];
}
