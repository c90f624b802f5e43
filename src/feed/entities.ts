import { FeedError } from "./errors.ts";

/** The entities that a document declares for itself, and how much text they may still become. */
export interface OwnEntities {
  readonly values: Map<string, string>;
  room: number;
}

/** So much text may come of all of a document's own entities. */
const ROOM = 100_000;
/** No name or address is longer. */
const LONGEST = 1_000;

export function noEntities(): OwnEntities {
  return { values: new Map(), room: ROOM };
}

const DECLARED =
  /<!ENTITY\s+(?<parameter>%\s+)?(?<name>[^\s%]+)\s+(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<outside>PUBLIC|SYSTEM)\b)?/gi;
const NESTED = /<|%|&(?!#\d{1,7};|#x[\da-f]{1,6};|(?:amp|lt|gt|quot|apos);)/i;

/**
 * Takes up what a document type declaration says of entities: short texts that hold neither markup nor other entities, as
 * old feeds have them for a name or an address. A list of entities that stands elsewhere (RSS 0.91's) is never fetched.
 *
 * @throws FeedError `refused` for all others: they are how a small document grows to gigabytes or reads local files
 */
export function declareEntities(declaration: string, { values }: OwnEntities, shown: string): void {
  for (const { groups = {} } of declaration.matchAll(DECLARED)) {
    const value = groups["double"] ?? groups["single"];
    if (groups["parameter"] !== undefined && groups["outside"] !== undefined) continue;
    const isHarmless = groups["parameter"] === undefined && value !== undefined && value.length <= LONGEST;
    if (!isHarmless || NESTED.test(value)) throw refusal(shown);
    // Of several declarations the first one binds: XML 1.0, section 4.2.
    const name = groups["name"] ?? "";
    if (!values.has(name)) values.set(name, value);
  }
}

/**
 * A piece of markup with the document's own entities written out.
 *
 * @throws FeedError `refused` where they come to more than any feed has
 */
export function withEntities(raw: string, entities: OwnEntities, shown: string): string {
  if (entities.values.size === 0 || !raw.includes("&")) return raw;
  return raw.replaceAll(/&([^\s&;]{1,80});/g, (reference, name: string) => {
    const value = entities.values.get(name);
    if (value === undefined) return reference;
    entities.room -= value.length;
    if (entities.room < 0) throw refusal(shown);
    return value;
  });
}

function refusal(shown: string): FeedError {
  return new FeedError(
    "refused",
    `${shown} declares XML entities of a kind with which harmful documents are made; it is not read.`,
  );
}
