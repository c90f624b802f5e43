import type { MeetingKind } from "../model/analysis.ts";

/** What is known of a meeting besides its days. */
export interface Venue {
  readonly kind: MeetingKind;
  readonly body?: string | undefined;
  readonly place?: string | undefined;
}

/** Of these kinds several bodies meet, so that a name says more than the kind. */
const NAMED: ReadonlySet<MeetingKind> = new Set(["council", "ministerial", "other"]);
/** A small group's name says more where it has a subject. */
const WITH_SUBJECT = / (?:on|sur|sobre|consacr|dedicad)/iu;

/** Who meets and where, as far as the source says more than the kind does: "General Council, Geneva". Empty where it does not. */
export function venueText({ kind, body, place }: Venue): string {
  const isTelling = NAMED.has(kind) || (kind === "small-group" && WITH_SUBJECT.test(body ?? ""));
  return [isTelling ? body : undefined, place].filter((part) => part !== undefined).join(", ");
}
