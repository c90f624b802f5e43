/** What a feed's element says, whichever dialect it is written in. */
export type Field = "title" | "link" | "guid" | "published" | "updated" | "summary" | "article";

/** The part of a feed that an element opens. */
export type Role = "root" | "channel" | "item" | "other";

/** Namespace prefixes in force at a place, and the address that relative links there start from. */
export interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly base: string;
}

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2005/atom", "atom"],
  ["http://purl.org/atom/ns#", "atom"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://purl.org/dc/elements/1.0/", "dc"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://purl.org/rss/1.0/modules/content/", "content"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://search.yahoo.com/mrss/", "media"],
]);

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["title", "title"],
  ["atom:title", "title"],
  ["dc:title", "title"],
  ["link", "link"],
  ["atom:link", "link"],
  ["guid", "guid"],
  ["atom:id", "guid"],
  ["dc:identifier", "guid"],
  ["pubdate", "published"],
  ["atom:published", "published"],
  ["atom:issued", "published"],
  ["atom:created", "published"],
  ["dc:date", "published"],
  ["dcterms:issued", "published"],
  ["dcterms:created", "published"],
  ["atom:updated", "updated"],
  ["atom:modified", "updated"],
  ["dcterms:modified", "updated"],
  ["description", "summary"],
  ["atom:summary", "summary"],
  ["dc:description", "summary"],
  ["content:encoded", "article"],
  ["atom:content", "article"],
  ["xhtml:body", "article"],
]);

/** The scope inside an element with these attributes. */
export function scopeWithin(outer: Scope, attributes: ReadonlyMap<string, string>): Scope {
  const declared = [...attributes]
    .filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"))
    .map(([name, uri]) => [name.slice("xmlns:".length), knownPrefix(name, uri)] as const);
  const base = attributes.get("xml:base");
  if (declared.length === 0 && base === undefined) return outer;
  return {
    prefixes: new Map([...outer.prefixes, ...declared]),
    base: (base === undefined ? undefined : URL.parse(base, outer.base)?.href) ?? outer.base,
  };
}

/**
 * An element's name in lower case with the usual prefix of its namespace, whatever the document calls it; the elements
 * of RSS itself have none. `core` is what a name without prefix belongs to: `atom` or the empty text of RSS.
 */
export function canonicalName(written: string, scope: Scope, core: "atom" | ""): string {
  const colon = written.indexOf(":");
  const prefix = written.slice(0, Math.max(colon, 0));
  const local = written.slice(colon + 1).toLowerCase();
  const known = scope.prefixes.get(prefix);
  const usual = prefix === "" && (known === undefined || known === "" || known === "atom") ? core : (known ?? prefix);
  return usual === "" ? local : `${usual.toLowerCase()}:${local}`;
}

/** What an element directly inside a part of the feed says, or undefined where it does not matter. */
export function fieldOf(name: string, parent: Role): Field | undefined {
  const field = FIELDS.get(name);
  return parent === "item" || (parent === "channel" && field === "title") ? field : undefined;
}

/** The part that an element opens inside another. RSS 1.0 puts its items beside the channel, the others inside. */
export function roleOf(name: string, parent: Role): Role {
  if (parent !== "root" && parent !== "channel") return "other";
  if (isItem(name)) return "item";
  return name === "channel" && parent === "root" ? "channel" : "other";
}

/** Whether an element of this name is an item; some take RSS's name into Atom. */
export function isItem(name: string): boolean {
  return name === "item" || name === "atom:entry" || name === "atom:item";
}

function knownPrefix(name: string, uri: string): string {
  const known = NAMESPACES.get(uri.trim().toLowerCase());
  if (known !== undefined) return known;
  // RSS has had many namespace addresses besides those of its modules; an unknown default is a feed's own idea of RSS.
  return name === "xmlns" || /\/rss[\d./#]*$|netscape/i.test(uri) ? "" : name.slice("xmlns:".length);
}
