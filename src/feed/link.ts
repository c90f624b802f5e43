import type { Language } from "../model/language.ts";
import { Temporal, type Day } from "../model/time.ts";

const TRACKING = /^(?:utm_.*|mc_.*|pk_.*|mtm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|_hsenc|_hsmi|mkt_tok)$/i;

const LANGUAGE_FOLDERS: ReadonlyMap<string, Language> = new Map([
  ["english", "en"],
  ["french", "fr"],
  ["spanish", "es"],
]);
const LANGUAGE_LETTERS: ReadonlyMap<string, Language> = new Map([
  ["e", "en"],
  ["f", "fr"],
  ["s", "es"],
]);

const MONTHS: readonly string[] = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * One form for all addresses of one page: scheme and host folded, tracking parameters, fragment, credentials and trailing
 * slash out, query sorted; for the WTO also the language out, so that the versions of a story share it.
 *
 * @returns undefined for what is no http or https address.
 */
export function canonicalLink(address: string): string | undefined {
  const url = webAddress(address);
  if (url === undefined) return undefined;

  const host = url.host.replace(/^www\./, "");
  const path = url.pathname.replace(/\/+$/, "");
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(byNameAndValue),
  );
  const tail = query.size === 0 ? "" : `?${query.toString()}`;
  return `https://${host}${isWto(url) ? withoutLanguage(path) : path}${tail}`;
}

/** The language that a WTO link states by its folder (`/french/`) or file name (`…_f.htm`). */
export function languageOf(address: string): Language | undefined {
  const url = webAddress(address);
  if (url === undefined || !isWto(url)) return undefined;
  const folder = /^\/(english|french|spanish)\//i.exec(url.pathname)?.[1]?.toLowerCase();
  const letter = /_([efs])\.(?:htm|html|pdf)$/i.exec(url.pathname)?.[1]?.toLowerCase();
  return LANGUAGE_FOLDERS.get(folder ?? "") ?? LANGUAGE_LETTERS.get(letter ?? "");
}

export interface Stem {
  /** The topic that the WTO files a page under, such as `ecom` or `jsec`. */
  readonly stem: string;
  readonly day: Day;
}

/** Topic and day as the file name of a WTO link states them: `ecom_23jun26_429_e.htm`. */
export function stemOf(address: string): Stem | undefined {
  const file = webAddress(address)?.pathname.split("/").at(-1)?.toLowerCase() ?? "";
  const [, stem, day, month, year] =
    /^([a-z][a-z0-9]*)_(\d{1,2})([a-z]{3})(\d{2})(?:_\w+)?_[efs]\.html?$/.exec(file) ?? [];
  if (stem === undefined || month === undefined) return undefined;

  const date = {
    // The WTO began in 1995.
    year: Number(year) + (Number(year) < 95 ? 2000 : 1900),
    month: MONTHS.indexOf(month) + 1,
    day: Number(day),
  };
  try {
    return { stem, day: Temporal.PlainDate.from(date, { overflow: "reject" }).toString() };
  } catch {
    return undefined;
  }
}

function webAddress(address: string): URL | undefined {
  const url = URL.parse(address.trim());
  return url !== null && ["http:", "https:"].includes(url.protocol) ? url : undefined;
}

function isWto(url: URL): boolean {
  return /(?:^|\.)wto\.org$/i.test(url.hostname);
}

/** The WTO's server tells no case apart. A star stands for the language, in the folders as in the file name. */
function withoutLanguage(path: string): string {
  return path
    .toLowerCase()
    .replace(/^\/(?:english|french|spanish)(?=\/|$)/, "/*")
    .replaceAll(/_[efs](?=\/|\.(?:htm|html|pdf)$)/g, "_*");
}

function byNameAndValue([nameA, valueA]: [string, string], [nameB, valueB]: [string, string]): number {
  return compare(nameA, nameB) || compare(valueA, valueB);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
