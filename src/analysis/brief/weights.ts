/** How much each thing that a sentence tells is worth in a brief. Found by trying on sets of labelled items. */
export const WEIGHTS = {
  /** For each word: what it costs a reader. */
  word: -0.1,
  /** For each word of content that neither the headline nor another point has. */
  news: 0.1,
  /** The first sentence of the lead, and each other one of it. */
  opening: 2,
  lead: 1,
  bullet: 2,
  /** Days of a meeting that was held, and of one to come. */
  held: 1,
  upcoming: 1.5,
  /** Another date. */
  date: 0.5,
  participants: 1.5,
  target: 1,
  document: 0.3,
  figure: 0.4,
  topic: 0.3,
  decision: 0.8,
  next: 0.8,
  aim: 0.6,
  ceremony: -0.6,
  reference: -1,
  opinion: -0.5,
  quotation: -1,
  background: -1.5,
  past: -0.5,
};

export type Weights = typeof WEIGHTS;
