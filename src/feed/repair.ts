import { decodeHTMLStrict } from "entities";
import { declareEntities, noEntities, withEntities, type OwnEntities } from "./entities.ts";
import { FeedError } from "./errors.ts";
import { escapeText, writtenField, type Leaf } from "./field.ts";
import { attributesOf, tokensOf, type Token } from "./markup.ts";
import { shownAddress } from "./redirect.ts";
import { canonicalName, fieldOf, isItem, roleOf, scopeWithin, type Role, type Scope } from "./vocabulary.ts";

// Feeds are a handful of elements deep.
const DEEPEST = 200;

/** What pages, and the messages of broken servers, begin with. */
const HTML_STARTS: ReadonlySet<string> = new Set(
  "html head body title meta script div p br b center h1 font table".split(" "),
);

/**
 * Rewrites a feed of any dialect (RSS 0.9 to 2.0, Atom 0.3 and 1.0) as plain, well-formed RSS 2.0 that holds only what we
 * read: stray `&`, HTML entities, control characters, unescaped or XHTML markup, odd prefixes and unclosed elements would
 * each make an XML parser lose the whole feed or the order of its words. Links come out absolute, starting from
 * `xml:base` or else `url`; the text of titles, summaries and articles comes out as HTML.
 *
 * @throws FeedError `not-a-feed`, `truncated`, `refused` or `malformed`
 */
export function repairFeed(markup: string, url: string): string {
  const walk = begin(url);
  for (const token of tokensOf(markup)) {
    step(walk, token);
    if (walk.ended) break;
  }
  const { shown } = walk;
  if (!walk.begun) {
    throw new FeedError(
      "not-a-feed",
      `${shown} answered with ${describe(markup)} instead of a feed; check the address.`,
    );
  }
  if (!walk.ended) {
    throw new FeedError("truncated", `${shown} ends in the middle of the document; it is asked again later.`);
  }
  if (!walk.recognised) {
    throw new FeedError(
      "not-a-feed",
      `${shown} answered with XML that has neither channel nor items; check the address.`,
    );
  }
  return `<rss version="2.0"><channel>${walk.out.join("")}</channel></rss>`;
}

/** Where the rewriting stands. */
interface Walk {
  /** The address as messages show it. */
  readonly shown: string;
  /** The scope around the root. */
  readonly outside: Scope;
  readonly entities: OwnEntities;
  readonly out: string[];
  readonly stack: Frame[];
  leaf: Leaf | undefined;
  core: "atom" | "";
  begun: boolean;
  ended: boolean;
  recognised: boolean;
}

/** An open element that can hold fields, or hides what it holds. */
interface Frame {
  readonly tag: string;
  readonly role: Role;
  readonly scope: Scope;
}

function begin(url: string): Walk {
  const address = URL.parse(url);
  return {
    shown: address === null ? url : shownAddress(address),
    outside: { prefixes: new Map(), base: url },
    entities: noEntities(),
    out: [],
    stack: [],
    leaf: undefined,
    core: "",
    begun: false,
    ended: false,
    recognised: false,
  };
}

function step(walk: Walk, found: Token): void {
  const { entities, shown } = walk;
  if (found.kind === "declaration") declareEntities(found.raw, entities, shown);
  const isRead = found.kind === "text" || found.kind === "open";
  const token = isRead ? { ...found, raw: withEntities(found.raw, entities, shown) } : found;
  if (walk.leaf !== undefined && continueLeaf(walk, walk.leaf, token)) return;
  if (token.kind === "open") openElement(walk, token);
  if (token.kind === "close") closeElement(walk, token.name);
}

function openElement(walk: Walk, token: Token & { kind: "open" }): void {
  const attributes = attributesOf(token.raw);
  const outer = walk.stack.at(-1);
  const scope = scopeWithin(outer?.scope ?? walk.outside, attributes);
  if (outer === undefined) {
    openRoot(walk, token, scope);
    return;
  }
  const name = canonicalName(token.name, scope, walk.core);
  if (isItem(name)) closeOpenItem(walk);
  const parent = walk.stack.at(-1)?.role ?? "other";
  const field = fieldOf(name, parent);
  if (field !== undefined) {
    const linkable = name === "guid";
    const isAtom = name.startsWith("atom:");
    walk.leaf = { tag: token.name, field, linkable, isAtom, attributes, base: scope.base, pieces: [], depth: 0 };
    if (token.empty) finishLeaf(walk, walk.leaf);
    return;
  }
  enter(walk, { tag: token.name, role: roleOf(name, parent), scope }, attributes);
  if (token.empty) closeElement(walk, token.name);
}

