/** A word of a text, folded, and where it stands. */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** The words of a text without case and accents, as the search compares them: "L’économie" is `l` and `economie`. */
export function foldedWords(text: string): readonly FoldedWord[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
    const word = fold(match[0]);
    return word === "" ? [] : [{ word, start: match.index, end: match.index + match[0].length }];
  });
}

function fold(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
