/** What a phrase of a word table may begin with: digits, and the letters of three languages. */
const ANY_LETTER = "0123456789abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýœ";

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

/** Every letter or digit that a match of the pattern may begin with. */
export function firstLettersOf(pattern: string): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const alternative of alternativesOf(pattern)) {
    let at = 0;
    while (at < alternative.length) {
      const end = termEnd(alternative, at);
      for (const letter of lettersOfTerm(alternative.slice(at, end))) letters.add(letter);
      const isOptional =
        /^(?:\?|\{0,)/u.test(alternative.slice(end)) || /^\(\?(?:!|=|<!|<=)/u.test(alternative.slice(at));
      if (!isOptional) break;
      at = end + (/^(?:\?|\{\d*,\d*\})/u.exec(alternative.slice(end))?.[0].length ?? 0);
    }
  }
  return letters;
}

/** A pattern for text in small letters; what stands behind a backslash keeps its case. */
export function inSmallLetters(pattern: string): string {
  return pattern.replace(/\\p\{\w+\}|\\.|\p{Lu}/gu, (part) => (part.startsWith("\\") ? part : part.toLowerCase()));
}

function lettersOfTerm(term: string): Iterable<string> {
  if (/^\(\?(?:!|=|<!|<=)/u.test(term)) return [];
  if (term.startsWith("(")) return firstLettersOf(term.replace(/^\((?:\?:|\?<\w+>)?/u, "").slice(0, -1));
  if (term.startsWith("\\d")) return "0123456789";
  if (term.startsWith("\\p") || term.startsWith("[")) return ANY_LETTER;
  return term.startsWith("\\") ? term.slice(1) : term;
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
