import type { Analysis, MeetingStatus } from "../../model/analysis.ts";
import type { Language } from "../../model/language.ts";
import type { Day } from "../../model/time.ts";

/** What one item of a process told, in one language. */
export interface Step {
  readonly language: Language;
  readonly analysis: Analysis;
}

/** The days of a meeting, or the month alone where no day was stated, and how sure they were. */
export interface MeetingTold {
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  /** `YYYY-MM`, where no day was stated. */
  readonly month: string | undefined;
  readonly status: MeetingStatus;
}

/** One thing that an item tells otherwise than an earlier item of its process did. */
export type Shift =
  | { readonly part: "participants"; readonly before: number; readonly now: number }
  /** Two revisions of one document: `INF/ECOM/62/Rev.1`, `INF/ECOM/62/Rev.2`. */
  | { readonly part: "text"; readonly before: string; readonly now: string }
  /** When one thing is to be reached; as a target's `by`. */
  | { readonly part: "target"; readonly what: string; readonly before: string; readonly now: string }
  | {
      readonly part: "office";
      readonly role: string;
      readonly country: string | null;
      readonly before: string;
      readonly now: string;
    }
  | { readonly part: "meeting"; readonly before: MeetingTold; readonly now: MeetingTold };

/** A shift with the earlier item that told the former state. */
export interface Novelty<S> {
  readonly shift: Shift;
  readonly since: S;
}

/** Against the last step that tells of the thing; none where that step tells the same. */
export function sinceLast<S extends Step>(
  earlier: readonly S[],
  compare: (step: S) => { readonly shift: Shift; readonly same: boolean } | undefined,
): readonly Novelty<S>[] {
  for (const since of earlier) {
    const found = compare(since);
    if (found !== undefined) return found.same ? [] : [{ shift: found.shift, since }];
  }
  return [];
}
