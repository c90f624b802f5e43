const ENGLISH_ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const FRENCH_ONES =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const SPANISH_ONES =
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split(
    " ",
  );
const SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");

/** Whole numbers from 20 to 199 by the words that write them, in small letters, in English, French and Spanish. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 180 }, (_, index) => index + 20).flatMap((number) =>
    [english(number), french(number), spanish(number), ...spanishBeforeNouns(number)].map(
      (word) => [word, number] as const,
    ),
  ),
);

function english(number: number): string {
  if (number >= 100) return `one hundred${number > 100 ? ` and ${english(number - 100)}` : ""}`;
  if (number < 20) return ENGLISH_ONES[number] ?? "";
  const tens = ENGLISH_TENS[Math.floor(number / 10) - 2] ?? "";
  return number % 10 === 0 ? tens : `${tens}-${ENGLISH_ONES[number % 10] ?? ""}`;
}

function french(number: number): string {
  if (number >= 100) return `cent${number > 100 ? ` ${french(number - 100)}` : ""}`;
  if (number < 20) return FRENCH_ONES[number] ?? "";
  if (number >= 80) return number === 80 ? "quatre-vingts" : `quatre-vingt-${FRENCH_ONES[number - 80] ?? ""}`;
  const start = number >= 60 ? 60 : Math.floor(number / 10) * 10;
  const tens =
    new Map([
      [20, "vingt"],
      [30, "trente"],
      [40, "quarante"],
      [50, "cinquante"],
      [60, "soixante"],
    ]).get(start) ?? "";
  const rest = number - start;
  if (rest === 0) return tens;
  return rest === 1 || rest === 11 ? `${tens} et ${FRENCH_ONES[rest] ?? ""}` : `${tens}-${FRENCH_ONES[rest] ?? ""}`;
}

function spanish(number: number): string {
  if (number >= 100) return number === 100 ? "cien" : `ciento ${spanish(number - 100)}`;
  if (number <= 20) return SPANISH_ONES[number] ?? "";
  if (number < 30) return `veinti${SPANISH_ONES[number - 20] ?? ""}`;
  const tens = SPANISH_TENS[Math.floor(number / 10) - 3] ?? "";
  return number % 10 === 0 ? tens : `${tens} y ${SPANISH_ONES[number % 10] ?? ""}`;
}

/** "Noventa y un Miembros", "noventa y una economías": one loses its ending before a noun, or takes that of the noun. */
function spanishBeforeNouns(number: number): readonly string[] {
  const written = spanish(number);
  if (!written.endsWith("uno")) return [];
  return [written.replace(/veintiuno$/u, "veintiún").replace(/uno$/u, "un"), written.replace(/uno$/u, "una")];
}

/** Ordinal numbers from 60 to 150 by the words that write them: "eighty-eighth", "quatre-vingt-huitième", "octogésimo octavo". */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 91 }, (_, index) => index + 60).flatMap((number) =>
    [
      englishOrdinal(number),
      `${french(number).replace(/s$/u, "").replace(/e$/u, "").replace(/q$/u, "qu").replace(/f$/u, "v")}ième`,
      ...spanishOrdinals(number),
    ].map((word) => [word, number] as const),
  ),
);

function englishOrdinal(number: number): string {
  const word = english(number);
  const irregular = new Map([
    ["one", "first"],
    ["two", "second"],
    ["three", "third"],
    ["five", "fifth"],
    ["eight", "eighth"],
    ["nine", "ninth"],
    ["twelve", "twelfth"],
  ]);
  const last = /[a-z]+$/u.exec(word)?.[0] ?? "";
  const ordinal = irregular.get(last) ?? `${last.replace(/y$/u, "ie")}th`;
  return word.slice(0, word.length - last.length) + ordinal;
}

function spanishOrdinals(number: number): readonly string[] {
  if (number >= 100) return [];
  const tens = ["sexagésim", "septuagésim", "octogésim", "nonagésim"][Math.floor(number / 10) - 6] ?? "";
  const ones =
    ["", "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven"][number % 10] ?? "";
  return ["o", "a"].map((end) => (ones === "" ? `${tens}${end}` : `${tens}${end} ${ones}${end}`));
}
