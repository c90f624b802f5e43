import type { Language } from "./language.ts";
import type { Day } from "./time.ts";

/** A news item as read from a feed or a file: plain text, entities decoded, no markup. */
export interface Item {
  /** The address as published, or undefined where the source gives none. */
  readonly url: string | undefined;
  readonly guid: string | undefined;
  readonly title: string;
  /** The day of publication; the WTO gives no hour. */
  readonly published: Day | undefined;
  readonly language: Language;
  /** The lead: one plain paragraph. */
  readonly description: string;
  /** The article, paragraphs parted by an empty line, where it was read. */
  readonly text: string | undefined;
}
