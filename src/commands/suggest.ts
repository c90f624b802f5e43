import type { OfferedCommand, Option, Suggestion } from "../model/ask.ts";
import { foldedWords } from "../model/fold.ts";
import { PROCESSES } from "../model/process.ts";
import { newestRelevant, readItems } from "../store/items.ts";
import { searchItems } from "../store/search.ts";
import type { AskTools } from "./command.ts";
import { servedVersion } from "./item-entry.ts";
import { deskWordsOf } from "./desk-words.ts";
import { dayIn } from "../model/time.ts";

/** Discord shows so many at most: https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST = 25;
const LONGEST_LABEL = 100;
/** Conferences that may be asked for: the first whose news the WTO's site has, and the next to come. */
const CONFERENCES = { first: 1, last: 15 };

/** Values that may be meant by what was typed so far into an option, the likeliest first. None for what can't be guessed. */
export async function suggestionsFor(
  command: OfferedCommand,
  optionName: string,
  typed: string,
  tools: AskTools,
): Promise<readonly Suggestion[]> {
  const option = command.options.find((one) => one.name === optionName);
  const found = option === undefined ? [] : await candidatesFor(option, typed, tools);
  return found.slice(0, MOST).map(({ label, value }) => ({ label: fitted(label), value }));
}

async function candidatesFor(option: Option, typed: string, tools: AskTools): Promise<readonly Suggestion[]> {
  switch (option.kind) {
    case "topic":
      return likely(topicChoices(tools), typed);
    case "topics":
      return moreTopics(typed, tools);
    case "when":
      return likely(whenChoices(tools), typed);
    case "process":
      return likely(processChoices(), typed);
    case "source":
      return await itemChoices(typed, tools);
    case "choice":
      return likely(
        (option.choices ?? []).map((value) => ({ label: value, value })),
        typed,
      );
    case "digest":
      return likely(same(["daily 08:00", "daily 12:00", "daily 17:30", "weekly mon 09:00", "weekly fri 16:00"]), typed);
    case "quiet":
      return likely(same(["20:00-07:00", "18:00-08:00", "22:00-06:00"]), typed);
    case "count":
    case "day":
    case "words":
    case "list":
    case "flag":
      return [];
  }
}

function topicChoices({ topics, language }: AskTools): readonly Suggestion[] {
  return topics.map(({ id, labels, emoji }) => ({ label: `${emoji} ${labels[language]}`.trim(), value: id }));
}

/** Behind the topics that stand there already, one more. */
function moreTopics(typed: string, tools: AskTools): readonly Suggestion[] {
  const before = typed.split(",");
  const last = before.pop() ?? "";
  const kept = before.map((id) => id.trim()).filter((id) => id !== "");
  return likely(topicChoices(tools), last)
    .filter(({ value }) => !kept.includes(value))
    .map(({ label, value }) => ({ label: [...kept, label].join(", "), value: [...kept, value].join(",") }));
}

function whenChoices({ now, timezone, language }: AskTools): readonly Suggestion[] {
  const words = deskWordsOf(language);
  const year = Number(dayIn(timezone, now).slice(0, 4));
  return [
    { label: words.upcoming, value: "upcoming" },
    { label: words.recent, value: "recent" },
    ...same([year + 1, year, year - 1, year - 2, year - 3, year - 4].map(String)),
  ];
}

function processChoices(): readonly Suggestion[] {
  const conferences = Array.from(
    { length: CONFERENCES.last - CONFERENCES.first + 1 },
    (_, at) => CONFERENCES.last - at,
  );
  return [...same(PROCESSES), ...conferences.map((n) => ({ label: `MC${n}`, value: `mc${n}` }))];
}

/** The newest items, or those whose words begin with what was typed; what looks like an address is left to stand. */
async function itemChoices(typed: string, tools: AskTools): Promise<readonly Suggestion[]> {
  const words = foldedWords(typed).map(({ word }) => word);
  const items =
    words.length === 0
      ? await newestRelevant(tools.db, { limit: MOST })
      : await readItems(tools.db, await hitsFor(words, tools));
  return items.map((stored) => {
    const { title, published } = servedVersion(stored, tools);
    return { label: published === null ? title : `${published} ${title}`, value: stored.item.id };
  });
}

async function hitsFor(words: readonly string[], { db }: AskTools): Promise<readonly string[]> {
  const terms = words.map((word, at) => ({ words: [word], isBeginning: at === words.length - 1 }));
  const { hits } = await searchItems(db, { terms, topic: undefined, since: undefined });
  return [...new Set(hits.map((hit) => hit.itemId))].slice(0, MOST);
}

/** Those in which every word typed begins a word, the ones that begin with it first; all where nothing was typed. */
function likely(choices: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const wanted = bare(typed);
  if (wanted.length === 0) return choices;
  const fitting = choices.flatMap((choice) => {
    const words = [...bare(choice.label), ...bare(choice.value)];
    if (!wanted.every((word) => words.some((one) => one.startsWith(word)))) return [];
    const isFirst = [words[0], bare(choice.value)[0]].some((one) => one?.startsWith(wanted[0] ?? ""));
    return [{ choice, rank: isFirst ? 0 : 1 }];
  });
  return fitting.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

function bare(text: string): readonly string[] {
  return foldedWords(text).map(({ word }) => word);
}

function same(values: readonly string[]): readonly Suggestion[] {
  return values.map((value) => ({ label: value, value }));
}

function fitted(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
}
