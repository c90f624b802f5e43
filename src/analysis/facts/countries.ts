import type { Language } from "../../model/language.ts";
import { COUNTRIES } from "../language-words/countries.ts";
import { DEMONYMS, FOLLOWING_DEMONYMS } from "../language-words/demonyms.ts";

const NAMES = [...COUNTRIES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(/[.()]/gu, "\\$&"));
const ARTICLE = "(?:the |la |le |les |el |los |las |l')?";
const COUNTRY = `(?<country>${NAMES.join("|")})(?!\\p{L}|-\\p{L})`;

/** "of Japan", "representing Japan", ", del Japón", "de l'Union européenne", right behind a name or an office. */
const OF = new RegExp(
  `^,? (?:of |from |for |representing |who represents |représentant |qui représente |que representa a |en representación de |de |des |du |d'|del |du |por )${ARTICLE}${COUNTRY}`,
  "iu",
);
/** "(Japon)", "(co-convenor, Japan)". */
const IN_BRACKETS = new RegExp(`^,? \\((?:[^(),]{1,40}, )?${ARTICLE}${COUNTRY}\\)?`, "iu");
const OWNER = new RegExp(`(?<!\\p{L})${COUNTRY}(?:'s|') (?:[\\p{L}-]{1,20} ){0,3}$`, "iu");
const ADJECTIVE = new RegExp(
  `(?<!\\p{L})(?<adjective>${[...DEMONYMS.keys()].join("|")}) (?:[\\p{Ll}-]{1,20} ){0,3}(?:\\p{Lu}[\\p{L}-]{1,20} ){0,3}$`,
  "u",
);
const OPENING_ADJECTIVE = new RegExp(
  `^[,( —–-]*(?:who is )?(?:the |a |an |one of the )?(?<adjective>${[...DEMONYMS.keys()].join("|")}) \\p{L}`,
  "u",
);
const FOLLOWING_ADJECTIVE = new RegExp(
  `\\p{L} (?<adjective>${[...FOLLOWING_DEMONYMS.keys()].join("|")})(?!\\p{L})`,
  "u",
);
const LONGEST_OFFICE = 60;
const SPEAKING_FOR = new RegExp(
  `^(?:Speaking )?(?:For|On behalf of|Por|En nombre de|En nombre del|Pour|Au nom de|Au nom du)(?: |l')${ARTICLE}${COUNTRY}`,
  "iu",
);
/** "Chile's chief negotiator" within an office. */
const OWNED = new RegExp(`(?<!\\p{L})${COUNTRY}(?:'s|') `, "iu");
const SERVING = new RegExp(
  `^,? (?:who |qui |que |quien )?(?:sp(?:oke|eaks|eaking)|leads? the (?:small )?group|parle|a parlé|habl(?:ó|a)) (?:for|on behalf of|pour|au nom d[eu]|por|en nombre del?) ${ARTICLE}${COUNTRY}`,
  "iu",
);
const WITHIN = new RegExp(`(?:(?:of |for |from |de |du |d'|del |des )${ARTICLE}|^,? )${COUNTRY}`, "iu");

/** Where a country was found, and its length in the text. */
export interface FoundCountry {
  readonly country: string;
  readonly length: number;
}

/** The country right behind a name: "of Japan", "(Japan)". */
export function countryBehind(text: string, language: Language): FoundCountry | undefined {
  return found(OF.exec(text) ?? IN_BRACKETS.exec(text), language);
}

/** The country right before a name or its titles: "Japan's Ambassador", "the Japanese co-convenor". */
export function countryBefore(text: string, language: Language): string | undefined {
  const adjective = ADJECTIVE.exec(text)?.groups?.["adjective"];
  return found(OWNER.exec(text), language)?.country ?? (adjective === undefined ? undefined : DEMONYMS.get(adjective));
}

/** The country of an office by its adjective: "the Japanese co-convenor", "Ministre guinéenne du commerce". */
export function countryOfOffice(office: string): string | undefined {
  const before = OPENING_ADJECTIVE.exec(office)?.groups?.["adjective"];
  if (before !== undefined) return DEMONYMS.get(before);
  const behind = FOLLOWING_ADJECTIVE.exec(office.slice(0, LONGEST_OFFICE))?.groups?.["adjective"];
  return behind === undefined ? undefined : FOLLOWING_DEMONYMS.get(behind);
}

/** Whether a word is the adjective of a country as it stands behind an office in French and Spanish. */
export function isDemonymBehind(word: string): boolean {
  return FOLLOWING_DEMONYMS.has(word);
}

/** The country that a sentence says it speaks for: "Por el Japón hablaron …". */
export function countrySpokenFor(sentence: string, language: Language): string | undefined {
  return found(SPEAKING_FOR.exec(sentence), language)?.country;
}

/** The country for which somebody speaks or leads a group: " spoke for Bolivia", ", who leads the group for Nigeria". */
export function countryServed(behind: string, language: Language): string | undefined {
  return found(SERVING.exec(behind), language)?.country;
}

/** A country named anywhere in `text` behind "of" or its like, or as the owner of an office. */
export function countryWithin(text: string, language: Language): string | undefined {
  return found(WITHIN.exec(text) ?? OWNED.exec(text), language)?.country;
}

/** English names stay as the text has them, short forms and foreign names become English ones. */
function found(match: RegExpExecArray | null, language: Language): FoundCountry | undefined {
  const written = match?.groups?.["country"];
  if (match === null || written === undefined || !/^\p{Lu}/u.test(written)) return undefined;
  const known = COUNTRIES.get(written.toLowerCase()) ?? written;
  const isShort = /^[\p{Lu}.]{2,4}$/u.test(written);
  return {
    country: language === "en" && !isShort && isEnglish(written, known) ? written : known,
    length: match[0].length,
  };
}

function isEnglish(written: string, known: string): boolean {
  return written === known || !/[\u00c0-\u024f]/u.test(written);
}
