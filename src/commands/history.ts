import { changesBetween, changesText } from "../delivery/changes.ts";
import { toldOf } from "../delivery/wording.ts";
import type { Entry, Line } from "../model/answer.ts";
import { wordingsOf } from "../store/decisions.ts";
import type { RevisionRow } from "../store/tables.ts";
import { plain, shownDay } from "./answers.ts";
import type { AskTools, Command } from "./command.ts";
import { factLine } from "./item-entry.ts";
import { isoOf, momentOf } from "./moments.ts";
import { SOURCE } from "./options.ts";
import { recordWordsOf } from "./record-words.ts";
import { itemOf } from "./values.ts";

/** The wordings of an item, with what each changed. */
export const HISTORY: Command = {
  name: "history",
  audience: "everyone",
  summary: {
    en: "the wordings of an item, with their differences",
    fr: "les rédactions d’un article, avec leurs différences",
    es: "las redacciones de una noticia, con sus diferencias",
  },
  options: [SOURCE],
  examples: ["history https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm"],
  async run(request, tools) {
    const { versions } = await itemOf(request, tools);
    const wordings = await wordingsOf(tools.db, versions);
    const entries = wordings.map((row, at) => {
      const before = wordings.slice(0, at).findLast((one) => one.language === row.language);
      return wordingEntry(row, before, tools);
    });
    const title = recordWordsOf(tools.language).history;
    return { language: tools.language, title, entries, page: undefined, notes: [] };
  },
};

function wordingEntry(row: RevisionRow, before: RevisionRow | undefined, tools: AskTools): Entry {
  const words = recordWordsOf(tools.language);
  const seen = momentOf(row.seen_at, tools);
  const changes =
    before === undefined
      ? ""
      : changesText(changesBetween(toldOf(before), toldOf(row), tools.language), tools.language);
  const { gone, come } = before === undefined ? { gone: [], come: [] } : differences(before, row);
  return {
    headline: plain(`${row.title} (${row.language}, ${before === undefined ? `${words.firstWording}, ` : ""}${seen})`),
    url: row.url ?? undefined,
    day: shownDay(row.published, tools),
    lines: [
      ...factLine(words.changed, changes),
      ...gone.map((text): Line => ({ kind: "point", spans: plain(`− ${text}`) })),
      ...come.map((text): Line => ({ kind: "point", spans: plain(`+ ${text}`) })),
    ],
    data: {
      item: row.item_id,
      language: row.language,
      revision: row.revision,
      seen: isoOf(row.seen_at),
      title: row.title,
      published: row.published,
      url: row.url,
      removed: gone,
      added: come,
    },
  };
}

/** The sentences that are only in the former wording, and those only in the later one. */
function differences(
  before: RevisionRow,
  after: RevisionRow,
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  return { gone: old.filter((one) => !now.includes(one)), come: now.filter((one) => !old.includes(one)) };
}

function sentencesOf({ title, description, text, language }: RevisionRow): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const sentences = [...segmenter.segment(`${description}\n${text ?? ""}`)].map(({ segment }) => segment.trim());
  return [title, ...sentences].filter((one) => one !== "");
}
