import type { Person } from "../../model/analysis.ts";
import type { Role } from "./roles.ts";

/** A person as one sentence has them. */
export interface PersonMention {
  /** As it stands in the source. */
  readonly name: string;
  readonly words: readonly string[];
  readonly isTitled: boolean;
  readonly role: Role | undefined;
  readonly country: string | undefined;
}

interface Entry {
  readonly name: string;
  words: readonly string[];
  role: Role | undefined;
  country: string | undefined;
}

const SECRETARIAT: ReadonlySet<string> = new Set(["Director-General", "Deputy Director-General", "Chief Economist"]);

/**
 * One entry for each person: a surname alone belongs to the full name that has it. Mentions in the headline come last,
 * so that they add nobody who is already known.
 */
export function mergePeople(body: readonly PersonMention[], titles: readonly PersonMention[]): readonly Person[] {
  const entries: Entry[] = [];
  const byWord = new Map<string, Entry>();
  for (const mention of inOrder(body, titles)) {
    const known = knownFor(mention, byWord);
    if (known === undefined) {
      const entry = { ...mention };
      entries.push(entry);
      for (const word of mention.words) byWord.set(key(word), entry);
      continue;
    }
    known.country ??= mention.country;
    if (known.role === undefined || (mention.role !== undefined && says(mention.role) > says(known.role)))
      known.role = mention.role ?? known.role;
  }
  return entries.map(({ name, role, country }) => ({
    name,
    role: role?.name ?? "speaker",
    country: role !== undefined && SECRETARIAT.has(role.name) ? null : (country ?? null),
  }));
}

/** Full names first, so that a surname finds its owner even where it comes earlier. */
function inOrder(body: readonly PersonMention[], titles: readonly PersonMention[]): readonly PersonMention[] {
  const full = body.filter((mention) => mention.words.length > 1);
  const short = body.filter((mention) => mention.words.length === 1);
  return [...full, ...short, ...titles];
}

/** The person who has every word of the mention, or whose every word the mention has. */
function knownFor(mention: PersonMention, byWord: ReadonlyMap<string, Entry>): Entry | undefined {
  for (const word of mention.words) {
    const entry = byWord.get(key(word));
    if (entry === undefined) continue;
    const has = (words: readonly string[], others: readonly string[]): boolean =>
      others.every((other) => words.some((one) => key(one) === key(other)));
    if (has(entry.words, mention.words) || has(mention.words, entry.words)) return entry;
  }
  return undefined;
}

function says(role: Role): number {
  return role.name.length / 1000 - role.rank;
}

function key(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
