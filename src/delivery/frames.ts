import type { MeetingStatus } from "../model/analysis.ts";
import type { Language } from "../model/language.ts";

/** The fixed words around what is quoted from the source. */
export interface Frame {
  readonly locale: string;
  readonly meeting: Readonly<Record<MeetingStatus, string>>;
  readonly dayNotStated: (month: string) => string;
  readonly participants: string;
  readonly target: string;
  readonly source: string;
  readonly byModel: string;
  readonly endOf: (year: string) => string;
  readonly partOfYear: Readonly<Record<string, string>>;
  readonly quarter: (quarter: string, year: string) => string;
  readonly updated: (moment: string, changes: string) => string;
  readonly changed: Readonly<Record<ChangedPart, string>>;
  readonly none: string;
  readonly digest: (count: number) => string;
  readonly correction: string;
  readonly readItem: string;
  readonly welcome: string;
  readonly everything: string;
  readonly only: (topics: string) => string;
  readonly once: string;
  readonly onceByModel: string;
  readonly latest: string;
  readonly nothingYet: string;
  readonly ask: string;
  readonly askManagers: string;
  readonly help: (command: string) => string;
  readonly preview: (feed: string) => string;
  readonly previewText: string;
  readonly previewNone: string;
  readonly trouble: string;
  readonly over: string;
  readonly itWas: (detail: string) => string;
  readonly withdrawn: (moment: string) => string;
  readonly takenBack: (moment: string, by: string, reason: string | undefined) => string;
}

/** What of an item may change between two wordings. */
export type ChangedPart = "headline" | "date" | "link" | "participants" | "meeting" | "target" | "topics" | "text";

const EN: Frame = {
  locale: "en-GB",
  meeting: {
    held: "Meeting held",
    upcoming: "Next meeting",
    tentative: "Next meeting (tentative)",
    postponed: "Meeting postponed",
  },
  dayNotStated: (month) => `in ${month} (day not stated)`,
  participants: "Participants",
  target: "Target",
  source: "WTO news",
  byModel: "brief by a language model",
  endOf: (year) => `end of ${year}`,
  partOfYear: { spring: "spring", summer: "summer", autumn: "autumn", early: "early", mid: "mid", late: "late" },
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  updated: (moment, changes) => `Updated ${moment}: ${changes}`,
  changed: {
    headline: "headline",
    date: "date of the item",
    link: "link",
    participants: "participants",
    meeting: "meeting",
    target: "target",
    topics: "topics",
    text: "wording",
  },
  none: "none",
  digest: (count) => (count === 1 ? "1 new item on e-commerce" : `${count} new items on e-commerce`),
  correction: "Correction",
  readItem: "Read the item",
  welcome: "Tradepost is connected",
  everything: "This channel gets every WTO news item on e-commerce and digital trade.",
  only: (topics) => `This channel gets the WTO news items on: ${topics}.`,
  once: "Each item is posted once, with a brief quoted from its source, and is corrected in place when the WTO corrects it.",
  onceByModel:
    "Each item is posted once, with a brief that a language model writes and that is checked against its source, and is corrected in place when the WTO corrects it.",
  latest: "The newest item so far:",
  nothingYet: "No item on e-commerce has been read yet; silence for days is normal.",
  ask: "To change what comes here, ask whoever hosts Tradepost: topics and language are set for each channel.",
  askManagers: "To change what comes here, whoever manages this channel subscribes it anew.",
  help: (command) => `Ask about meetings, news and dates whenever you like: type ${command} to see how.`,
  preview: (feed) => `First look at “${feed}”`,
  previewText: "What the feed holds is stored. This is how its latest items look as posts:",
  previewNone: "What the feed holds is stored. None of it is on e-commerce, so there is no example to show.",
  trouble: "Needs attention",
  over: "Over",
  itWas: (detail) => `What it was: ${detail}`,
  withdrawn: (moment) => `No longer in the WTO feed since ${moment}`,
  takenBack: (moment, by, reason) => `Taken back ${moment} by ${by}${reason === undefined ? "" : `: ${reason}`}`,
};

