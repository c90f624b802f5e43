import type { Item } from "../model/item.ts";
import { withoutUser } from "../model/web-address.ts";
import type { Language } from "../model/language.ts";
import { parseDay } from "./date.ts";
import { languageOf } from "./link.ts";
import { foldSpace, toParagraphs, toPlainText } from "./text.ts";

/** How long the beginning of a description may be that stands in for a missing title. */
const STAND_IN = 120;

/** An item that cannot be told from others, and why. */
export interface SkippedItem {
  readonly reason: string;
  readonly title: string;
}

/** The fields of an item as the XML parser gives them: lists of texts or of objects, of which nothing is certain. */
export type RawEntry = Readonly<Record<string, unknown>>;

/** Reads one entry of a feed, given the language that the feed is in; a link that states a language wins over it. */
export function readEntry(entry: RawEntry, language: Language): Item | SkippedItem {
  const guids = nodes(entry["guids"]);
  const guid = guids.map(({ text }) => foldSpace(text)).find((text) => text !== "");
  const url =
    firstLink(nodes(entry["links"])) ??
    firstLink(guids.filter(({ attributes }) => attributes["isPermaLink"] === "true"));
  const ownTitle = firstText(entry["titles"]);
  const article = nodes(entry["articles"])
    .map(({ text, attributes }) => (isPlain(attributes) ? plainParagraphs(text) : toParagraphs(text)))
    .find((text) => text !== "");
  const description = firstText(entry["summaries"]) || (article?.split("\n\n")[0] ?? "");
  // RSS 2.0 asks for a title or a description; of either it can be known again.
  if (url === undefined && guid === undefined && ownTitle === "" && description === "") {
    return { reason: "it has neither link nor guid, title nor description", title: "" };
  }
  return {
    url,
    guid,
    title: ownTitle || standIn(description) || (url ?? guid ?? ""),
    published: firstDay(entry["published"]) ?? firstDay(entry["updated"]),
    language: (url === undefined ? undefined : languageOf(url)) ?? language,
    description,
    text: article !== undefined && article.length > description.length ? article : undefined,
  };
}

interface Node {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The parser gives an element as text, or as an object where it has attributes: text under `_`, attributes under `$`. */
function nodes(value: unknown): readonly Node[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.map((element) => {
    if (!isRecord(element)) return { text: typeof element === "string" ? element : "", attributes: {} };
    const { _: text, $: attributes } = element;
    return { text: typeof text === "string" ? text : "", attributes: isRecord(attributes) ? attributes : {} };
  });
}

function isPlain(attributes: Node["attributes"]): boolean {
  return attributes["plain"] === "true";
}

function plainParagraphs(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).map(foldSpace);
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstText(value: unknown): string {
  return (
    nodes(value)
      .map(({ text, attributes }) => (isPlain(attributes) ? foldSpace(text) : toPlainText(text)))
      .find((text) => text !== "") ?? ""
  );
}

/**
 * Only addresses of the web can be shown as links; what breaks an address over two lines is no part of it, a blank inside
 * one is. A name before an @ is left out: it is no part of the page's address, and passes for its host.
 */
function firstLink(candidates: readonly Node[]): string | undefined {
  return candidates
    .map(({ text }) =>
      text
        .trim()
        .replaceAll(/[^\S\n\r]*[\n\r]\s*|\p{Cc}+/gu, "")
        .replaceAll(/\s/gu, "%20"),
    )
    .map(trueAddress)
    .find((address) => ["http:", "https:"].includes(URL.parse(address)?.protocol ?? ""));
}

/** As the feed writes it, unless there is something to leave out. */
function trueAddress(address: string): string {
  const url = URL.parse(address);
  return url === null || (url.username === "" && url.password === "") ? address : withoutUser(url).href;
}

function firstDay(value: unknown): string | undefined {
  return nodes(value)
    .map(({ text }) => parseDay(text))
    .find((day) => day !== undefined);
}

function standIn(description: string): string {
  if (description.length <= STAND_IN) return description;
  const start = description.slice(0, STAND_IN);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), 0)) || start}…`;
}
