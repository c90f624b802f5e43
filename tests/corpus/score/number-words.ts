const UNITS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS: ReadonlyMap<string, string> = new Map([
  ["first", "one"],
  ["second", "two"],
  ["third", "three"],
  ["fifth", "five"],
  ["eighth", "eight"],
  ["ninth", "nine"],
  ["twelfth", "twelve"],
]);

/**
 * An English number below a hundred in figures: `eighty-seven` and `eighty-seventh` are `87`, and so is `87th`. Anything
 * else stays as it is.
 *
 * @param word in small letters
 */
export function figureOf(word: string): string {
  const figure = /^(\d+)(?:st|nd|rd|th)$/u.exec(word)?.[1];
  return figure ?? NUMBERS.get(word) ?? word;
}

const CARDINALS: readonly string[] = [
  ...UNITS,
  ...TENS.flatMap((ten) => [ten, ...UNITS.slice(1, 10).map((unit) => `${ten}-${unit}`)]),
];

const NUMBERS: ReadonlyMap<string, string> = new Map(
  CARDINALS.flatMap((word, value) => [
    [word, String(value)],
    [ordinalOf(word), String(value)],
  ]),
);

function ordinalOf(cardinal: string): string {
  const last = cardinal.split("-").at(-1) ?? cardinal;
  const irregular = [...ORDINALS].find(([, word]) => word === last)?.[0];
  const ordinal = irregular ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return cardinal.slice(0, cardinal.length - last.length) + ordinal;
}
