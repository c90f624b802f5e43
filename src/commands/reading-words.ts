import type { ArticleRead, Brief } from "../model/analysis.ts";
import type { Language } from "../model/language.ts";

/** The words for how an item was read and its brief made. */
interface ReadingWords {
  readonly article: string;
  readonly articleRead: string;
  readonly articleNotRead: (reason: string) => string;
  readonly brief: string;
  readonly byModel: (model: string) => string;
  readonly modelRefused: (model: string, reason: string) => string;
}

const WORDS: Readonly<Record<Language, ReadingWords>> = {
  en: {
    article: "Full text",
    articleRead: "read from its page",
    articleNotRead: (reason) => `not read, the lead stands alone: ${reason}`,
    brief: "Brief",
    byModel: (model) => `by ${model}, held against the source`,
    modelRefused: (model, reason) => `quoted; the one by ${model} was refused: ${reason}`,
  },
  fr: {
    article: "Texte intégral",
    articleRead: "lu sur sa page",
    articleNotRead: (reason) => `non lu, seul le chapeau compte : ${reason}`,
    brief: "Résumé",
    byModel: (model) => `par ${model}, vérifié avec la source`,
    modelRefused: (model, reason) => `cité ; celui de ${model} a été refusé : ${reason}`,
  },
  es: {
    article: "Texto completo",
    articleRead: "leído en su página",
    articleNotRead: (reason) => `no leído, solo cuenta la entradilla: ${reason}`,
    brief: "Resumen",
    byModel: (model) => `de ${model}, cotejado con la fuente`,
    modelRefused: (model, reason) => `citado; el de ${model} se rechazó: ${reason}`,
  },
};

/** What is told under a label; empty where there is nothing to tell. */
export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** Whether an item was read with its article. */
export function articleText(article: ArticleRead | undefined, language: Language): Labelled {
  const words = WORDS[language];
  if (article === undefined) return { label: words.article, value: "" };
  return { label: words.article, value: article.read ? words.articleRead : words.articleNotRead(article.reason) };
}

/** Who made the brief, where a model was asked. */
export function briefText({ model }: Brief, language: Language): Labelled {
  const words = WORDS[language];
  if (model === undefined) return { label: words.brief, value: "" };
  const { name, refused } = model;
  return { label: words.brief, value: refused === undefined ? words.byModel(name) : words.modelRefused(name, refused) };
}
