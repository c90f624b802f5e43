import iconv from "iconv-lite";

/** A document as text, and how it was read. */
export interface Decoded {
  readonly text: string;
  /** The encoding that the bytes were read in, lower-case. */
  readonly charset: string;
  /** What was odd, for the log: a label that is unknown or that the bytes contradict. */
  readonly note: string | undefined;
}

/**
 * Turns the bytes of a feed into text: by byte order mark, else by the shape of UTF-16 and UTF-32, else by XML
 * declaration, else by the `charset` of the `Content-Type` header, else UTF-8 where valid, else Windows-1252. A label
 * that the bytes contradict is passed over with a note. Never throws.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const wide = sniffMark(bytes) ?? sniffWide(bytes);
  if (wide !== undefined) return read(bytes, wide, undefined);

  const doubts: string[] = [];
  for (const label of [declaredLabel(bytes), headerLabel(contentType)]) {
    if (label === undefined) continue;
    const charset = knownCharset(label);
    if (charset === undefined) doubts.push(`the encoding "${label.slice(0, 40)}" is unknown`);
    else if (charset === "windows-1252" && isMultibyteUtf8(bytes))
      doubts.push(`labelled ${charset}, but written in utf-8`);
    else if (charset === "utf-8" && !isValidUtf8(bytes)) doubts.push("labelled utf-8, but not valid as such");
    else return read(bytes, charset, doubts);
  }
  return read(bytes, isMostlyUtf8(bytes) ? "utf-8" : "windows-1252", doubts);
}

function read(bytes: Uint8Array, charset: string, doubts: readonly string[] | undefined): Decoded {
  const note = doubts === undefined || doubts.length === 0 ? undefined : `${doubts.join("; ")}; read as ${charset}`;
  return { text: iconv.decode(bytes, charset), charset, note };
}

const marks: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

function sniffMark(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** How `<` begins in the wide encodings (XML 1.0, appendix F.1). */
const openings: readonly (readonly [charset: string, opening: readonly number[]])[] = [
  ["utf-32be", [0, 0, 0, 0x3c]],
  ["utf-32le", [0x3c, 0, 0, 0]],
  ["utf-16be", [0, 0x3c, 0]],
  ["utf-16le", [0x3c, 0]],
];

function sniffWide(bytes: Uint8Array): string | undefined {
  return openings.find(([, opening]) => opening.every((byte, at) => bytes[at] === byte))?.[0];
}

function declaredLabel(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([^"'\s]{1,60})/i.exec(head)?.[1]?.toLowerCase();
}

function headerLabel(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([^"'\s;]{1,60})/i.exec(contentType ?? "")?.[1]?.toLowerCase();
}

// iconv-lite also knows codecs that are no encodings of text, and UTF-7, which hides markup.
const NO_ENCODING: ReadonlySet<string> = new Set(["base64", "hex", "binary", "utf7", "utf7imap", "internal"]);

/** Windows-1252 under its lesser names, as browsers have it (WHATWG Encoding Standard, section 4.2). */
const LATIN: ReadonlySet<string> = new Set([
  "iso88591",
  "latin1",
  "l1",
  "ascii",
  "usascii",
  "ansix341968",
  "isoir100",
  "cp819",
  "ibm819",
  "cp1252",
  "xcp1252",
  "windows1252",
]);

function knownCharset(label: string): string | undefined {
  const key = label.replaceAll(/[^a-z0-9]/g, "");
  if (LATIN.has(key)) return "windows-1252";
  // The declaration could be read byte by byte, so it is not in a wide encoding.
  if (/^(?:utf|ucs|unicode|iso10646)/.test(key) && !key.startsWith("utf7")) return "utf-8";
  return !NO_ENCODING.has(key) && iconv.encodingExists(label) ? label : undefined;
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** No Latin text comes out as valid UTF-8 with characters beyond ASCII, save by unlikely chance. */
function isMultibyteUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80) && isValidUtf8(bytes);
}

/** One damaged character in a long text does not make it another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const damaged = text.split("\ufffd").length - 1;
  const sound = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return damaged === 0 || damaged * 4 < sound;
}
