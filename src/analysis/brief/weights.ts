/**
 * How much each thing that a sentence tells is worth in a brief, against what its words cost. The order of size comes from
 * a regression over labelled items, checked on fifths that were left out; no weight is finer than that can tell.
 */
export const WEIGHTS = {
  /** For each word: what it costs a reader. */
  word: -0.129,
  /** For each word that a brief lacks to say something at all. */
  bare: -0.05,
  /** For each word of content that neither the headline nor another point has. */
  news: 0.13,
  /** The first sentence of the lead, and each other one of it. */
  opening: 1.8,
  lead: 2.4,
  bullet: 2,
  /** That a meeting was held, that one is to come, and each meeting's days. */
  held: 0.4,
  upcoming: 1.6,
  meeting: 0.4,
  participants: 2,
  target: 1.6,
  document: 1.5,
  figure: 0.8,
  topic: 0.18,
  decision: 0.7,
  done: 0.4,
  position: -0.2,
  /** About our subject, where the title names others. */
  subject: 1.9,
  next: 0.8,
  /** Says when something will be that is no meeting. */
  ahead: 0.9,
  aim: 0.1,
  talk: -0.9,
  /** About another subject, where the title names others than ours. */
  elsewhere: -0.5,
  ceremony: -0.3,
  /** Names nobody and nothing. */
  nameless: -0.5,
  /** Leans on a sentence that is not in the brief. */
  reference: -2.5,
  depth: -0.04,
  generic: -1.5,
  opinion: -0.2,
  quotation: -1,
  spoken: -0.8,
  background: -1,
  past: -0.1,
};

export type Weight = keyof typeof WEIGHTS;
