import { LANGUAGES } from "../../../src/model/language.ts";
import { f1Of, precisionOf, recallOf, share, tallyOf, total, type Tally } from "./compare.ts";
import type { Reading, SpecimenScore } from "./specimen.ts";
import { fold } from "./words.ts";

/** One measured figure: a share of 0 to 1, and what it was counted over. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly counted: string;
}

/** All figures of a set in the order in which they are shown. */
export function figuresOf(scores: readonly SpecimenScore[]): readonly Figure[] {
  const readings = scores.flatMap(({ reading }) => reading ?? []);
  return [...relevanceFigures(scores), ...factFigures(scores, readings), ...briefFigures(readings)];
}

function relevanceFigures(scores: readonly SpecimenScore[]): readonly Figure[] {
  const decided = scores.filter(({ specimen }) => specimen.label.relevant !== "borderline");
  const tempting = scores.filter(({ specimen }) => specimen.label.hardNegative);
  const all = relevanceTally(decided);
  return [
    { name: "relevance, precision", value: precisionOf(all), counted: countsOf(all) },
    { name: "relevance, recall", value: recallOf(all), counted: countsOf(all) },
    ...LANGUAGES.map((language) => {
      const tally = relevanceTally(decided.filter(({ specimen }) => specimen.item.language === language));
      return { name: `relevance in ${language}, F1`, value: f1Of(tally), counted: countsOf(tally) };
    }),
    shareFigure(
      "hard negatives kept out",
      tempting.map(({ said }) => !said),
    ),
  ];
}

function relevanceTally(scores: readonly SpecimenScore[]): Tally {
  const count = (wanted: boolean, said: boolean): number =>
    scores.filter((score) => score.specimen.label.relevant === wanted && score.said === said).length;
  return { hits: count(true, true), extra: count(false, true), missed: count(true, false) };
}

function factFigures(scores: readonly SpecimenScore[], readings: readonly Reading[]): readonly Figure[] {
  const meetings = readings.flatMap((one) => one.meetings.pairs);
  const people = readings.flatMap((one) => one.people.pairs);
  const numbers = scores.flatMap(({ specimen, reading }) =>
    reading === undefined ? [] : [reading.participants === specimen.label.participants],
  );
  return [
    listFigure("topics, F1", tallyOf(readings.map((one) => one.topics))),
    listFigure("meetings, F1", tallyOf(readings.map((one) => one.meetings))),
    shareFigure(
      "meetings, right kind",
      meetings.map(([want, got]) => want.kind === got.kind),
    ),
    shareFigure(
      "meetings, right status",
      meetings.map(([want, got]) => want.status === got.status),
    ),
    shareFigure("participants", numbers),
    listFigure("targets, F1", tallyOf(readings.map((one) => one.targets))),
    listFigure("people, F1", tallyOf(readings.map((one) => one.people))),
    shareFigure(
      "people, right country",
      people.map(([want, got]) => fold(want.country ?? "") === fold(got.country ?? "")),
    ),
    listFigure("documents, F1", tallyOf(readings.map((one) => one.documents))),
  ];
}

function briefFigures(readings: readonly Reading[]): readonly Figure[] {
  const briefs = readings.map(({ brief }) => brief);
  const covered = total(briefs.map((brief) => brief.covered.length));
  const facts = covered + total(briefs.map((brief) => brief.uncovered.length));
  const byLead = total(briefs.map((brief) => brief.coveredByLead));
  const points = total(briefs.map((brief) => brief.points));
  const choppy = total(briefs.map((brief) => brief.choppy.length));
  const words = total(briefs.map((brief) => brief.words));
  const grounded = briefs.filter((brief) => brief.invented.length === 0).length;
  return [
    { name: "key facts in the brief", value: share(covered, facts), counted: `${covered} of ${facts}, English` },
    { name: "key facts in as much lead", value: share(byLead, facts), counted: `${byLead} of ${facts}, English` },
    { name: "briefs in the source's words", value: share(grounded, briefs.length), counted: `of ${briefs.length}` },
    { name: "points that read whole", value: share(points - choppy, points), counted: `of ${points}` },
    {
      name: "briefs with a point",
      value: share(briefs.filter((one) => one.points > 0).length, briefs.length),
      counted: `${Math.round(words / Math.max(1, briefs.length))} words on average`,
    },
  ];
}

function listFigure(name: string, tally: Tally): Figure {
  return { name, value: f1Of(tally), counted: countsOf(tally) };
}

function shareFigure(name: string, right: readonly boolean[]): Figure {
  const count = right.filter(Boolean).length;
  return { name, value: share(count, right.length), counted: `${count} of ${right.length}` };
}

function countsOf({ hits, extra, missed }: Tally): string {
  return `${hits} found, ${missed} missed, ${extra} too many`;
}
