/** The three official languages of the WTO. */
export const LANGUAGES = ["en", "fr", "es"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The colon behind a word: French sets a narrow space before it, at which no line breaks. */
export function colon(language: Language): string {
  return language === "fr" ? "\u202F:" : ":";
}