const FR: Frame = {
  locale: "fr-FR",
  meeting: {
    held: "Réunion tenue",
    upcoming: "Prochaine réunion",
    tentative: "Prochaine réunion (date provisoire)",
    postponed: "Réunion reportée",
  },
  dayNotStated: (month) => `en ${month} (jour non précisé)`,
  participants: "Participants",
  target: "Échéance",
  source: "Nouvelles de l’OMC",
  byModel: "résumé par un modèle de langage",
  endOf: (year) => `fin ${year}`,
  partOfYear: { spring: "printemps", summer: "été", autumn: "automne", early: "début", mid: "mi-", late: "fin" },
  quarter: (quarter, year) => `T${quarter} ${year}`,
  updated: (moment, changes) => `Mis à jour le ${moment}\u202F: ${changes}`,
  changed: {
    headline: "titre",
    date: "date de l’article",
    link: "lien",
    participants: "participants",
    meeting: "réunion",
    target: "échéance",
    topics: "thèmes",
    text: "texte",
  },
  none: "aucune",
  digest: (count) => `${count} ${count === 1 ? "nouvel article" : "nouveaux articles"} sur le commerce électronique`,
  correction: "Correction",
  readItem: "Lire l’article",
  welcome: "Tradepost est connecté",
  everything: "Ce canal reçoit chaque nouvelle de l’OMC sur le commerce électronique et le commerce numérique.",
  only: (topics) => `Ce canal reçoit les nouvelles de l’OMC sur\u202F: ${topics}.`,
  once: "Chaque article est publié une seule fois, avec un résumé tiré mot pour mot de sa source, et corrigé sur place lorsque l’OMC le corrige.",
  onceByModel:
    "Chaque article est publié une seule fois, avec un résumé rédigé par un modèle de langage et vérifié avec sa source, et corrigé sur place lorsque l’OMC le corrige.",
  latest: "L’article le plus récent\u202F:",
  nothingYet:
    "Aucun article sur le commerce électronique n’a encore été lu\u202F; plusieurs jours de silence sont normaux.",
  ask: "Pour changer ce qui arrive ici, adressez-vous à la personne qui héberge Tradepost\u202F: les thèmes et la langue se règlent par canal.",
  askManagers: "Pour changer ce qui arrive ici, la personne qui gère ce canal l’abonne à nouveau.",
  help: (command) =>
    `Posez à tout moment vos questions sur les réunions, les nouvelles et les dates\u202F: tapez ${command} pour voir comment.`,
  preview: (feed) => `Premier passage sur «\u202F${feed}\u202F»`,
  previewText: "Le contenu du fil est enregistré. Voici ses derniers articles tels qu’ils sont publiés\u202F:",
  previewNone:
    "Le contenu du fil est enregistré. Rien n’y concerne le commerce électronique\u202F: il n’y a pas d’exemple à montrer.",
  trouble: "À vérifier",
  over: "Rétabli",
  itWas: (detail) => `Ce que c’était\u202F: ${detail}`,
  withdrawn: (moment) => `N’est plus dans le fil de l’OMC depuis le ${moment}`,
  takenBack: (moment, by, reason) => `Retiré le ${moment} par ${by}${reason === undefined ? "" : `\u202F: ${reason}`}`,
};

const ES: Frame = {
  locale: "es-ES",
  meeting: {
    held: "Reunión celebrada",
    upcoming: "Próxima reunión",
    tentative: "Próxima reunión (fecha provisional)",
    postponed: "Reunión aplazada",
  },
  dayNotStated: (month) => `en ${month} (día no indicado)`,
  participants: "Participantes",
  target: "Plazo",
  source: "Noticias de la OMC",
  byModel: "resumen de un modelo de lenguaje",
  endOf: (year) => `fin de ${year}`,
  partOfYear: {
    spring: "primavera",
    summer: "verano",
    autumn: "otoño",
    early: "principios",
    mid: "mediados",
    late: "finales",
  },
  quarter: (quarter, year) => `T${quarter} ${year}`,
  updated: (moment, changes) => `Actualizado el ${moment}: ${changes}`,
  changed: {
    headline: "título",
    date: "fecha de la noticia",
    link: "enlace",
    participants: "participantes",
    meeting: "reunión",
    target: "plazo",
    topics: "temas",
    text: "texto",
  },
  none: "ninguna",
  digest: (count) => `${count} ${count === 1 ? "noticia nueva" : "noticias nuevas"} sobre comercio electrónico`,
  correction: "Corrección",
  readItem: "Leer la noticia",
  welcome: "Tradepost está conectado",
  everything: "Este canal recibe todas las noticias de la OMC sobre comercio electrónico y comercio digital.",
  only: (topics) => `Este canal recibe las noticias de la OMC sobre: ${topics}.`,
  once: "Cada noticia se publica una sola vez, con un resumen tomado literalmente de su fuente, y se corrige en el mismo mensaje cuando la OMC la corrige.",
  onceByModel:
    "Cada noticia se publica una sola vez, con un resumen escrito por un modelo de lenguaje y cotejado con su fuente, y se corrige en el mismo mensaje cuando la OMC la corrige.",
  latest: "La noticia más reciente:",
  nothingYet: "Aún no se ha leído ninguna noticia sobre comercio electrónico; varios días de silencio son normales.",
  ask: "Para cambiar lo que llega aquí, diríjase a quien aloja Tradepost: los temas y el idioma se fijan por canal.",
  askManagers: "Para cambiar lo que llega aquí, quien administra este canal lo suscribe de nuevo.",
  help: (command) => `Pregunte cuando quiera por reuniones, noticias y fechas: escriba ${command} para ver cómo.`,
  preview: (feed) => `Primera lectura de «${feed}»`,
  previewText: "El contenido de la fuente está guardado. Así se ven sus últimas noticias al publicarse:",
  previewNone:
    "El contenido de la fuente está guardado. Nada de él trata del comercio electrónico, así que no hay ejemplo que mostrar.",
  trouble: "Requiere atención",
  over: "Resuelto",
  itWas: (detail) => `Lo que era: ${detail}`,
  withdrawn: (moment) => `Ya no está en la fuente de la OMC desde el ${moment}`,
  takenBack: (moment, by, reason) => `Retirada el ${moment} por ${by}${reason === undefined ? "" : `: ${reason}`}`,
};

const FRAMES: Readonly<Record<Language, Frame>> = { en: EN, fr: FR, es: ES };

/** The fixed words of one language. */
export function frameOf(language: Language): Frame {
  return FRAMES[language];
}
