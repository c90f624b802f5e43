import { SENTENCE_STARTERS } from "../language-words/abbreviations.ts";
import { wordsIn, type Sentence } from "../sentences.ts";
import { fold } from "../words.ts";

/** Words with a capital that follow one another. */
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}'.-]*(?: \p{Lu}[\p{L}\p{M}\p{N}'.-]*)*/gu;
const QUOTED = /“([^”]*)”?|«([^»]*)»?|"([^"]*)"?|‘([^‘’]{2,})’|(?<![\p{L}\p{N}])'([^']{2,})'(?![\p{L}\p{N}])/gu;

/** The first name, or other word with a capital, that the ground does not write so. */
export function strangeName(said: readonly Sentence[], ground: readonly Sentence[]): string | undefined {
  const source = ` ${ground.map(({ text }) => plain(text)).join(" ")} `;
  const known = new Set(ground.flatMap((sentence) => wordsIn(sentence).map(({ folded }) => folded)));
  for (const { text } of said) {
    for (const { 0: found, index } of plain(text).matchAll(CAPITALS)) {
      const name = bare(found);
      const isKnown = stands(name, source) || (index === 0 && opensWithWord(name, source, known));
      if (!isKnown) return name;
    }
  }
  return undefined;
}

/** Whether a sentence begins with an ordinary word, which has its capital from its place alone. */
function opensWithWord(name: string, source: string, known: ReadonlySet<string>): boolean {
  const [first = "", ...rest] = name.split(" ");
  const isWord =
    SENTENCE_STARTERS.has(first.toLowerCase()) ||
    fold(first)
      .split(/['.-]/u)
      .every((part) => known.has(part));
  return isWord && (rest.length === 0 || stands(rest.join(" "), source));
}

function stands(name: string, source: string): boolean {
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    const around = source.charAt(at - 1) + source.charAt(at + name.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** The first quotation that is not, word by word, within one of the ground. */
export function strangeQuotation(point: string, ground: readonly Sentence[]): string | undefined {
  const known = ground.flatMap(({ text }) => quotationsIn(text));
  return quotationsIn(point).find((quoted) => !known.some((one) => one.includes(quoted)));
}

function quotationsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(QUOTED), (match) =>
    plain(match.slice(1).find((group) => group !== undefined) ?? "")
      .replace(/[.,;:!?…]+$/u, "")
      .trim(),
  );
}

function bare(name: string): string {
  return name.replace(/(?:'s)?['.-]*$/u, "");
}

/** One kind of apostrophe and of space, and no other marks of quotation. */
function plain(text: string): string {
  return text
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”«»"]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
