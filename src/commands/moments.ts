import { momentText } from "../delivery/dates.ts";
import type { Line } from "../model/answer.ts";
import { Temporal, type Millis } from "../model/time.ts";
import type { AskTools } from "./command.ts";
import { recordWordsOf } from "./record-words.ts";

/** A moment for programs, as ISO text in UTC. */
export function isoOf(at: Millis | null | undefined): string | null {
  return at === null || at === undefined ? null : Temporal.Instant.fromEpochMilliseconds(at).toString();
}

/** A moment for people, in the zone of the configuration; "never yet" for none. */
export function momentOf(at: Millis | null | undefined, { timezone, language }: AskTools): string {
  return at === null || at === undefined ? recordWordsOf(language).never : momentText(at, timezone, language);
}

/** A moment as a fact, which platforms also show in each reader's own zone. */
export function momentLine(
  label: string,
  at: Millis | null | undefined,
  tools: AskTools,
  behind = "",
): readonly Line[] {
  const shown = momentOf(at, tools);
  const value = `${shown}${behind}`;
  return [
    at === null || at === undefined
      ? { kind: "fact", label, value }
      : { kind: "fact", label, value, moment: { at, shown } },
  ];
}
