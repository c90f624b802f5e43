import { MONTHS, WEEKDAYS } from "../language-words/months.ts";
import { remembered } from "../remembered.ts";
import type { Sentence } from "../sentences.ts";
import type { WrittenDay } from "./calendar.ts";
import { plainOf } from "./plain-text.ts";

/** First and last day of something, as written. */
export interface WrittenSpan {
  readonly from: WrittenDay;
  readonly to: WrittenDay;
}

/** Days named together at one place of a sentence: "26 and 28 October" has two spans, "20 and 21 October" has one. */
export interface DateMention {
  readonly at: number;
  readonly until: number;
  readonly spans: readonly WrittenSpan[];
  /** "2 or 3 March": one of them, not both. */
  readonly either: boolean;
  /** "The week of 3 July": only the first day of a working week is written. */
  readonly isWeek: boolean;
  /** Told from the day of publication ("on Monday"), so that it needs the name of a meeting beside it. */
  readonly isRelative: boolean;
}

// English months need their capital, so that "may" and "march" are not dates.
const names = [...MONTHS.keys()].sort((a, b) => b.length - a.length);
const MONTH = `(?:${names.flatMap((name) => [capital(name), ...(isEnglish(name) ? [] : [name])]).join("|")})(?!\\p{L})\\.?`;
/** What a month begins with: most places of a text are done with after this look. */
const initials = [
  ...new Set(names.flatMap((name) => [capital(name).charAt(0), ...(isEnglish(name) ? [] : [name.charAt(0)])])),
].join("");
const WEEKDAY = `(?:(?:${[...WEEKDAYS.keys()].flatMap((name) => [name, capital(name)]).join("|")}),? )?`;
const DAY = `\\d{1,2}(?:st|nd|rd|th|er|ère|ro|\\.?º|°)?(?![\\d%/]|[.,]\\d|\\.?º)`;
const RANGE = "-|–|—|to|through|until|au|al|a|hasta el";
const LIST = ",|and|et|y|e|&|, and|or|ou|o|u|, or|as well as";
const JOINT = `(?: ?(?:-|–|—) ?|,? (?:${[RANGE, LIST].join("|")}) |, )(?:the |le |el |los )?${WEEKDAY}`;
const DAYS = `${DAY}(?:${JOINT}${DAY}){0,8}`;
const YEAR = "(?:19|20)\\d\\d(?!\\d)";

