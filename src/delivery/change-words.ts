import type { Language } from "../model/language.ts";
import type { Weekday } from "../model/rhythm.ts";
import type { ChangeKind } from "../store/chat-tables.ts";

/** The fixed words of announcements: who changed what in a channel. */
export interface ChangeWords {
  readonly title: Readonly<Record<ChangeKind | "change", (by: string) => string>>;
  readonly ended: string;
  readonly each: string;
  readonly daily: (at: string, zone: string) => string;
  readonly weekly: (on: Weekday, at: string, zone: string) => string;
  readonly signOfLife: string;
  readonly quiet: (from: string, until: string, zone: string) => string;
  readonly passing: (words: string) => string;
  readonly silent: string;
  readonly reason: (reason: string) => string;
  readonly undo: string;
  readonly undone: (by: string, moment: string) => string;
}

const DAYS: Readonly<Record<Language, Readonly<Record<Weekday, string>>>> = {
  en: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
  fr: {
    mon: "lundi",
    tue: "mardi",
    wed: "mercredi",
    thu: "jeudi",
    fri: "vendredi",
    sat: "samedi",
    sun: "dimanche",
  },
  es: {
    mon: "lunes",
    tue: "martes",
    wed: "miércoles",
    thu: "jueves",
    fri: "viernes",
    sat: "sábado",
    sun: "domingo",
  },
};

const EN: ChangeWords = {
  title: {
    subscribe: (by) => `${by} subscribed this channel`,
    change: (by) => `${by} changed what this channel gets`,
    unsubscribe: (by) => `${by} ended this channel’s subscription`,
    post: (by) => `${by} had an item posted`,
    retract: (by) => `${by} took an item back`,
  },
  ended: "No new items come here any more. What stands here is still corrected.",
  each: "Each item is posted when it comes.",
  daily: (at, zone) => `One digest each day at ${at} (${zone}).`,
  weekly: (on, at, zone) => `One digest each ${DAYS.en[on]} at ${at} (${zone}).`,
  signOfLife: "A digest comes also where there is nothing new.",
  quiet: (from, until, zone) => `Quiet from ${from} to ${until} (${zone}).`,
  passing: (words) => `In quiet hours come only items with: ${words}.`,
  silent: "Posts notify nobody.",
  reason: (reason) => `Reason: ${reason}`,
  undo: "Undo",
  undone: (by, moment) => `Undone by ${by}, ${moment}.`,
};

const FR: ChangeWords = {
  title: {
    subscribe: (by) => `${by} a abonné ce canal`,
    change: (by) => `${by} a changé ce que ce canal reçoit`,
    unsubscribe: (by) => `${by} a mis fin à l’abonnement de ce canal`,
    post: (by) => `${by} a fait publier un article`,
    retract: (by) => `${by} a retiré un article`,
  },
  ended: "Aucun nouvel article n’arrive plus ici. Ce qui s’y trouve est toujours corrigé.",
  each: "Chaque article est publié dès qu’il arrive.",
  daily: (at, zone) => `Un récapitulatif par jour à ${at} (${zone}).`,
  weekly: (on, at, zone) => `Un récapitulatif chaque ${DAYS.fr[on]} à ${at} (${zone}).`,
  signOfLife: "Un récapitulatif arrive aussi lorsqu’il n’y a rien de nouveau.",
  quiet: (from, until, zone) => `Silence de ${from} à ${until} (${zone}).`,
  passing: (words) => `Pendant ces heures n’arrivent que les articles qui contiennent\u202F: ${words}.`,
  silent: "Les messages ne notifient personne.",
  reason: (reason) => `Motif\u202F: ${reason}`,
  undo: "Annuler",
  undone: (by, moment) => `Annulé par ${by}, ${moment}.`,
};

const ES: ChangeWords = {
  title: {
    subscribe: (by) => `${by} ha suscrito este canal`,
    change: (by) => `${by} ha cambiado lo que recibe este canal`,
    unsubscribe: (by) => `${by} ha terminado la suscripción de este canal`,
    post: (by) => `${by} ha hecho publicar una noticia`,
    retract: (by) => `${by} ha retirado una noticia`,
  },
  ended: "Aquí ya no llegan noticias nuevas. Lo que está publicado se sigue corrigiendo.",
  each: "Cada noticia se publica cuando llega.",
  daily: (at, zone) => `Un resumen al día a las ${at} (${zone}).`,
  weekly: (on, at, zone) => `Un resumen cada ${DAYS.es[on]} a las ${at} (${zone}).`,
  signOfLife: "También llega un resumen cuando no hay nada nuevo.",
  quiet: (from, until, zone) => `Silencio de ${from} a ${until} (${zone}).`,
  passing: (words) => `En esas horas solo llegan las noticias que contienen: ${words}.`,
  silent: "Los mensajes no notifican a nadie.",
  reason: (reason) => `Motivo: ${reason}`,
  undo: "Deshacer",
  undone: (by, moment) => `Deshecho por ${by}, ${moment}.`,
};

const WORDS: Readonly<Record<Language, ChangeWords>> = { en: EN, fr: FR, es: ES };

/** The fixed words of announcements in one language. */
export function changeWordsOf(language: Language): ChangeWords {
  return WORDS[language];
}
