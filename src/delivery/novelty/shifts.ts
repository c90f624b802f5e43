import { meetingNovelty } from "./meetings.ts";
import { officeNovelty, officesOf } from "./offices.ts";
import { sinceLast, type Novelty, type Step } from "./shift.ts";
import { targetNovelty } from "./targets.ts";
import { textNovelty } from "./texts.ts";

/** The participants of a process are those of the joint initiative, whatever else an item is a step of. */
const COUNTED = "joint-initiative";

/**
 * What an item tells otherwise than the items before it in the same process: each thing against the last item that told
 * of it. What no earlier item told is no change, nor is what an earlier one did not repeat.
 * @param earlier the items before it, the latest first
 */
export function noveltiesOf<S extends Step>(now: Step, earlier: readonly S[]): readonly Novelty<S>[] {
  return [
    ...participantsNovelty(now, earlier),
    ...now.analysis.documents.flatMap((symbol) => textNovelty(symbol, earlier)),
    ...now.analysis.targets.flatMap((target) => targetNovelty(now, target, earlier)),
    ...officesOf(now.analysis).flatMap((office) => officeNovelty(office, earlier)),
    ...now.analysis.meetings.flatMap((meeting) => meetingNovelty(meeting, earlier)),
  ];
}

/** The number that the last item before told; undefined where none did. */
export function participantsBefore(earlier: readonly Step[]): number | undefined {
  return earlier.find(({ analysis }) => analysis.participants !== undefined)?.analysis.participants?.count;
}

function participantsNovelty<S extends Step>(now: Step, earlier: readonly S[]): readonly Novelty<S>[] {
  const { participants } = now.analysis;
  if (participants === undefined) return [];
  return sinceLast(earlier, ({ analysis }) => {
    if (analysis.participants === undefined || analysis.processes?.includes(COUNTED) === false) return undefined;
    const shift = { part: "participants", before: analysis.participants.count, now: participants.count } as const;
    return { shift, same: shift.before === shift.now };
  });
}
