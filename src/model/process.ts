/** What WTO work on e-commerce belongs to: a negotiation, a programme, a decision that is renewed, a conference. */
export const PROCESSES = ["joint-initiative", "moratorium", "work-programme"] as const;

/** One of `PROCESSES`, or a ministerial conference such as `mc13`. */
export type ProcessId = string;

/** Whether a word names a process as timelines know it. */
export function isProcess(word: string): boolean {
  return processIn(word) !== undefined;
}

/** The id of the process that a person names; undefined for none. */
export function processIn(word: string): ProcessId | undefined {
  const bare = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  const conference = /^mc-?(\d{1,2})$/.exec(bare)?.[1];
  if (conference !== undefined) return `mc${Number(conference)}`;
  return PROCESSES.find((process) => process === bare || ALIASES[process].includes(bare));
}

/** As people write them in the three languages. */
const ALIASES: Readonly<Record<(typeof PROCESSES)[number], readonly string[]>> = {
  "joint-initiative": ["jsi", "ji", "initiative-conjointe", "iniciativa-conjunta", "joint-statement-initiative"],
  moratorium: ["moratoire", "moratoria"],
  "work-programme": ["work-program", "wp", "programme-de-travail", "programa-de-trabajo"],
};
