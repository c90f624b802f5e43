import { isRecord, type FormError } from "./answers.ts";

// Limits: https://docs.discord.com/developers/resources/message#embed-object-embed-limits and #create-message
const EMBED_TOTAL = 6000;

/** What is wrong with the body of a message, as Discord's tree of errors has it. */
export function messageErrors(body: Record<string, unknown>): readonly FormError[] {
  return [
    ...textErrors(body["content"], ["content"], 2000),
    ...nonceErrors(body["nonce"]),
    ...embedsErrors(body["embeds"]),
    ...mentionErrors(body["allowed_mentions"]),
  ];
}

function embedsErrors(embeds: unknown): readonly FormError[] {
  if (embeds === undefined || embeds === null) return [];
  if (!Array.isArray(embeds))
    return [wrong(["embeds"], "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")];
  if (embeds.length > 10) return [tooLong(["embeds"], 10)];
  const errors = embeds.flatMap((embed: unknown, at) => embedErrors(embed, ["embeds", String(at)]));
  if (errors.length > 0) return errors;
  const total = embeds.reduce((sum: number, embed: unknown) => sum + embedSize(embed), 0);
  if (total <= EMBED_TOTAL) return [];
  return [wrong(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${EMBED_TOTAL}`)];
}

function embedErrors(embed: unknown, path: readonly string[]): readonly FormError[] {
  if (!isRecord(embed)) return [wrong(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")];
  const fields = embed["fields"];
  return [
    ...textErrors(embed["title"], [...path, "title"], 256),
    ...textErrors(embed["description"], [...path, "description"], 4096),
    ...urlErrors(embed["url"], [...path, "url"]),
    ...colourErrors(embed["color"], [...path, "color"]),
    ...partErrors(embed["footer"], [...path, "footer"], "text", 2048),
    ...partErrors(embed["author"], [...path, "author"], "name", 256),
    ...(Array.isArray(fields) && fields.length > 25 ? [tooLong([...path, "fields"], 25)] : []),
    ...(Array.isArray(fields)
      ? fields.flatMap((field, at) => fieldErrors(field, [...path, "fields", String(at)]))
      : []),
    ...(isEmpty(embed) ? [wrong([...path, "description"], "BASE_TYPE_REQUIRED", "This field is required")] : []),
  ];
}

function fieldErrors(field: unknown, path: readonly string[]): readonly FormError[] {
  return [...partErrors(field, path, "name", 256), ...partErrors(field, path, "value", 1024)];
}

/** A part of an embed that must hold a text. */
function partErrors(part: unknown, path: readonly string[], key: string, max: number): readonly FormError[] {
  if (part === undefined || part === null) return [];
  const text = isRecord(part) ? part[key] : undefined;
  if (typeof text !== "string" || text.trim() === "") {
    return [wrong([...path, key], "BASE_TYPE_REQUIRED", "This field is required")];
  }
  return textErrors(text, [...path, key], max);
}

function textErrors(text: unknown, path: readonly string[], max: number): readonly FormError[] {
  if (text === undefined || text === null) return [];
  if (typeof text !== "string")
    return [wrong(path, "STRING_TYPE_CONVERT", `Could not interpret "${typeof text}" as string.`)];
  return text.length > max ? [wrong(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`)] : [];
}

function urlErrors(url: unknown, path: readonly string[]): readonly FormError[] {
  if (url === undefined || url === null) return [];
  if (typeof url !== "string" || !URL.canParse(url))
    return [wrong(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")];
  if (url.length > 2048) return [tooLong(path, 2048)];
  if (/^https?:/i.test(url)) return [];
  const scheme = new URL(url).protocol.replace(":", "");
  return [
    wrong(
      path,
      "URL_TYPE_INVALID_SCHEME",
      `Scheme "${scheme}" is not supported. Scheme must be one of ('http', 'https').`,
    ),
  ];
}

function colourErrors(colour: unknown, path: readonly string[]): readonly FormError[] {
  if (colour === undefined || colour === null) return [];
  if (typeof colour !== "number" || !Number.isInteger(colour))
    return [wrong(path, "NUMBER_TYPE_COERCE", "Value is not int.")];
  if (colour >= 0 && colour <= 0xffffff) return [];
  return [wrong(path, "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.")];
}

function nonceErrors(nonce: unknown): readonly FormError[] {
  if (nonce === undefined || nonce === null || typeof nonce === "number") return [];
  if (typeof nonce !== "string")
    return [wrong(["nonce"], "NONCE_TYPE_INVALID", "Nonce must be a string or an integer.")];
  return nonce.length > 25 ? [tooLong(["nonce"], 25)] : [];
}

/** "Mutually exclusive": a kind may not be in `parse` and be listed as well. */
function mentionErrors(mentions: unknown): readonly FormError[] {
  if (!isRecord(mentions)) return [];
  const parse = mentions["parse"];
  return ["users", "roles"].flatMap((kind) => {
    const listed = mentions[kind];
    const both = Array.isArray(parse) && parse.includes(kind) && Array.isArray(listed) && listed.length > 0;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    return both ? [wrong(["allowed_mentions"], "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)] : [];
  });
}

function embedSize(embed: unknown): number {
  if (!isRecord(embed)) return 0;
  const fields = Array.isArray(embed["fields"]) ? embed["fields"] : [];
  return (
    lengthOf(embed["title"]) +
    lengthOf(embed["description"]) +
    partLength(embed["footer"], "text") +
    partLength(embed["author"], "name") +
    fields.reduce((sum: number, field: unknown) => sum + partLength(field, "name") + partLength(field, "value"), 0)
  );
}

function partLength(part: unknown, key: string): number {
  return isRecord(part) ? lengthOf(part[key]) : 0;
}

function lengthOf(text: unknown): number {
  return typeof text === "string" ? text.length : 0;
}

function isEmpty(embed: Record<string, unknown>): boolean {
  return ["title", "description", "fields", "footer", "author", "image", "thumbnail"].every((key) => {
    const value = embed[key];
    return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  });
}

function tooLong(path: readonly string[], max: number): FormError {
  return wrong(path, "BASE_TYPE_BAD_LENGTH", `Must be ${max} or fewer in length.`);
}

function wrong(path: readonly string[], code: string, message: string): FormError {
  return { path, code, message };
}
