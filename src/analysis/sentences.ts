import type { Item } from "../model/item.ts";
import { remembered } from "./remembered.ts";
import { endsOf } from "./sentence-ends.ts";
import { wordsOf, type Word } from "./words.ts";

/** One sentence of an item, in the order of reading: title, lead, article. */
export interface Sentence {
  /** As it stands in the source, with white space folded to single spaces and without a bullet's mark. */
  readonly text: string;
  readonly part: "title" | "description" | "text";
  /** Counted over the whole item from 0 (the title). */
  readonly paragraph: number;
  /** Counted over the whole item from 0. */
  readonly index: number;
  /** Stands in a bulleted list. */
  readonly bullet: boolean;
  /** A short line without final punctuation, such as "Background". */
  readonly heading: boolean;
}

/** The words of a sentence in order. */
export const wordsIn: (sentence: Sentence) => readonly Word[] = remembered(({ text }) => wordsOf(text));

interface Block {
  readonly text: string;
  readonly part: Sentence["part"];
  readonly bullet: boolean;
}

const HEADING_WORDS = 10;
const BULLET = /^[·•▪◦‣*–—-]\s+/u;
const FINAL = /[.!?…;,]["”»’')\]]?$/u;

/**
 * Splits an item into sentences; English, French and Spanish alike. A quotation is never split, and a sentence that ends
 * inside one takes the closing mark along. Runs in time linear in the length of the item.
 */
export function sentencesOf(item: Item): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, block] of blocksOf(item).entries()) {
    const heading = isHeading(block);
    const texts = heading || block.part === "title" ? [block.text] : split(block.text);
    for (const text of texts) {
      sentences.push({ text, part: block.part, paragraph, index: sentences.length, bullet: block.bullet, heading });
    }
  }
  return sentences;
}

function split(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const end of endsOf(text)) {
    parts.push(text.slice(start, end));
    start = end + 1;
  }
  return parts;
}

function blocksOf(item: Item): readonly Block[] {
  const blocks: readonly Block[] = [
    { text: fold(item.title), part: "title", bullet: false },
    ...linesOf(item.description, "description"),
    ...linesOf(item.text ?? "", "text"),
  ];
  return blocks.filter((block) => block.text !== "");
}

/** Paragraphs are parted by an empty line; inside one, a bullet or a short first line stands for itself. */
function linesOf(text: string, part: Sentence["part"]): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let bullet = false;
  const close = (): void => {
    if (open.length > 0) blocks.push({ text: fold(open.join(" ")), part, bullet });
    open = [];
    bullet = false;
  };
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const mark = BULLET.exec(line);
    if (line === "" || mark !== null || (open.length === 1 && standsAlone(open[0], line, part))) close();
    if (line === "") continue;
    bullet ||= mark !== null;
    open.push(line.slice(mark?.[0].length ?? 0));
  }
  close();
  return blocks;
}

/** Whether a paragraph's first line is a heading: a wrapped sentence would go on in small letters. */
function standsAlone(first: string | undefined, next: string, part: Sentence["part"]): boolean {
  return first !== undefined && /^\p{Lu}/u.test(next) && isHeading({ text: first, part, bullet: false });
}

function isHeading(block: Block): boolean {
  if (block.part !== "text" || block.bullet || block.text.length > 120 || FINAL.test(block.text)) return false;
  return /^[\p{Lu}\p{N}¿¡“«"]/u.test(block.text) && block.text.split(" ").length <= HEADING_WORDS;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
