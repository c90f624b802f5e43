import { decodeHTMLStrict } from "entities";
import { tokensOf } from "./markup.ts";

/** Text that was escaped once too often is common, twice is rare, and more is an attack. */
const MOST_ROUNDS = 3;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure " +
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noframes ol optgroup " +
    "option p pre section select summary table tbody td textarea tfoot th thead title tr ul"
  ).split(" "),
);

const INLINES: ReadonlySet<string> = new Set(
  (
    "a abbr acronym applet area audio b base basefont bdi bdo big blink button canvas cite code data del dfn em embed font i " +
    "iframe img input ins kbd label link map mark marquee meta nobr noscript object output param picture q rp rt ruby s " +
    "samp script small source span strike strong style sub sup svg template time track tt u var video wbr"
  ).split(" "),
);

/** Elements whose content is never read. */
const UNREAD: ReadonlySet<string> = new Set(["script", "style", "noscript", "iframe", "object", "svg", "template"]);

/**
 * Characters that show nothing but change what is shown or found: controls, marks of writing direction (Unicode
 * Standard Annex 9), zero-width and soft breaks, annotation and tag characters.
 */
const INVISIBLE =
  /(?!\s)\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

// Unicode's own separators stand for the breaks of the markup: white space to every other rule, yet told apart.
const LINE = "\u2028";
const PARAGRAPH = "\u2029";

/**
 * HTML as one line of plain text: tags out, block elements as spaces, entities decoded (also those escaped twice),
 * control and bidirectional marks out, white space folded, NFC. A `<word>` that HTML does not know stays as text.
 */
export function toPlainText(html: string): string {
  return foldSpace(unpack(html));
}

/** HTML, or text with empty lines, as plain paragraphs parted by an empty line. */
export function toParagraphs(html: string): string {
  const text = unpack(html);
  const breaks = text.includes(PARAGRAPH) ? /\u2029|\u2028\s*\u2028/ : /\u2028\s*\u2028|\n\s*\n/;
  return text
    .split(breaks)
    .map(foldSpace)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** Plain text with its white space folded, invisible characters out, in NFC. */
export function foldSpace(text: string): string {
  return text.toWellFormed().replaceAll(INVISIBLE, "").replaceAll(/\s+/g, " ").trim().normalize("NFC");
}

function unpack(html: string): string {
  let text = html;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const unpacked = decodeHTMLStrict(withoutTags(text));
    if (unpacked === text) break;
    text = unpacked;
  }
  return text;
}

function withoutTags(html: string): string {
  const pieces: string[] = [];
  let unread: { readonly name: string; readonly from: number } | undefined;
  for (const token of tokensOf(html)) {
    if (token.kind === "text") pieces.push(token.raw);
    if (token.kind === "cdata") pieces.push(token.text);
    if (token.kind === "declaration" && !/^<!doctype/i.test(token.raw)) pieces.push(token.raw);
    if (token.kind !== "open" && token.kind !== "close") continue;

    const name = token.name.toLowerCase();
    pieces.push(replacementOf(name) ?? token.raw);
    if (token.kind === "open" && unread === undefined && UNREAD.has(name) && !token.empty) {
      unread = { name, from: pieces.length };
    }
    if (token.kind === "close" && name === unread?.name) {
      // Only now: an element that is never closed must not swallow what follows.
      pieces.length = unread.from;
      unread = undefined;
    }
  }
  return pieces.join("");
}

/** The prefixes of word processors, whose elements stand inside those of HTML and break nothing. */
const WORD_PROCESSORS: ReadonlySet<string> = new Set(["o", "w", "v", "m", "st1"]);

/** What stands in the text for a tag, or undefined where it is no HTML. XHTML in a feed may have a prefix, `x:p`. */
function replacementOf(name: string): string | undefined {
  const [prefix = "", local] = name.split(":");
  const known = local === undefined || WORD_PROCESSORS.has(prefix) ? name : local;
  if (known === "br") return LINE;
  if (BLOCKS.has(known)) return PARAGRAPH;
  return INLINES.has(known) || local !== undefined ? "" : undefined;
}
