import { decodeHTMLStrict } from "entities";
import type { Token } from "./markup.ts";
import type { Field } from "./vocabulary.ts";

/** A field as it was found, with what stands between its tags. */
export interface Leaf {
  readonly tag: string;
  readonly field: Field;
  /** Whether `isPermaLink` may make an address of it. */
  readonly linkable: boolean;
  /** Atom says by `type` whether a text is HTML. */
  readonly isAtom: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly base: string;
  readonly pieces: Token[];
  /** Elements of the same name open inside. */
  depth: number;
}

/** A field in the form of plain RSS 2.0, or nothing for a link that is not the item's own. */
export function writtenField(leaf: Leaf): string {
  const content = contentOf(leaf);
  switch (leaf.field) {
    case "link":
      return writtenLink(leaf, content);
    case "guid": {
      const permanent = leaf.linkable && leaf.attributes.get("isPermaLink")?.toLowerCase() !== "false";
      return `<guid isPermaLink="${permanent}">${escapeText(content.trim())}</guid>`;
    }
    case "published":
      return `<pubDate>${escapeText(content.trim())}</pubDate>`;
    case "title":
    case "updated":
    case "summary":
    case "article":
      return `<${leaf.field} plain="${isPlain(leaf, content)}">${escapeText(content)}</${leaf.field}>`;
  }
}

/** What no text has that is only meant to be read. */
const HTML = /<(?:p|br|div|a|img|ul|ol|table|span)[\s/>]|<\/[a-z]/i;

/**
 * Whether a text is no HTML: in Atom what has the type `text`, and what has none (RFC 4287, 3.1.1.1), unless it plainly is
 * HTML all the same.
 */
function isPlain({ isAtom, attributes, pieces }: Leaf, content: string): boolean {
  const type = attributes.get("type")?.trim().toLowerCase();
  if (!isAtom || pieces.some(({ kind }) => kind === "open" || kind === "close")) return false;
  return type === "text" || type === "text/plain" || (type === undefined && !HTML.test(content));
}

/** Atom has links to much else besides the page that an entry is about. */
function writtenLink({ attributes, base }: Leaf, content: string): string {
  if (!["alternate", undefined].includes(attributes.get("rel")?.toLowerCase())) return "";
  const target =
    decodeHTMLStrict(attributes.get("href") ?? attributes.get("rdf:resource") ?? "").trim() || content.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(target) ? target : (URL.parse(target, base)?.href ?? "");
  return target === "" ? "" : `<link>${escapeText(absolute)}</link>`;
}

/** A field as HTML: what was escaped is unpacked once, and markup that stands there unescaped is what it says. */
function contentOf({ pieces, attributes }: Leaf): string {
  const content = pieces.map((piece) => {
    if (piece.kind === "text") return decodeHTMLStrict(piece.raw);
    return piece.kind === "cdata" ? piece.text : piece.raw;
  });
  const html = content.join("");
  return attributes.get("mode") === "base64" ? Buffer.from(html, "base64").toString("utf8") : html;
}

// What XML 1.0 does not allow in a document (section 2.2), and the C1 controls, which mean nothing in one.
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Text as XML holds it. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
