import { z } from "zod";
import { languageOf } from "../feed/link.ts";
import { toParagraphs, toPlainText } from "../feed/text.ts";
import type { Item } from "../model/item.ts";
import { LANGUAGES } from "../model/language.ts";
import { Temporal } from "../model/time.ts";

/** An item as `analyze` reads it, with the id that its line gives. */
export interface ReadLine {
  readonly id: string | number;
  readonly item: Item;
}

/** An item, or why a line is none; the id is then null where the line gives none. */
export type ItemLine = ReadLine | { readonly id: string | number | null; readonly error: string };

/**
 * Reads one line of JSON as an item (the fields stand in the design, "Contracts"). `url`, `published` and `text` may be
 * null or missing, `description` too; without `language` the address tells it, else it is English. Fields that are not
 * known are passed over. Entities, markup and Windows-1252 characters in the texts become plain text.
 */
export function parseItemLine(line: string): ItemLine {
  const value = jsonOf(line);
  if (value === undefined) return { id: null, error: "this line is not JSON" };
  const checked = itemFields.safeParse(value);
  if (!checked.success) return { id: idOf(value), error: checked.error.issues.map(issueText).join("; ") };

  const { id, url, title, published, language, description, text } = checked.data;
  const item: Item = {
    url: url ?? undefined,
    guid: undefined,
    title: toPlainText(repaired(title)),
    published: published?.slice(0, 10),
    language: language ?? languageOf(url ?? "") ?? "en",
    description: textOf(description ?? ""),
    text: typeof text === "string" ? textOf(text) : undefined,
  };
  return item.title === "" ? { id, error: "title: says nothing" } : { id, item };
}

const id = z.union([z.string(), z.number()]);

const itemFields = z.object({
  id,
  url: z.string().nullish(),
  title: z.string(),
  published: z.string().refine(isDay, "is no day such as 2022-10-28").nullish(),
  language: z.enum(LANGUAGES).nullish(),
  description: z.string().nullish(),
  text: z.string().nullish(),
});

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): string | number | null {
  const found = z.object({ id }).safeParse(value);
  return found.success ? found.data.id : null;
}

function issueText(issue: z.core.$ZodIssue): string {
  const field = issue.path.join(".");
  return field === "" ? issue.message : `${field}: ${issue.message}`;
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}(?:$|T)/u.test(text) && Temporal.PlainDate.from(text.slice(0, 10)) !== undefined;
  } catch {
    return false;
  }
}

const WINDOWS_1252 = new TextDecoder("windows-1252");

/** Windows-1252 text that was read as Latin-1 has its dashes and quotes among the C1 controls. */
function repaired(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/gu, (mark) => WINDOWS_1252.decode(Uint8Array.of(mark.charCodeAt(0))));
}

const BLOCK_MARKUP = /<(?:p|br|div|li|ul|ol|h[1-6])[\s/>]/iu;

/** Lines are kept where they are the source's own: a list has one line for each bullet. */
function textOf(raw: string): string {
  const text = repaired(raw);
  if (BLOCK_MARKUP.test(text)) return toParagraphs(text);
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(toPlainText)
    .join("\n");
}
