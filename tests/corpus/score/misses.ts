import type { Comparison } from "./compare.ts";
import type { Reading, SpecimenScore } from "./specimen.ts";
import { fold } from "./words.ts";

/** One difference between a label and the analysis. */
export interface Miss {
  readonly id: string;
  readonly field: string;
  readonly wanted?: unknown;
  readonly got?: unknown;
}

/** Everything in which an analysis differs from the label, in the order of the figures. */
export function missesOf(score: SpecimenScore): readonly Miss[] {
  const { id, label, item } = score.specimen;
  const wrong = label.relevant !== "borderline" && label.relevant !== score.said;
  const relevance: readonly Miss[] = wrong
    ? [{ id, field: "relevant", wanted: label.relevant, got: `${String(score.said)}: ${item.title}` }]
    : [];
  return score.reading === undefined ? relevance : [...relevance, ...readingMisses(score, score.reading)];
}

function readingMisses({ specimen: { id, label } }: SpecimenScore, reading: Reading): readonly Miss[] {
  const { participants, brief } = reading;
  return [
    ...listMisses(id, "topics", reading.topics),
    ...listMisses(id, "meetings", reading.meetings),
    ...pairMisses(id, "meeting kind", reading.meetings, (wanted, got) => wanted.kind === got.kind),
    ...pairMisses(id, "meeting status", reading.meetings, (wanted, got) => wanted.status === got.status),
    ...(participants === label.participants
      ? []
      : [{ id, field: "participants", wanted: label.participants, got: participants }]),
    ...listMisses(id, "targets", reading.targets),
    ...listMisses(id, "people", reading.people),
    ...pairMisses(
      id,
      "country",
      reading.people,
      (wanted, got) => fold(wanted.country ?? "") === fold(got.country ?? ""),
    ),
    ...listMisses(id, "documents", reading.documents),
    ...brief.uncovered.map((wanted) => ({ id, field: "key fact", wanted })),
    ...brief.invented.map((got) => ({ id, field: "word that the source lacks", got })),
    ...brief.choppy.map((got) => ({ id, field: "choppy point", got })),
  ];
}

function listMisses(id: string, field: string, { missed, extra }: Comparison<unknown, unknown>): readonly Miss[] {
  return [...missed.map((wanted) => ({ id, field, wanted })), ...extra.map((got) => ({ id, field, got }))];
}

function pairMisses<Wanted, Got>(
  id: string,
  field: string,
  { pairs }: Comparison<Wanted, Got>,
  agree: (wanted: Wanted, got: Got) => boolean,
): readonly Miss[] {
  return pairs.filter(([wanted, got]) => !agree(wanted, got)).map(([wanted, got]) => ({ id, field, wanted, got }));
}
