import { WEEKDAYS } from "../language-words/months.ts";
import { moved, weekdayOf, type Reference, type WrittenDay } from "./calendar.ts";
import { has, phrases } from "./word-tables.ts";
import type { DateMention } from "./date-mentions.ts";

const NAMES = [...WEEKDAYS.keys()].join("|");
const FRENCH = [...WEEKDAYS.keys()].filter((name) => /di$|^dim/u.test(name)).join("|");
/** In French a weekday needs no article: "les Membres se sont réunis lundi". */
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(?:(?<lead>on|last|this|next|le|el|este|ce) (?<name>${NAMES})|(?<bare>${FRENCH}))(?<last> dernier| pasado)?(?<next> prochain| próximo)?(?!,? (?:le |el )?\\d|\\p{L})`,
  "giu",
);
const DAY_NAMES = phrases([...WEEKDAYS.keys(), "today|yesterday|tomorrow|aujourd'hui|hier|demain|hoy|ayer"]);
const NEAR = /(?<!\p{L})(?<name>today|yesterday|tomorrow|aujourd'hui|hier|demain|hoy|ayer)(?!\p{L}|'s)/giu;
const NEAR_DAYS: Readonly<Record<string, number>> = {
  today: 0,
  "aujourd'hui": 0,
  hoy: 0,
  yesterday: -1,
  hier: -1,
  ayer: -1,
  tomorrow: 1,
  demain: 1,
};
const AHEAD =
  /(?:will|to be|next|scheduled|planned|tiendra|tiendront|aura|prochain|celebrará|celebrarán|tendrá|próxim)/iu;

/** "On Monday", "yesterday": days told from the day of publication. None where that is unknown. */
export function relativeMentions(text: string, reference: Reference): readonly DateMention[] {
  const published = reference.day;
  if (published === undefined) return [];
  const mentions: DateMention[] = [];
  if (!has(text, DAY_NAMES)) return mentions;
  for (const match of text.matchAll(WEEKDAY)) {
    const weekday = WEEKDAYS.get((match.groups?.["name"] ?? match.groups?.["bare"] ?? "").toLowerCase()) ?? 1;
    const isNext = match.groups?.["next"] !== undefined || match.groups?.["lead"]?.toLowerCase() === "next";
    const isAhead = isNext || AHEAD.test(text.slice(Math.max(0, match.index - 80), match.index));
    const back = (weekdayOf(published) - weekday + 7) % 7;
    mentions.push(mentionOf(match, moved(published, isAhead ? (back === 0 ? 7 : 7 - back) : -back)));
  }
  for (const match of text.matchAll(NEAR)) {
    mentions.push(mentionOf(match, moved(published, NEAR_DAYS[(match.groups?.["name"] ?? "").toLowerCase()] ?? 0)));
  }
  return mentions;
}

function mentionOf(match: RegExpExecArray, day: string): DateMention {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const written: WrittenDay = { year, month, day: date };
  return {
    at: match.index,
    until: match.index + match[0].length,
    spans: [{ from: written, to: written }],
    either: false,
    isWeek: false,
    isRelative: true,
  };
}
