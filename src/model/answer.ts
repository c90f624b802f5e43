import type { Language } from "./language.ts";
import type { ShownDay, ShownMoment } from "./post.ts";

/** Data for programs. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A piece of text; marked where it is what was searched for. */
export interface Span {
  readonly text: string;
  readonly isMarked: boolean;
}

/** One line below an entry's headline. Only quotes and points are the source's own words. */
export type Line =
  | { readonly kind: "point"; readonly spans: readonly Span[] }
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "fact"; readonly label: string; readonly value: string; readonly moment?: ShownMoment }
  | {
      readonly kind: "source";
      readonly text: string;
      readonly url: string | undefined;
      readonly day: ShownDay | undefined;
    };

/** One thing that was asked for: a meeting, an item, a feed. All text is plain and untrusted: surfaces make it inert. */
export interface Entry {
  readonly headline: readonly Span[];
  readonly url: string | undefined;
  readonly day: ShownDay | undefined;
  readonly lines: readonly Line[];
  /** The same for programs: days as ISO text, moments as ISO text in UTC. */
  readonly data: Json;
}

/** Which part of all entries an answer shows. */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** How many there are. */
  readonly pages: number;
  /** How many entries stand before this page. */
  readonly offset: number;
  readonly total: number;
}

/** The answer to a look-up, told in meaning and not in any surface's markup. */
export interface Answer {
  readonly language: Language;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Undefined where the answer is always whole. */
  readonly page: Page | undefined;
  /** What a reader has to know besides: that nothing was found, where to look. */
  readonly notes: readonly string[];
}
