import type { Language } from "../model/language.ts";
import type { NotePost } from "../model/post.ts";
import type { Millis } from "../model/time.ts";
import { countWaiting } from "../store/counts.ts";
import { listFeeds } from "../store/feeds.ts";
import { openIncidents } from "../store/incidents.ts";
import { countItems } from "../store/items.ts";
import { momentText } from "./dates.ts";
import { note } from "./notes.ts";
import type { Telling } from "./tell.ts";

/** The fixed words of the weekly sign of life. */
interface LifeWords {
  readonly title: string;
  readonly feed: (name: string, checked: string, changed: string) => string;
  readonly never: string;
  readonly archive: (items: number, relevant: number) => string;
  readonly waiting: (count: number) => string;
  readonly troubles: (count: number) => string;
}

const WORDS: Readonly<Record<Language, LifeWords>> = {
  en: {
    title: "Tradepost is at work",
    feed: (name, checked, changed) => `${name}: last check ${checked}, last change ${changed}.`,
    never: "never",
    archive: (items, relevant) => `Items in the archive: ${items}, of them on e-commerce: ${relevant}.`,
    waiting: (count) => (count === 0 ? "Nothing waits to be posted." : `Waiting to be posted: ${count}.`),
    troubles: (count) => (count === 0 ? "There is no trouble." : `Troubles that are not over: ${count}.`),
  },
  fr: {
    title: "Tradepost est au travail",
    feed: (name, checked, changed) => `${name}\u202F: dernier passage ${checked}, dernier changement ${changed}.`,
    never: "jamais",
    archive: (items, relevant) =>
      `Articles archivés\u202F: ${items}, dont sur le commerce électronique\u202F: ${relevant}.`,
    waiting: (count) => (count === 0 ? "Rien n’attend d’être publié." : `En attente de publication\u202F: ${count}.`),
    troubles: (count) => (count === 0 ? "Tout va bien." : `Problèmes en cours\u202F: ${count}.`),
  },
  es: {
    title: "Tradepost está en marcha",
    feed: (name, checked, changed) => `${name}: última comprobación ${checked}, último cambio ${changed}.`,
    never: "nunca",
    archive: (items, relevant) => `Noticias archivadas: ${items}, de ellas sobre comercio electrónico: ${relevant}.`,
    waiting: (count) => (count === 0 ? "Nada espera a ser publicado." : `A la espera de publicarse: ${count}.`),
    troubles: (count) => (count === 0 ? "No hay problemas." : `Problemas abiertos: ${count}.`),
  },
};

/**
 * Tells the operators that the bot is alive, with what it last did.
 * @param own the id of the delivery of this note, which is under way itself
 */
export async function lifeNote(own: string, { db, channel, wording }: Telling): Promise<NotePost> {
  const words = WORDS[channel.language];
  const at = (moment: Millis | null): string =>
    moment === null ? words.never : momentText(moment, wording.timezone, channel.language);
  const feeds = (await listFeeds(db)).map((feed) => words.feed(feed.name, at(feed.succeeded_at), at(feed.changed_at)));
  const { all, relevant } = await countItems(db);
  const waiting = await countWaiting(db, own);
  const troubles = (await openIncidents(db)).length;
  return {
    ...note(channel.language, troubles === 0 ? "good" : "warning", words.title),
    paragraphs: [...feeds, words.archive(all, relevant), words.waiting(waiting), words.troubles(troubles)],
  };
}
