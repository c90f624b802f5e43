import type { Language } from "../../model/language.ts";

/** The fixed words of changing what a channel gets. */
export interface ManageWords {
  readonly gets: string;
  readonly getsNothing: string;
  readonly topics: string;
  readonly everything: string;
  readonly language: string;
  readonly digest: string;
  readonly each: string;
  readonly quiet: string;
  readonly passing: string;
  readonly silent: string;
  readonly signOfLife: string;
  readonly yes: string;
  readonly origin: string;
  readonly ofFile: string;
  readonly ofChat: (by: string) => string;
  readonly onlyInFile: string;
  readonly cannotPost: (why: string) => string;
  readonly wrongDigest: (word: string) => string;
  readonly wrongQuiet: (word: string) => string;
  readonly notSubscribed: string;
  readonly ended: string;
  readonly undone: string;
  readonly undoneAlready: (by: string) => string;
  readonly undoTooLate: string;
  readonly undoUnknown: string;
  readonly changes: string;
  readonly subscribeFirst: string;
  readonly posted: string;
  readonly postedAgain: string;
  readonly stands: string;
  readonly waits: string;
  readonly retracted: string;
  readonly retractedAlready: string;
  readonly notHere: string;
}

const WORDS: Readonly<Record<Language, ManageWords>> = {
  en: {
    gets: "What this channel gets",
    getsNothing: "This channel is not subscribed. To subscribe it: subscribe",
    topics: "Topics",
    everything: "everything on e-commerce",
    language: "Language",
    digest: "Digest",
    each: "none: each item by itself",
    quiet: "Quiet hours",
    passing: "Pass in quiet hours",
    silent: "Without notification",
    signOfLife: "A digest also when there is no news",
    yes: "yes",
    origin: "Set in",
    ofFile: "the configuration file",
    ofChat: (by) => `the chat, by ${by}`,
    onlyInFile: "This channel stands in the configuration file, and is changed there by whoever hosts Tradepost.",
    cannotPost: (why) => `Nothing was changed, since the bot can't work in this channel: ${why}`,
    wrongDigest: (word) => `“${word}” is no time for a digest: write daily 17:30, weekly mon 09:00, or off.`,
    wrongQuiet: (word) => `“${word}” are no quiet hours: write 20:00-07:00, or off.`,
    notSubscribed: "This channel is not subscribed.",
    ended: "This channel gets no news any more. What stands here is still corrected.",
    undone: "Undone.",
    undoneAlready: (by) => `This was undone already, by ${by}.`,
    undoTooLate: "This can be undone within an hour only. Change it by a command.",
    undoUnknown: "There is no such change any more.",
    changes: "Changes",
    subscribeFirst: "This channel gets nothing yet: subscribe it first.",
    posted: "It will be posted here.",
    postedAgain: "It stands here again.",
    stands: "It stands here already.",
    waits: "It is on its way already.",
    retracted: "It is taken back: the post is struck through, with the reason.",
    retractedAlready: "It was taken back already.",
    notHere: "It was not posted here.",
  },
  fr: {
    gets: "Ce que reçoit ce canal",
    getsNothing: "Ce canal n’est pas abonné. Pour l’abonner : subscribe",
    topics: "Thèmes",
    everything: "tout sur le commerce électronique",
    language: "Langue",
    digest: "Résumé groupé",
    each: "aucun : chaque article séparément",
    quiet: "Heures de silence",
    passing: "Passent pendant le silence",
    silent: "Sans notification",
    signOfLife: "Un résumé même sans nouvelles",
    yes: "oui",
    origin: "Fixé dans",
    ofFile: "le fichier de configuration",
    ofChat: (by) => `le chat, par ${by}`,
    onlyInFile: "Ce canal figure dans le fichier de configuration et s’y modifie, par l’hébergeur de Tradepost.",
    cannotPost: (why) => `Rien n’a été changé, car le bot ne peut pas travailler dans ce canal : ${why}`,
    wrongDigest: (word) => `« ${word} » n’est pas un horaire de résumé : écrivez daily 17:30, weekly mon 09:00 ou off.`,
    wrongQuiet: (word) => `« ${word} » ne sont pas des heures de silence : écrivez 20:00-07:00 ou off.`,
    notSubscribed: "Ce canal n’est pas abonné.",
    ended: "Ce canal ne reçoit plus de nouvelles. Ce qui s’y trouve reste corrigé.",
    undone: "Annulé.",
    undoneAlready: (by) => `Cela a déjà été annulé, par ${by}.`,
    undoTooLate: "Cela ne s’annule que pendant une heure. Modifiez-le par une commande.",
    undoUnknown: "Ce changement n’existe plus.",
    changes: "Changements",
    subscribeFirst: "Ce canal ne reçoit encore rien : abonnez-le d’abord.",
    posted: "Il sera publié ici.",
    postedAgain: "Il figure de nouveau ici.",
    stands: "Il figure déjà ici.",
    waits: "Il est déjà en route.",
    retracted: "Il est retiré : le message est barré, avec la raison.",
    retractedAlready: "Il était déjà retiré.",
    notHere: "Il n’a pas été publié ici.",
  },
  es: {
    gets: "Lo que recibe este canal",
    getsNothing: "Este canal no está suscrito. Para suscribirlo: subscribe",
    topics: "Temas",
    everything: "todo sobre comercio electrónico",
    language: "Idioma",
    digest: "Resumen agrupado",
    each: "ninguno: cada noticia por separado",
    quiet: "Horas de silencio",
    passing: "Pasan en horas de silencio",
    silent: "Sin notificación",
    signOfLife: "Un resumen también sin novedades",
    yes: "sí",
    origin: "Fijado en",
    ofFile: "el fichero de configuración",
    ofChat: (by) => `el chat, por ${by}`,
    onlyInFile: "Este canal está en el fichero de configuración y se cambia allí, por quien aloja Tradepost.",
    cannotPost: (why) => `No se ha cambiado nada, porque el bot no puede trabajar en este canal: ${why}`,
    wrongDigest: (word) => `«${word}» no es una hora de resumen: escriba daily 17:30, weekly mon 09:00 u off.`,
    wrongQuiet: (word) => `«${word}» no son horas de silencio: escriba 20:00-07:00 u off.`,
    notSubscribed: "Este canal no está suscrito.",
    ended: "Este canal ya no recibe noticias. Lo que hay aquí se sigue corrigiendo.",
    undone: "Deshecho.",
    undoneAlready: (by) => `Ya lo había deshecho ${by}.`,
    undoTooLate: "Solo se puede deshacer durante una hora. Cámbielo con una orden.",
    undoUnknown: "Ese cambio ya no existe.",
    changes: "Cambios",
    subscribeFirst: "Este canal todavía no recibe nada: suscríbalo primero.",
    posted: "Se publicará aquí.",
    postedAgain: "Vuelve a estar aquí.",
    stands: "Ya está aquí.",
    waits: "Ya está en camino.",
    retracted: "Se ha retirado: el mensaje queda tachado, con el motivo.",
    retractedAlready: "Ya estaba retirado.",
    notHere: "No se publicó aquí.",
  },
};

/** The fixed words of changing what a channel gets, in a language. */
export function manageWordsOf(language: Language): ManageWords {
  return WORDS[language];
}
