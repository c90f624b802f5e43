/** What a phrase of a word table may begin with: digits, and the letters of three languages. */
const ANY_LETTER = "0123456789abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýœ";
/** So many characters of a beginning are enough to tell most phrases apart. */
export const BEGINNING = 3;

/** The parts of a pattern between the bars that stand outside all brackets. */
export function alternativesOf(pattern: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < pattern.length; at = termEnd(pattern, at)) {
    if (pattern.charAt(at) !== "|") continue;
    parts.push(pattern.slice(start, at));
    start = at + 1;
  }
  return [...parts, pattern.slice(start)];
}

/**
 * The first characters of every match of a pattern, `BEGINNING` of them, or fewer where the match may be shorter or where
 * the pattern leaves open what follows. Every match begins with one of them.
 */
export function beginningsOf(pattern: string): ReadonlySet<string> {
  const texts = readingsOf(pattern).map(({ text }) => text.slice(0, BEGINNING));
  return new Set(texts.flatMap((text) => (text === "" ? Array.from(ANY_LETTER) : [text])));
}

/** A pattern for text in small letters; what stands behind a backslash keeps its case. */
export function inSmallLetters(pattern: string): string {
  return pattern.replace(/\\p\{\w+\}|\\.|\p{Lu}/gu, (part) => (part.startsWith("\\") ? part : part.toLowerCase()));
}

/** What a part of a pattern may be read as. */
interface Reading {
  readonly text: string;
  /** What stands behind the text is not followed up. */
  readonly isOpen: boolean;
}

const NOTHING: Reading = { text: "", isOpen: false };
const ANYTHING: Reading = { text: "", isOpen: true };

function readingsOf(pattern: string): readonly Reading[] {
  return alternativesOf(pattern).flatMap(sequenceReadings);
}

function sequenceReadings(alternative: string): readonly Reading[] {
  let readings: readonly Reading[] = [NOTHING];
  let at = 0;
  while (at < alternative.length && readings.some((reading) => !isRead(reading))) {
    const end = termEnd(alternative, at);
    const often = /^(?:\?|\{\d+(?:,\d*)?\})/u.exec(alternative.slice(end))?.[0] ?? "";
    const next = repeated(termReadings(alternative.slice(at, end)), often);
    const longer = readings.flatMap((one) =>
      isRead(one) ? [one] : next.map(({ text, isOpen }) => ({ text: one.text + text, isOpen })),
    );
    readings = [...new Map(longer.map((one) => [`${one.isOpen} ${one.text}`, one])).values()];
    at = end + often.length;
  }
  return readings;
}

function isRead({ text, isOpen }: Reading): boolean {
  return isOpen || text.length >= BEGINNING;
}

/** A term that may be left out, or stand there more than once. */
function repeated(readings: readonly Reading[], often: string): readonly Reading[] {
  const told = often.startsWith("{") ? readings.map((one) => ({ ...one, isOpen: true })) : readings;
  return often === "?" || often.startsWith("{0") ? [...told, NOTHING] : told;
}

function termReadings(term: string): readonly Reading[] {
  if (/^\(\?(?:!|=|<!|<=)/u.test(term)) return [NOTHING];
  if (term.startsWith("(")) return readingsOf(term.replace(/^\((?:\?:|\?<\w+>)?/u, "").slice(0, -1));
  if (term.startsWith("[")) return /^\[[^\\^-]+\]$/u.test(term) ? lettersOf(term.slice(1, -1)) : [ANYTHING];
  if (term === "\\d") return lettersOf("0123456789");
  return /^(?:[^\\.]|\\[^\p{L}\d])$/u.test(term) ? lettersOf(term.slice(-1)) : [ANYTHING];
}

function lettersOf(letters: string): readonly Reading[] {
  return Array.from(letters, (text) => ({ text, isOpen: false }));
}

/** Behind the letter, class, escape or bracket that begins at `at`. */
function termEnd(pattern: string, at: number): number {
  const first = pattern.charAt(at);
  if (first === "\\") return pattern.startsWith("\\p{", at) ? pattern.indexOf("}", at) + 1 : at + 2;
  if (first === "[") return pattern.indexOf("]", at) + 1;
  if (first !== "(") return at + 1;
  let inner = at + 1;
  while (inner < pattern.length && pattern.charAt(inner) !== ")") inner = termEnd(pattern, inner);
  return inner + 1;
}
