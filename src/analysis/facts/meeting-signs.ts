import { MEETING_KINDS, type MeetingKind } from "../../model/analysis.ts";
import {
  ACTORS,
  GENERIC_MEETINGS,
  MEETING_NOUNS,
  MEETING_VERBS,
  NOT_MEETINGS,
  PAPERS,
  SCHEDULED,
} from "../language-words/meeting-words.ts";
import { matchesOf, tableOf } from "./word-tables.ts";

export type Role = "noun" | "generic" | "verb" | "schedule" | "actor" | "not" | "paper";

/** A telling word of a sentence. */
export interface Sign {
  readonly role: Role;
  readonly kind: MeetingKind | undefined;
  readonly at: number;
  readonly until: number;
}

/** A day's place in its sentence, with the ends of its neighbours. */
export interface Place {
  readonly before: number;
  readonly at: number;
  readonly until: number;
  readonly after: number;
}

interface Telling {
  readonly role: Role;
  readonly kind: MeetingKind | undefined;
}

const SIGNS = tableOf<Telling>([
  ...MEETING_KINDS.map((kind) => [{ role: "noun", kind }, MEETING_NOUNS[kind]] as const),
  [{ role: "generic", kind: undefined }, GENERIC_MEETINGS],
  [{ role: "verb", kind: undefined }, MEETING_VERBS],
  [{ role: "schedule", kind: undefined }, SCHEDULED],
  [{ role: "actor", kind: undefined }, ACTORS],
  [{ role: "not", kind: undefined }, NOT_MEETINGS],
  [{ role: "paper", kind: undefined }, PAPERS],
]);
/** All telling words of a sentence in order; one inside a longer one is left out. */
export function signsOf(text: string): readonly Sign[] {
  const found = [...matchesOf(text, SIGNS)].map(({ value, at, until }) => ({ ...value, at, until }));
  found.sort((a, b) => a.at - b.at || b.until - a.until);
  const signs: Sign[] = [];
  for (const sign of found) if (sign.until > (signs.at(-1)?.until ?? 0)) signs.push(sign);
  return signs;
}

/** Whether a sign tells of something that was done, or of a paper: more than who acted and what was planned. */
export function isStrong(sign: Sign): boolean {
  return sign.role !== "actor" && sign.role !== "schedule";
}
