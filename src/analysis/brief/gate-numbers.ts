import { datesOf, type WrittenSpan } from "../facts/date-mentions.ts";
import { MONTHS, WEEKDAYS } from "../language-words/months.ts";
import { NUMBER_WORDS, ORDINAL_WORDS } from "../language-words/numbers.ts";
import { wordsIn, type Sentence } from "../sentences.ts";
import { fold, type Word } from "../words.ts";
import { stemOf } from "./tells.ts";

/** They write numbers and months as well as other things. */
const EVERYDAY: ReadonlySet<string> = new Set("one un una uno et and y may march mar sun second mil".split(" "));

/** Words that write numbers, also as parts of longer ones; English, French and Spanish. */
const WRITTEN: ReadonlySet<string> = new Set(
  [
    ...NUMBER_WORDS.keys(),
    ...ORDINAL_WORDS.keys(),
    ...MONTHS.keys(),
    ...WEEKDAYS.keys(),
    "thousand million billion trillion dozen half twice double mille milliers milliard milliards millions moitié douzaine mil miles millón millones mitad docena doble",
  ]
    .flatMap((words) => fold(words).split(/[ -]/u))
    .filter((word) => !EVERYDAY.has(word)),
);

const LONGER_WORD = 4;

/** The first date of what is said that the ground does not write; its year may go without saying there. */
export function strangeDate(said: readonly Sentence[], ground: readonly Sentence[]): string | undefined {
  const known = ground.flatMap((sentence) => datesOf(sentence)).flatMap(({ spans }) => spans);
  for (const sentence of said) {
    const strange = datesOf(sentence).find(
      ({ spans }) => !spans.every((span) => known.some((one) => isSame(span, one))),
    );
    if (strange !== undefined) return sentence.text.slice(strange.at, strange.until).replace(/\.$/u, "");
  }
  return undefined;
}

function isSame(span: WrittenSpan, known: WrittenSpan): boolean {
  return keyOf(span) === keyOf(known) && (known.to.year ?? span.to.year) === span.to.year;
}

function keyOf({ from, to }: WrittenSpan): string {
  return [from.day, from.month, to.day, to.month].join();
}

/**
 * The first number of what is said, in digits or in words, that does not stand in the ground beside the same word: "87
 * members" in the source are not "87 participants". Days of dates are left to `strangeDate`.
 */
export function strangeNumber(said: readonly Sentence[], ground: readonly Sentence[]): string | undefined {
  const known = Map.groupBy(
    ground.flatMap((sentence) => numbersIn(sentence)),
    ({ number }) => number,
  );
  for (const sentence of said) {
    const dates = datesOf(sentence);
    const strange = numbersIn(sentence).find(({ number, at, next, before }) => {
      const places = known.get(number) ?? [];
      if (dates.some((date) => date.at <= at && at < date.until)) return places.length === 0;
      return !places.some((place) => (next === undefined ? place.before === before : place.next === next));
    });
    if (strange !== undefined) return strange.number;
  }
  return undefined;
}

interface PlacedNumber {
  readonly number: string;
  readonly at: number;
  /** The beginning of the longer word behind it, where there is one. */
  readonly next: string | undefined;
  readonly before: string | undefined;
}

function numbersIn(sentence: Sentence): readonly PlacedNumber[] {
  const words = numberWords(sentence);
  return words.flatMap(({ folded, start }, at) => {
    if (!/\d/u.test(folded) && !WRITTEN.has(folded)) return [];
    const behind = words[at + 1]?.folded ?? "";
    const next = behind.length >= LONGER_WORD ? stemOf(behind) : undefined;
    return [{ number: folded, at: start, next, before: words[at - 1]?.folded }];
  });
}

/** The words of a sentence, with "1,200.5" and "USD 30 000" not parted: a number is compared as a whole. */
function numberWords(sentence: Sentence): readonly Word[] {
  const joined: Word[] = [];
  for (const word of wordsIn(sentence)) {
    const last = joined.at(-1);
    const link = last === undefined ? "" : sentence.text.slice(last.end, word.start);
    const goesOn = last !== undefined && /^\d+(?:[.,]?\d+)*$/u.test(last.folded) && /^\d+$/u.test(word.folded);
    if (goesOn && (/^[.,]$/u.test(link) || (/^[ \u00a0\u202f]$/u.test(link) && word.folded.length === 3))) {
      joined[joined.length - 1] = {
        folded: `${last.folded}${/[.,]/u.test(link) ? link : ""}${word.folded}`,
        start: last.start,
        end: word.end,
      };
    } else joined.push(word);
  }
  return joined;
}
