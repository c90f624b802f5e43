import type { Language } from "../model/language.ts";

/** The fixed words of a conversation. */
export interface DeskWords {
  readonly unknownCommand: (name: string) => string;
  readonly didYouMeanCommand: (name: string, near: string) => string;
  /** Pages of an answer that is kept no longer. */
  readonly tooOld: string;
  readonly failed: (reference: string) => string;
  readonly askedBy: (name: string) => string;
  readonly share: string;
  readonly upcoming: string;
  readonly recent: string;
  readonly notManager: string;
  readonly timeline: (process: string) => string;
  readonly unknownProcess: (word: string) => string;
}

const WORDS: Readonly<Record<Language, DeskWords>> = {
  en: {
    unknownCommand: (name) => `There is no command “${name}”. To see what one can ask: help`,
    didYouMeanCommand: (name, near) => `There is no command “${name}”. Did you mean “${near}”?`,
    tooOld: "This answer is too old to turn its pages: please ask again.",
    failed: (reference) =>
      `This did not work, and the fault is ours. Reference for whoever hosts the bot: ${reference}`,
    askedBy: (name) => `Asked by ${name}`,
    share: "let everybody in the channel see the answer",
    upcoming: "Upcoming",
    recent: "Recent",
    notManager:
      "Only who may manage this channel can do that. Ask an administrator, or whoever hosts Tradepost to name you as a manager.",
    timeline: (process) => `Timeline: ${process}, the newest first`,
    unknownProcess: (word) =>
      `There is no process “${word}”: say joint-initiative, moratorium, work-programme, or a conference such as mc14.`,
  },
  fr: {
    unknownCommand: (name) => `La commande « ${name} » n’existe pas. Pour voir ce qu’on peut demander : help`,
    didYouMeanCommand: (name, near) => `La commande « ${name} » n’existe pas. Vouliez-vous dire « ${near} » ?`,
    tooOld: "Cette réponse est trop ancienne pour en tourner les pages : veuillez la redemander.",
    failed: (reference) =>
      `Cela n’a pas fonctionné, et la faute est nôtre. Référence pour l’hébergeur du bot : ${reference}`,
    askedBy: (name) => `Demandé par ${name}`,
    share: "montrer la réponse à tout le canal",
    upcoming: "À venir",
    recent: "Récentes",
    notManager:
      "Seules les personnes qui gèrent ce canal peuvent le faire. Adressez-vous à un administrateur, ou à l’hébergeur de Tradepost pour qu’il vous désigne.",
    timeline: (process) => `Chronologie : ${process}, le plus récent d’abord`,
    unknownProcess: (word) =>
      `Le processus « ${word} » n’existe pas : dites joint-initiative, moratorium, work-programme, ou une conférence comme mc14.`,
  },
  es: {
    unknownCommand: (name) => `No existe la orden «${name}». Para ver lo que se puede preguntar: help`,
    didYouMeanCommand: (name, near) => `No existe la orden «${name}». ¿Quería decir «${near}»?`,
    tooOld: "Esta respuesta es demasiado antigua para pasar sus páginas: vuelva a preguntar.",
    failed: (reference) => `No ha funcionado, y la culpa es nuestra. Referencia para quien aloja el bot: ${reference}`,
    askedBy: (name) => `Preguntado por ${name}`,
    share: "mostrar la respuesta a todo el canal",
    upcoming: "Próximas",
    recent: "Recientes",
    notManager:
      "Solo quien gestiona este canal puede hacerlo. Pídalo a un administrador, o a quien aloja Tradepost para que le nombre gestor.",
    timeline: (process) => `Cronología: ${process}, lo más reciente primero`,
    unknownProcess: (word) =>
      `No existe el proceso «${word}»: diga joint-initiative, moratorium, work-programme, o una conferencia como mc14.`,
  },
};

/** The fixed words of a conversation in a language. */
export function deskWordsOf(language: Language): DeskWords {
  return WORDS[language];
}
