import { readFile, stat } from "node:fs/promises";
import { decodeFeed } from "../feed/charset.ts";
import { readArticle } from "../feed/article.ts";
import { fetchFeed } from "../feed/fetch.ts";
import { canonicalLink, keysOf } from "../feed/identity.ts";
import { languageOf } from "../feed/link.ts";
import type { FetchTools } from "../feed/network.ts";
import { parseFeed } from "../feed/parse.ts";
import { toPlainText } from "../feed/text.ts";
import { FeedError } from "../feed/errors.ts";
import type { Item } from "../model/item.ts";
import type { Language } from "../model/language.ts";
import { findItemBySource, itemOf } from "../store/items.ts";
import type { Db } from "../store/tables.ts";
import { parseItemLine } from "./item-line.ts";

/** What finding an item needs of the world. */
export interface SourceTools {
  /** The archive, where there is one. */
  readonly db: Db | undefined;
  readonly network: FetchTools;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/**
 * Finds the items that a person names by a file (a feed, items as JSON lines, a saved page, plain text with the title in
 * its first line), by an item's id, or by an address, which is looked up in the archive before it is fetched. Throws an
 * error that says what can't be found or read.
 */
export async function itemsOf(source: string, tools: SourceTools): Promise<readonly Item[]> {
  // A saved page or feed may be in any encoding, as one from the network.
  if (await isFile(source))
    return await itemsOfText(decodeFeed(await readFile(source), undefined).text, source, tools.language);
  const isAddress = /^https?:\/\//i.test(source);
  const key = isAddress ? keysOf(bare(source))[0] : undefined;
  const stored = tools.db && (await findItemBySource(tools.db, source, key));
  const version = stored?.versions.find((one) => one.language === tools.language) ?? stored?.versions[0];
  if (version !== undefined) return [itemOf(version)];
  if (!isAddress) throw new Error(`There is no file and no item ${source}: give an address, a file, or an item's id.`);
  const fetched = await fetchFeed({ url: source, validators: undefined }, tools.network, tools.signal);
  if (fetched.kind === "unchanged") throw new Error(`${source} sent no document; try again.`);
  return await itemsOfText(fetched.text, fetched.finalUrl, tools.language);
}

/** Reads the items of a text, whatever its form. */
async function itemsOfText(text: string, source: string, language: Language): Promise<readonly Item[]> {
  const start = text.trimStart();
  if (start.startsWith("{") || start.startsWith("[")) return itemsOfJson(text, source);
  if (!start.startsWith("<")) return [itemOfPlainText(text, source, language)];
  try {
    return (await parseFeed(text, { url: source, language })).items;
  } catch (error) {
    if (error instanceof FeedError && /<html|<!doctype html/i.test(start)) return [itemOfPage(text, source, language)];
    throw error;
  }
}

/** One item, a list of items, or an item a line. */
function itemsOfJson(text: string, source: string): readonly Item[] {
  const whole = jsonOf(text);
  const lines = Array.isArray(whole)
    ? whole.map((value) => JSON.stringify(value))
    : whole === undefined
      ? text.split("\n").filter((line) => line.trim() !== "")
      : [text];
  return lines.map((line, at) => {
    const read = parseItemLine(line);
    if ("error" in read) throw new Error(`${source}, item ${at + 1}: ${read.error}`);
    return read.item;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first line is the title, the rest the article. */
function itemOfPlainText(text: string, source: string, language: Language): Item {
  const [title = "", ...rest] = text.trim().split("\n");
  if (title === "") throw new Error(`${source} is empty.`);
  return { ...bare(undefined), title: toPlainText(title), language, text: rest.join("\n").trim() };
}

function itemOfPage(html: string, source: string, language: Language): Item {
  const { title, url, published, text } = readArticle(html, canonicalLink(source) === undefined ? undefined : source);
  return { ...bare(url), title: title || source, published, language: languageOf(url ?? source) ?? language, text };
}

function bare(url: string | undefined): Item {
  return { url, guid: undefined, title: "", published: undefined, language: "en", description: "", text: undefined };
}

/** Whether there is a file at that path. */
export async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