const DAY_FIRST = new RegExp(
  `(?=\\d)(?<![\\p{L}\\d.,/]|(?<!\\p{Ll})-|\\d[–—])(?<days>${DAYS}) (?:of |de |du mois de |del mes de )?(?<month>${MONTH})(?:,? (?:de |del )?(?<year>${YEAR}))?`,
  "gu",
);
const MONTH_FIRST = new RegExp(
  `(?=[${initials}])(?<!\\p{L})(?<month>${MONTH})(?<link>,? (?:from |on |between |du |le |les |del |el |los |días ){0,3}(?:the )?${WEEKDAY})(?<days>${DAYS})(?:, (?<year>${YEAR}))?(?! ?(?:${MONTH}|per cent|members|participants|delegations|WTO))`,
  "gu",
);
const BETWEEN = /(?:between|entre)(?: the| le| el| los| les)?(?: días)? $/iu;
const WEEK = /(?:weeks? (?:of|beginning|starting)(?: on)?|semaine du|semana del)(?: the)? $/iu;
const SPLIT_RANGE =
  /^ ?(?:-|–|—|to|through|until|au|al|a|hasta el|jusqu'au|and|et|y|et le|y el) ?(?:the |le |el )?(?:\p{L}+day,? |\p{L}+di,? )?$/u;

/** The days that a sentence writes with their months. */
export const datesOf: (sentence: Sentence) => readonly DateMention[] = remembered((sentence) =>
  dateMentions(plainOf(sentence)),
);

/** Every day or run of days that a text writes with its month, in order; English, French and Spanish alike. */
export function dateMentions(text: string): readonly DateMention[] {
  if (!/\d/u.test(text)) return [];
  const dayFirst = [...text.matchAll(DAY_FIRST)].map((match) => mention(match, text));
  const monthFirst = [...text.matchAll(MONTH_FIRST)]
    .filter((match) => isMonthFirst(match, text))
    .map((match) => mention(match, text));
  const taken = dayFirst.filter((found) => found !== undefined);
  const others = monthFirst
    .filter((found) => found !== undefined)
    .filter((found) => taken.every((other) => found.until <= other.at || other.until <= found.at));
  return joined(
    [...taken, ...others].sort((a, b) => a.at - b.at),
    text,
  );
}

/** "In March 15 members spoke" names no day; "on March 15", "March 15-17" and "March 15, 2024" do. */
function isMonthFirst(match: RegExpExecArray, text: string): boolean {
  const days = match.groups?.["days"] ?? "";
  const link = match.groups?.["link"] ?? "";
  if (match.groups?.["year"] !== undefined || /from|on|du|le|del|el|los|between/u.test(link)) return true;
  if (/[-–—]/u.test(days)) return true;
  return (
    /(?:\bon|\bfrom|\bfor|\buntil|\bby|\bto|\bof|\(|,)\s$/u.test(
      text.slice(Math.max(0, match.index - 8), match.index),
    ) && link === " "
  );
}

function mention(match: RegExpExecArray, text: string): DateMention | undefined {
  const month = MONTHS.get((match.groups?.["month"] ?? "").toLowerCase().replace(".", ""));
  const written = match.groups?.["days"] ?? "";
  if (month === undefined) return undefined;
  const year = match.groups?.["year"] === undefined ? undefined : Number(match.groups["year"]);
  const between = BETWEEN.test(text.slice(Math.max(0, match.index - 24), match.index));
  const spans = runsOf(written, between).map(([from, to]) => ({
    from: { day: from, month, year },
    to: { day: to, month, year },
  }));
  if (spans.length === 0) return undefined;
  return {
    at: match.index,
    until: match.index + match[0].length,
    spans,
    either: /(?:^|[ ,])(?:or|ou|o|u) /u.test(written),
    isWeek: WEEK.test(text.slice(Math.max(0, match.index - 24), match.index)),
    isRelative: false,
  };
}

/** "4, 6 and 7" is the runs 4 and 6-7; "4 to 7" is one run. Numbers that cannot be days of the same list are left off its front. */
function runsOf(days: string, between: boolean): readonly (readonly [number, number])[] {
  const numbers = [...days.matchAll(/\d{1,2}/gu)];
  let runs: [number, number][] = [];
  let behind = 0;
  for (const found of numbers) {
    const day = Number(found[0]);
    const last = runs.at(-1);
    const link = days.slice(behind, found.index);
    behind = found.index + found[0].length;
    if (last === undefined || day <= last[1]) runs = day >= 1 && day <= 31 ? [[day, day]] : [];
    else if (between || day === last[1] + 1 || isRange(link)) last[1] = day;
    else if (day <= 31) runs.push([day, day]);
  }
  return runs;
}

function isRange(link: string): boolean {
  return new RegExp(`(?:^|[ º])(?:${RANGE})(?:$| )`, "u").test(link) || /[-–—]/u.test(link);
}

/** Joins "30 November" and "3 December" where only a word of range stands between them. */
function joined(mentions: readonly DateMention[], text: string): readonly DateMention[] {
  const result: DateMention[] = [];
  for (const next of mentions) {
    const last = result.at(-1);
    const from = last?.spans.at(-1)?.from;
    const to = next.spans[0]?.to;
    const link = last === undefined ? "" : text.slice(last.until, next.at);
    if (
      last === undefined ||
      from === undefined ||
      to === undefined ||
      !linksRange(link, text.slice(Math.max(0, last.at - 40), last.at), from, to)
    ) {
      result.push(next);
      continue;
    }
    const year = from.year ?? (to.year === undefined ? undefined : to.year - (from.month > to.month ? 1 : 0));
    const spans = [...last.spans.slice(0, -1), { from: { ...from, year }, to }, ...next.spans.slice(1)];
    result[result.length - 1] = {
      at: last.at,
      until: next.until,
      spans,
      either: false,
      isWeek: false,
      isRelative: false,
    };
  }
  return result;
}

const MOVED =
  /(?:postponed|moved|rescheduled|brought forward|changed|report\p{L}+|déplac\p{L}+|avanc\p{L}+|aplaz\p{L}+|traslad\p{L}+|pospuest\p{L}+)(?: \p{L}+)? (?:from|du|de|del)(?: the| le)? $/iu;

const OPENS =
  /(?:open(?:ed|s|ing)?|beg[aiu]n(?:s|ning)?|start(?:ed|s|ing)?|(?:est|sont) ouvert\p{L}{0,2}|ouvr\p{L}{1,4}|commenc\p{L}{1,5}|début\p{L}{1,5}|comenz\p{L}{1,4}|comienza|empez\p{L}{1,4}|empieza|inaugur\p{L}{1,4})(?: in \p{Lu}\p{L}+)?,?(?: on| le| el)?(?: \p{L}{3,9},?)? $/u;
const CLOSES =
  /^,? (?:and|et|y|to|before)(?: then| it| se| s'est| s'| a été| was)? ?(?:clos(?:ed?|es|ing)|end(?:ed|s|ing)?|conclud(?:ed|es|ing)|finish(?:ed|es|ing)?|wrapp?(?:ed|ing|s) up|achev\p{L}{1,5}|achèv\p{L}{1,4}|termin\p{L}{1,5}|clôtur\p{L}{1,4}|conclu\p{L}{1,4}|finaliz\p{L}{1,4}|acab\p{L}{1,4})(?: on| le| el)?(?: the)?(?: \p{L}{3,9},?)? $/u;

function linksRange(link: string, before: string, from: WrittenDay, to: WrittenDay): boolean {
  if ((!SPLIT_RANGE.test(link) && !CLOSES.test(link)) || MOVED.test(before)) return false;
  if (CLOSES.test(link)) return OPENS.test(before);
  if (!/ (?:and|et|y) /u.test(link)) return true;
  return (
    BETWEEN.test(before) ||
    (to.day === 1 && to.month === (from.month % 12) + 1 && from.day >= 28 && from.day >= lastDay(from.month))
  );
}

function lastDay(month: number): number {
  if (month === 2) return 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isEnglish(name: string): boolean {
  return /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober|ember)?$/u.test(
    name,
  );
}
