/** A word of a text, folded for comparing, with its place in the text. */
export interface Word {
  /** In small letters, without accents. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const PART = /[\p{L}\p{N}\p{M}]/u;
const ASCII = 128;
const isAsciiPart = Array.from({ length: ASCII }, (_, code) => PART.test(String.fromCharCode(code)));
const PLAIN = /^[a-z0-9]*$/u;

/** The words of a text in order. Hyphens and apostrophes part words: "e-commerce" is "e" and "commerce". */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let start = -1;
  let isAscii = true;
  const close = (end: number): void => {
    if (start >= 0) words.push({ folded: folded(text.slice(start, end), isAscii), start, end });
    start = -1;
    isAscii = true;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (isPart(code)) {
      if (start < 0) start = at;
      isAscii &&= code < ASCII;
    } else close(at);
    if (code > 0xffff) at++;
  }
  close(text.length);
  return words;
}

function isPart(code: number): boolean {
  return code < ASCII ? isAsciiPart[code] === true : PART.test(String.fromCodePoint(code));
}

function folded(word: string, isAscii: boolean): string {
  return isAscii ? word.toLowerCase() : fold(word);
}

/** A text in small letters and without accents: "Numérique" is "numerique". */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize("NFKD").replace(/\p{M}/gu, "");
}
