/** The three official languages of the WTO. */
export const LANGUAGES = ["en", "fr", "es"] as const;

export type Language = (typeof LANGUAGES)[number];

/** Whether a text names one of the three languages. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The colon behind a word: French sets a narrow space before it, at which no line breaks. */
export function colon(language: Language): string {
  return language === "fr" ? "\u202F:" : ":";
}
