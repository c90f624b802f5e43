import type { Analysis, Meeting, Person, Target } from "../../../src/model/analysis.ts";
import type { Label, Specimen } from "../read.ts";
import { scoreBrief, type BriefScore } from "./brief.ts";
import { compare, type Comparison } from "./compare.ts";
import { fold } from "./words.ts";

/** One item's analysis held against its label. */
export interface SpecimenScore {
  readonly specimen: Specimen;
  readonly said: boolean;
  /** Undefined for an irrelevant item, which has no labels beyond that. */
  readonly reading: Reading | undefined;
}

/** What was read, field by field. Meetings agree by their days, targets by their dates, people by their names. */
export interface Reading {
  readonly topics: Comparison<string, string>;
  readonly meetings: Comparison<Label["meetings"][number], Meeting>;
  readonly targets: Comparison<Label["targets"][number], Target>;
  readonly people: Comparison<Label["people"][number], Person>;
  readonly documents: Comparison<string, string>;
  readonly participants: number | null;
  readonly brief: BriefScore;
}

/** Holds an analysis against the label; `reading` is left out where the label says irrelevant. */
export function scoreSpecimen(specimen: Specimen, analysis: Analysis): SpecimenScore {
  const reading = specimen.label.relevant === false ? undefined : readingOf(specimen, analysis);
  return { specimen, said: analysis.relevant, reading };
}

function readingOf({ item, label }: Specimen, analysis: Analysis): Reading {
  return {
    topics: compare(label.topics, analysis.topics, (topic: string) => topic),
    meetings: compare(label.meetings, analysis.meetings, (one: Days) => `${one.start}/${one.end}`),
    targets: compare(label.targets, analysis.targets, (one: { readonly by: string }) => fold(one.by)),
    people: compare(label.people, analysis.people, (one: { readonly name: string }) => fold(one.name)),
    documents: compare(label.documents, analysis.documents, fold),
    participants: analysis.participants?.count ?? null,
    brief: scoreBrief(analysis.brief, item, item.language === "en" ? label.keyFacts : []),
  };
}

interface Days {
  readonly start: string;
  readonly end: string;
}
