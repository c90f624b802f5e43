import { Readability } from "@mozilla/readability";
import { DOMParser } from "linkedom";
import type { Day } from "../model/time.ts";
import { Temporal } from "../model/time.ts";
import { stemOf } from "./link.ts";
import { toParagraphs, toPlainText } from "./text.ts";

/** What a page that tells one story says, without its menus. */
export interface Article {
  readonly title: string;
  /** The page's own address, where it names one. */
  readonly url: string | undefined;
  readonly published: Day | undefined;
  /** Plain text, a line for each paragraph. */
  readonly text: string;
}

type Page = ReturnType<typeof pageOf>;

function pageOf(html: string) {
  return new DOMParser().parseFromString(html, "text/html");
}

/** A page with more tags, or open ones, is no article; finding its text would take too long. */
const MOST_TAGS = 20_000;
const DEEPEST = 2_000;
/** The first heading of a page stands within so many characters of its body. */
const HEADING_WITHIN = 20_000;

/**
 * Reads the article of an HTML page: of the WTO as it was and is, saved by a browser or republished.
 * @param address where the page was read; undefined for a file, whose page may name its address itself
 */
export function readArticle(html: string, address: string | undefined): Article {
  const page = pageOf(headOf(html));
  const url = address ?? ownAddress(page, html);
  const title = titleOf(page);
  const published = dateOf(page) ?? (url === undefined ? undefined : stemOf(url)?.day);
  return { title, url, published, text: withoutTitle(mainText(html), title) };
}

/** What a browser writes when it saves a page: https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85) */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i;

function ownAddress(page: Page, html: string): string | undefined {
  const named = [
    attribute(page, "link[rel=canonical]", "href"),
    attribute(page, "meta[property='og:url']", "content"),
    SAVED_FROM.exec(html)?.[1] ?? "",
  ];
  return named.find((one) => /^https?:\/\//i.test(one));
}

/** The WTO puts "WTO | 2026 News items - " before the title of its pages, in its three languages. */
function titleOf(page: Page): string {
  const title = toPlainText(textOf(page, "title")).replace(/^(?:WTO|OMC) \| [^-]* - /, "");
  return title === "" || /^(?:WTO|OMC) \|/.test(title) ? toPlainText(textOf(page, "h1")) || title : title;
}

const DATES = [
  "meta[property='article:published_time']",
  "meta[name='date']",
  "meta[name='dcterms.date']",
  "meta[name='publication-date']",
];

function dateOf(page: Page): Day | undefined {
  const told = DATES.map((selector) => /^\d{4}-\d{2}-\d{2}/.exec(attribute(page, selector, "content"))?.[0] ?? "");
  return told.map(validDay).find((day) => day !== undefined);
}

function attribute(page: Page, selector: string, name: string): string {
  const value: unknown = page.querySelector(selector)?.getAttribute(name);
  return typeof value === "string" ? value : "";
}

function textOf(page: Page, selector: string): string {
  const text: unknown = page.querySelector(selector)?.textContent;
  return typeof text === "string" ? text : "";
}

function validDay(text: string): Day | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

/** The article without menus and footers; all of the body where none stands out. */
function mainText(html: string): string {
  const body = toParagraphs(html.slice(bodyStart(html)));
  const page = isReadable(html) ? pageOf(html) : undefined;
  if (!page?.documentElement) return body;
  const found = new Readability(page, { charThreshold: 200 }).parse();
  return toParagraphs(found?.content ?? "") || body;
}

/** The first paragraph may repeat the title. */
function withoutTitle(text: string, title: string): string {
  return text.startsWith(`${title}\n`) ? text.slice(title.length).trimStart() : text;
}

function headOf(html: string): string {
  const heading = html.slice(bodyStart(html), bodyStart(html) + HEADING_WITHIN);
  return html.slice(0, Math.min(bodyStart(html), HEADING_WITHIN)) + heading;
}

function bodyStart(html: string): number {
  return Math.max(0, html.search(/<body/i));
}

/** Whether a page is of a size and depth in which an article is found in good time. */
function isReadable(html: string): boolean {
  let depth = 0;
  let count = 0;
  for (const [tag] of html.matchAll(/<\/?(?!(?:area|base|br|col|hr|img|input|link|meta|wbr)\b)[a-z]/gi)) {
    depth = tag.startsWith("</") ? Math.max(0, depth - 1) : depth + 1;
    count += 1;
    if (count > MOST_TAGS || depth > DEEPEST) return false;
  }
  return true;
}
