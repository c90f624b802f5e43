import type { Language } from "../model/language.ts";

/** The fixed words of digests. */
export interface DigestWords {
  /** Above the coming meetings. */
  readonly next: string;
  readonly tentative: string;
  /** Above the items without a topic. */
  readonly other: string;
  /** The title of a digest without items. */
  readonly nothing: string;
  readonly nothingText: string;
  readonly checked: (moment: string) => string;
  readonly neverChecked: string;
}

const WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    next: "What comes next",
    tentative: "tentative",
    other: "Other",
    nothing: "Nothing new",
    nothingText: "No new item since the last digest; silence for days is normal.",
    checked: (moment) => `Last check: ${moment}.`,
    neverChecked: "No feed could be read yet.",
  },
  fr: {
    next: "Prochains rendez-vous",
    tentative: "date provisoire",
    other: "Autres",
    nothing: "Rien de nouveau",
    nothingText: "Aucun nouvel article depuis le dernier récapitulatif\u202F; plusieurs jours de silence sont normaux.",
    checked: (moment) => `Dernier passage\u202F: ${moment}.`,
    neverChecked: "Aucun fil n’a encore pu être lu.",
  },
  es: {
    next: "Próximas citas",
    tentative: "fecha provisional",
    other: "Otras",
    nothing: "Nada nuevo",
    nothingText: "Ninguna noticia nueva desde el último resumen; varios días de silencio son normales.",
    checked: (moment) => `Última comprobación: ${moment}.`,
    neverChecked: "Aún no se ha podido leer ninguna fuente.",
  },
};

/** The fixed words of digests in one language. */
export function digestWordsOf(language: Language): DigestWords {
  return WORDS[language];
}
