import type { Language } from "../model/language.ts";
import { EN } from "./words-en.ts";
import { ES } from "./words-es.ts";
import { FR } from "./words-fr.ts";
import type { Words } from "./words-told.ts";

const WORDS: Readonly<Record<Language, Words>> = { en: EN, fr: FR, es: ES };

/** The fixed words of answers in a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