function openRoot(walk: Walk, token: Token & { kind: "open" }, scope: Scope): void {
  const local = token.name.slice(token.name.indexOf(":") + 1).toLowerCase();
  if (!["rss", "rdf", "feed", "channel"].includes(local)) {
    const what = HTML_STARTS.has(local) ? "an HTML page" : `a document of type "${local.slice(0, 40)}"`;
    throw new FeedError(
      "not-a-feed",
      `${walk.shown} answered with ${what} instead of a feed; check the address in a browser.`,
    );
  }
  walk.begun = true;
  walk.core = local === "feed" ? "atom" : "";
  enter(walk, { tag: token.name, role: local === "rss" || local === "rdf" ? "root" : "channel", scope }, new Map());
  if (token.empty) closeElement(walk, token.name);
}

function enter(walk: Walk, frame: Frame, attributes: ReadonlyMap<string, string>): void {
  if (walk.stack.length >= DEEPEST) {
    throw new FeedError(
      "malformed",
      `${walk.shown} nests its elements more than ${DEEPEST} deep, which no feed does; check the address.`,
    );
  }
  walk.stack.push(frame);
  if (frame.role === "channel" || frame.role === "item") walk.recognised = true;
  if (frame.role !== "item") return;

  walk.out.push("<item>");
  const about = attributes.get("rdf:about");
  if (about !== undefined) walk.out.push(`<guid isPermaLink="true">${escapeText(decodeHTMLStrict(about))}</guid>`);
}

/** Closes the element and what was left open inside it. A close tag of nothing open is passed over. */
function closeElement(walk: Walk, tag: string): void {
  const at = walk.stack.findLastIndex((frame) => frame.tag === tag);
  if (at === -1) return;
  const closed = walk.stack.splice(at);
  if (closed.some((frame) => frame.role === "item")) walk.out.push("</item>");
  walk.ended = walk.stack.length === 0;
}

function closeOpenItem(walk: Walk): void {
  const open = walk.stack.findLast((frame) => frame.role === "item");
  if (open !== undefined) closeElement(walk, open.tag);
}

/** Takes a token into the field; false where the token goes beyond it, since the field was left open. */
function continueLeaf(walk: Walk, leaf: Leaf, token: Token): boolean {
  if (token.kind === "close" && token.name === leaf.tag && leaf.depth === 0) {
    finishLeaf(walk, leaf);
    return true;
  }
  const isBeyond = token.kind === "close" && token.name === walk.stack.at(-1)?.tag;
  if (isBeyond || (token.kind === "open" && beginsAnother(token, leaf))) {
    finishLeaf(walk, leaf);
    return false;
  }
  if (token.kind === "close" && token.name === leaf.tag) leaf.depth -= 1;
  if (token.kind === "open" && token.name === leaf.tag && !token.empty) leaf.depth += 1;
  leaf.pieces.push(token);
  return true;
}

/** Elements of feeds that HTML does not have: none of them is part of a text. */
const NO_MARKUP: ReadonlySet<string> = new Set(
  "item entry guid pubdate published updated description encoded".split(" "),
);

function beginsAnother({ name, raw }: Token & { readonly kind: "open" }, { tag }: Leaf): boolean {
  if (name === tag) return false;
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  // HTML's own link says by its attributes to what.
  return NO_MARKUP.has(local) || (local === "link" && attributesOf(raw).size === 0);
}

function finishLeaf(walk: Walk, leaf: Leaf): void {
  walk.leaf = undefined;
  walk.out.push(writtenField(leaf));
}

/** How `<?xm` comes out where a document of IBM's mainframes is read as Windows-1252 (XML 1.0, appendix F.1). */
const EBCDIC = "Lo\u00a7\u201d";

function describe(markup: string): string {
  const start = markup.trimStart();
  if (start === "") return "an empty body";
  if (start.startsWith(EBCDIC)) return "a document in EBCDIC, which is not read,";
  return start.startsWith("{") || start.startsWith("[") ? "JSON" : "plain text";
}
