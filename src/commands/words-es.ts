import type { Words } from "./words-told.ts";

export const ES: Words = {
  kind: {
    plenary: "reunión plenaria",
    "small-group": "grupo reducido",
    stocktaking: "balance",
    ministerial: "conferencia o reunión ministerial",
    workshop: "taller",
    "dedicated-discussion": "debate específico",
    council: "consejo",
    other: "reunión",
  },
  status: {
    held: "celebrada",
    upcoming: "próxima",
    tentative: "fecha provisional",
    postponed: "aplazada",
    announced: "se había anunciado",
  },
  meetings: "Reuniones",
  about: (title, topic) => `${title}: ${topic}`,
  within: (title, from, to) => `${title}, del ${from} al ${to}`,
  earlier: "Anunciado antes",
  topics: "Temas",
  people: "Personas",
  documents: "Documentos",
  id: "Noticia",
  help: "Lo que se puede preguntar",
  latest: "Últimas noticias",
  found: (words) => `Búsqueda: ${words}`,
  nothing: "No hay nada en el archivo que corresponda.",
  capped: (count) =>
    `Estas palabras son muy frecuentes: se muestran ${count} de las entradas que las contienen, primero las que las tienen en el título. Añada una palabra o una fecha.`,
  noPage: (pages) => `Esa página no existe: la última es la ${pages}.`,
  unknownTopic: (word) => `No hay ningún tema «${word}».`,
  unknownWord: (word) => `«${word}» no se entiende aquí.`,
  didYouMean: (word) => `¿Quiso decir «${word}»?`,
  seeTopics: "Para verlos todos: topics",
  wrongWhen: (word) =>
    `«${word}» no es un período: diga upcoming, recent, un año o un intervalo como 2026-03..2026-06.`,
  wrongDay: (word) => `«${word}» no es una fecha: escriba 2026-06-23, 2026-06 o 2026.`,
  wrongCount: (word, most) => `«${word}» no es un número de 1 a ${most}.`,
  missing: (option, example) => `Falta: ${option}. Por ejemplo: ${example}`,
  noWords: "No hay en ello ninguna palabra que buscar.",
  unknownSource: (source) =>
    `No hay ninguna noticia «${source}» en el archivo: dé su dirección o su identificador. Para encontrarla por sus palabras: search PALABRAS`,
};
