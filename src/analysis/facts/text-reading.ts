/** Codes of characters up to this fit into one number by three. */
export const CODE_BITS = 10;

export function keyOf(beginning: string): number {
  let key = 0;
  for (let at = 0; at < beginning.length; at++) key = (key << CODE_BITS) | codeAt(beginning, at);
  return key;
}

/** The code of a character; 0 for those that begin no word of ours. */
function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 1 << CODE_BITS ? code : 0;
}

/** The key of the characters from a place on. */
export function keyAt(text: string, at: number): number {
  return (((codeAt(text, at) << CODE_BITS) | codeAt(text, at + 1)) << CODE_BITS) | codeAt(text, at + 2);
}

/** A text as it is matched. */
export interface Reading {
  readonly text: string;
  readonly small: string;
  /** Where its words begin. */
  readonly starts: readonly number[];
  /** The key of the first characters of each word. */
  readonly keys: readonly number[];
}

/** The texts that were read last: most are held against many tables, one after the other. */
const lastRead: Reading[] = [];
const KEPT = 4;

export function readingOf(text: string): Reading {
  for (const reading of lastRead) if (reading.text === text) return reading;
  const reading = read(text);
  lastRead.unshift(reading);
  if (lastRead.length > KEPT) lastRead.pop();
  return reading;
}

function read(text: string): Reading {
  const small = lowered(text);
  const starts: number[] = [];
  const keys: number[] = [];
  let isInside = false;
  for (let at = 0; at < small.length; at++) {
    const isPart = isWordPart(small.charCodeAt(at));
    if (isPart && !isInside) {
      starts.push(at);
      keys.push(keyAt(small, at));
    }
    isInside = isPart;
  }
  return { text, small, starts, keys };
}

/** In small letters and as long as before: a letter whose small form is longer stays. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Letters and digits of the Latin scripts, and whatever lies beyond punctuation's own blocks. */
function isWordPart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2e7f);
}
