import { createHash } from "node:crypto";
import { figuresOf } from "./figures.ts";
import type { SpecimenScore } from "./specimen.ts";

/** One figure in each part of a set, in the order of the parts. */
export interface Spread {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * The figures of each part of a set, split by chance: how far they lie apart tells how much chance is in the whole.
 * The same seed splits the same way, and an item keeps its place in the draw when others come or go.
 *
 * @param count how many parts, as equal as they can be
 */
export function spreadOf(scores: readonly SpecimenScore[], count: number, seed: number): readonly Spread[] {
  const drawn = [...scores].sort((a, b) => lot(a, seed).localeCompare(lot(b, seed)));
  const parts = Array.from({ length: count }, (_, part) => figuresOf(drawn.filter((_, at) => at % count === part)));
  return figuresOf(scores).map(({ name }) => ({
    name,
    values: parts.flatMap((figures) => figures.filter((figure) => figure.name === name).map(({ value }) => value)),
  }));
}

function lot({ specimen }: SpecimenScore, seed: number): string {
  return createHash("sha256").update(`${seed} ${specimen.id}`).digest("hex");
}
