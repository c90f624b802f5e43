import type { Language } from "./language.ts";

/** The words with which every surface pages an answer. */
export interface PageWords {
  /** How much of all a sheet shows. */
  readonly shown: (from: number, to: number, total: number) => string;
  readonly previous: string;
  readonly next: string;
  /** Behind the headline of an entry that began on the sheet before. */
  readonly continued: string;
}

const WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    shown: (from, to, total) => `${from}–${to} of ${total}`,
    previous: "Previous",
    next: "Next",
    continued: "continued",
  },
  fr: {
    shown: (from, to, total) => `${from}–${to} sur ${total}`,
    previous: "Précédent",
    next: "Suivant",
    continued: "suite",
  },
  es: {
    shown: (from, to, total) => `${from}–${to} de ${total}`,
    previous: "Anterior",
    next: "Siguiente",
    continued: "continuación",
  },
};

/** The words of paging in a language. */
export function pageWordsOf(language: Language): PageWords {
  return WORDS[language];
}
