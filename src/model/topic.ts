import type { Language } from "./language.ts";

/** A topic as a reader sees it: its name in three languages and its emoji. */
export interface Topic {
  readonly id: string;
  readonly labels: Readonly<Record<Language, string>>;
  readonly emoji: string;
}
