import { withoutUser } from "../model/web-address.ts";

/**
 * Plain text without anything that could steer a screen: control characters, bidirectional marks, embeddings and
 * isolates, zero-width and other invisible format characters, and lone surrogates go; runs of whitespace, line breaks
 * included, become one space, and a single narrow no-break space stays; the ends are trimmed. The two joiners stay, since scripts and emoji need them.
 * Markup is left alone: what it means depends on the platform.
 */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, "").replace(BLANK, " ").trim();
}

/**
 * The address where it is one that a reader may be sent to, http or https; else undefined. In normal form, so that it
 * holds no blank or bracket, and without a name before an @, which would pass for its host.
 */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  return url?.protocol === "https:" || url?.protocol === "http:" ? withoutUser(url).href : undefined;
}

// Unicode's controls (but those that are blanks), format characters (but ZWNJ and ZWJ), and lone surrogates.
const INVISIBLE = /(?![\t\n\v\f\r\u0085\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/gu;
// French sets a narrow no-break space before a colon, which is to keep its line.
const BLANK = /(?!\u202F(?![\s\u0085]))[\s\u0085]+/gu;
