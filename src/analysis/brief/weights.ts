/** How much each thing that a sentence tells is worth in a brief. Found by trying on sets of labelled items. */
export const WEIGHTS = {
  /** For each word: what it costs a reader. */
  word: -0.1,
  /** For each word of content that neither the headline nor another point has. */
  news: 0.12,
  /** The first sentence of the lead, and each other one of it. */
  opening: 2.5,
  lead: 2,
  bullet: 2,
  /** That a meeting was held, that one is to come, and each meeting's days. */
  held: 0.3,
  upcoming: 1.2,
  meeting: 0.3,
  /** Any date as written. */
  date: 0.2,
  participants: 0.8,
  target: 1.4,
  document: 0.7,
  figure: 0.2,
  topic: 0.15,
  decision: 0.6,
  next: 0.6,
  aim: 0.6,
  ceremony: -0.6,
  /** Leans on a sentence that is not in the brief. */
  reference: -2,
  depth: -0.08,
  generic: -1,
  opinion: -0.4,
  quotation: -1.5,
  background: -1.5,
  past: -0.3,
};

export type Weight = keyof typeof WEIGHTS;
