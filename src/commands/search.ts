import type { Entry, Line, Span } from "../model/answer.ts";
import { foldedWords } from "../model/fold.ts";
import { readItems } from "../store/items.ts";
import { searchItems, type Hit, type Term } from "../store/search.ts";
import type { VersionRow } from "../store/tables.ts";
import { offsetOf, pagedAnswer, shownDay } from "./answers.ts";
import type { AskTools, Command } from "./command.ts";
import { factLine } from "./item-entry.ts";
import { excerptsOf, mark } from "./marks.ts";
import { TOPIC } from "./options.ts";
import { RequestError } from "./request-error.ts";
import { dayOf, topicOf } from "./values.ts";
import { wordsOf } from "./words.ts";

const PAGE = 10;

/** Items in which all words stand, the best first. */
export const SEARCH: Command = {
  name: "search",
  audience: "everyone",
  summary: {
    en: "items with these words; “a phrase” keeps its words together, word* finds beginnings",
    fr: "les articles avec ces mots ; “une expression” les garde ensemble, mot* trouve les débuts",
    es: "las noticias con estas palabras; “una frase” las mantiene juntas, palabra* busca comienzos",
  },
  options: [
    {
      name: "words",
      kind: "words",
      summary: { en: "what to look for", fr: "ce qu’il faut chercher", es: "lo que se busca" },
      required: true,
    },
    TOPIC,
    {
      name: "since",
      kind: "day",
      summary: {
        en: "published since, as 2026-06-23, 2026-06 or 2026",
        fr: "publiés depuis, comme 2026-06-23, 2026-06 ou 2026",
        es: "publicadas desde, como 2026-06-23, 2026-06 o 2026",
      },
      required: false,
    },
  ],
  examples: ['search "customs duties" moratorium', "search localiz* --since 2026"],
  async run(request, tools) {
    const typed = request.values["words"] ?? "";
    const terms = termsOf(typed);
    const words = wordsOf(tools.language);
    if (terms.length === 0) throw new RequestError(words.noWords);
    const filter = { terms, topic: topicOf(request, tools)?.id, since: dayOf("since", request, tools) };
    const { hits, isCapped, most } = await searchItems(tools.db, filter);
    const offset = offsetOf(request, PAGE);
    const entries = await entriesOf(hits.slice(offset, offset + PAGE), terms, tools);
    const notes = isCapped ? [words.capped(most)] : [];
    return pagedAnswer({ title: words.found(typed.trim()), entries, total: hits.length, notes }, request, PAGE, tools);
  },
};

/** What was typed as terms: phrases in quotation marks of any kind, words, and beginnings of words with a star. */
export function termsOf(typed: string): readonly Term[] {
  const parts = typed.matchAll(/["“”«»„](?<phrase>[^"“”«»„]*)["“”«»„]?(?<star>\*?)|(?<word>[^\s"“”«»„]+)/gu);
  return [...parts].flatMap(({ groups = {} }) => {
    const text = groups["phrase"] ?? groups["word"] ?? "";
    const words = foldedWords(text).map(({ word }) => word);
    return words.length === 0 ? [] : [{ words, isBeginning: (groups["word"] ?? groups["star"] ?? "").endsWith("*") }];
  });
}

async function entriesOf(hits: readonly Hit[], terms: readonly Term[], tools: AskTools): Promise<readonly Entry[]> {
  const items = await readItems(
    tools.db,
    hits.map((hit) => hit.itemId),
  );
  return hits.flatMap(({ itemId, language }) => {
    const stored = items.find(({ item }) => item.id === itemId);
    const version = stored?.versions.find((one) => one.language === language);
    return version === undefined ? [] : [hitEntry(version, terms, tools)];
  });
}

function hitEntry(version: VersionRow, terms: readonly Term[], tools: AskTools): Entry {
  const { item_id, url, title, published, language } = version;
  const excerpts = excerptsOf(`${version.description}\n${version.text ?? ""}`.trim(), terms);
  return {
    headline: mark(title, terms),
    url: url ?? undefined,
    day: shownDay(published, tools),
    lines: [
      ...excerpts.map((spans): Line => ({ kind: "point", spans })),
      ...factLine(wordsOf(tools.language).id, item_id),
    ],
    data: { id: item_id, url, title, published, language, excerpts: excerpts.map(textOf) },
  };
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join("");
}
