import type { Language } from "../../model/language.ts";
import { MONTH_NAME } from "../language-words/months.ts";

/** A verb in the future: an auxiliary in English, an ending in French and Spanish. */
const FUTURE: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:will|is to|are to)(?!\p{L})/u,
  fr: /(?:era|eront|ira|iront|dra|dront|aura|auront)(?!\p{L})/u,
  es: /(?:[aei]rá|[aei]rán|drá|drán|brá|brán)(?!\p{L})/u,
};

/** A time that is named, be it only a month, a season or a year. */
const TIME = new RegExp(
  `(?<!\\p{L})(?:${[
    MONTH_NAME,
    "(?:this|next|the coming) (?:week|weeks|month|months|year|days)|within (?:days|weeks)|spring|summer|autumn|winter",
    "cette semaine|la semaine prochaine|le mois prochain|l’année prochaine|printemps|l’été|cet été|automne|hiver",
    "esta semana|(?:la semana|el mes|el año) (?:próxima|próximo|que viene)|primavera|verano|otoño|invierno",
    "20\\d\\d",
  ].join("|")})(?!\\p{L})`,
  "u",
);

/** Whether a sentence says of something to come when it will be: "The text will be sent out this week." */
export function tellsWhatComes(sentence: string, language: Language): boolean {
  return FUTURE[language].test(sentence) && TIME.test(sentence);
}
