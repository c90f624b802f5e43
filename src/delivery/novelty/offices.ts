import type { Analysis, Person } from "../../model/analysis.ts";
import { foldedWords } from "../../model/fold.ts";
import { sinceLast, type Novelty, type Step } from "./shift.ts";

/** Offices of which one person is the holder: a co-convenor for each country. */
const OFFICES = /^(?:co-convenor$|Chair of |facilitator of )/u;

/** Who holds an office, where the item names one holder. */
export function officesOf({ people }: Analysis): readonly Person[] {
  const holders = people.filter(({ role }) => OFFICES.test(role));
  return holders.filter((one) => holders.filter((other) => isSameOffice(one, other)).length === 1);
}

function isSameOffice(a: Person, b: Person): boolean {
  return a.role === b.role && (a.role !== "co-convenor" || a.country === b.country);
}

/** Another holder of an office than the one that was named last. */
export function officeNovelty<S extends Step>(person: Person, earlier: readonly S[]): readonly Novelty<S>[] {
  const { role, country, name } = person;
  if (role === "co-convenor" && country === null) return [];
  return sinceLast(earlier, ({ analysis }) => {
    const before = officesOf(analysis).find((other) => isSameOffice(other, person));
    if (before === undefined) return undefined;
    return {
      shift: { part: "office", role, country, before: before.name, now: name },
      same: mayBeOne(before.name, name),
    };
  });
}

/** Names are written in full here and shortened there: those that share their last part may be one person's. */
function mayBeOne(a: string, b: string): boolean {
  const [one, other] = [foldedWords(a), foldedWords(b)].map((words) => words.map(({ word }) => word));
  const [last, otherLast] = [one?.at(-1), other?.at(-1)];
  return last === undefined || otherLast === undefined || other?.includes(last) || one?.includes(otherLast) || false;
}
