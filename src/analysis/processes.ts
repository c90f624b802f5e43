import type { Item } from "../model/item.ts";
import { PROCESSES, type ProcessId } from "../model/process.ts";

/** MC13, MC 13; 13th Ministerial Conference; 13e Conférence ministérielle; 13ª Conferencia Ministerial; XIII … */
const CONFERENCES: readonly RegExp[] = [
  /\b(?:MC|CM) ?-?(?<number>\d{1,2})\b/gu,
  /\b(?<number>\d{1,2})(?:st|nd|rd|th) (?:WTO )?Ministerial Conference\b/giu,
  /\b(?<number>\d{1,2})(?:e|ème|ᵉ) Conférence ministérielle\b/giu,
  /\b(?<number>\d{1,2})\.?[ªa°] Conferencia Ministerial\b/giu,
  /\b(?<word>\p{L}+) (?:WTO )?Ministerial Conference\b/giu,
  /\b(?<word>\p{L}+) Conférence ministérielle\b/giu,
  /\b(?<word>\p{L}+) Conferencia Ministerial\b/giu,
];

/** What every form has: most leads are done with after this one look. */
const NAMED = /minist|MC|CM/iu;

/** The ordinals of conferences as they are written out. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    ["eighth", "huitième", "octava"],
    ["ninth", "neuvième", "novena"],
    ["tenth", "dixième", "décima"],
    ["eleventh", "onzième", "undécima"],
    ["twelfth", "douzième", "duodécima"],
    ["thirteenth", "treizième", "decimotercera"],
    ["fourteenth", "quatorzième", "decimocuarta"],
    ["fifteenth", "quinzième", "decimoquinta"],
    ["sixteenth", "seizième", "decimosexta"],
  ].flatMap((words, at) => words.map((word) => [word, at + 8] as const)),
);

/**
 * The processes that an item is a step of: those of its topics, and the ministerial conferences that its title or its
 * lead names. A conference named further down is background.
 */
export function processesOf(item: Item, topics: readonly string[]): readonly ProcessId[] {
  const lead = `${item.title}\n${item.description || (item.text ?? "").split("\n")[0]}`;
  const forms = NAMED.test(lead) ? CONFERENCES : [];
  const numbers = forms.flatMap((form) => Array.from(lead.matchAll(form), numberOf));
  const conferences = [...new Set(numbers)].filter((number) => number !== undefined).map((number) => `mc${number}`);
  return [...PROCESSES.filter((process) => topics.includes(process)), ...conferences];
}

function numberOf({ groups = {} }: RegExpMatchArray): number | undefined {
  return groups["number"] === undefined ? ORDINALS.get(groups["word"]?.toLowerCase() ?? "") : Number(groups["number"]);
}
