import type { Words } from "./words-told.ts";

export const FR: Words = {
  kind: {
    plenary: "réunion plénière",
    "small-group": "petit groupe",
    stocktaking: "bilan",
    ministerial: "conférence ou réunion ministérielle",
    workshop: "atelier",
    "dedicated-discussion": "discussion spécifique",
    council: "conseil",
    other: "réunion",
  },
  status: {
    held: "tenue",
    upcoming: "à venir",
    tentative: "date provisoire",
    postponed: "reportée",
    announced: "avait été annoncée",
  },
  meetings: "Réunions",
  about: (title, topic) => `${title} : ${topic}`,
  within: (title, from, to) => `${title}, du ${from} au ${to}`,
  earlier: "Annoncé auparavant",
  topics: "Thèmes",
  people: "Personnes",
  documents: "Documents",
  id: "Article",
  help: "Ce qu’on peut demander",
  latest: "Derniers articles",
  found: (words) => `Recherche : ${words}`,
  nothing: "Rien dans les archives ne correspond.",
  capped: (count) =>
    `Ces mots sont très fréquents : ${count} des entrées qui les contiennent sont montrées, d’abord celles dont le titre les contient. Ajoutez un mot ou une date.`,
  noPage: (pages) => `Cette page n’existe pas : la dernière est la page ${pages}.`,
  unknownTopic: (word) => `Il n’y a pas de thème « ${word} ».`,
  unknownWord: (word) => `« ${word} » n’est pas compris ici.`,
  didYouMean: (word) => `Vouliez-vous dire « ${word} » ?`,
  seeTopics: "Pour les voir tous : topics",
  wrongWhen: (word) =>
    `« ${word} » n’est pas une période : dites upcoming, recent, une année, ou un intervalle comme 2026-03..2026-06.`,
  wrongDay: (word) => `« ${word} » n’est pas une date : écrivez 2026-06-23, 2026-06 ou 2026.`,
  wrongCount: (word, most) => `« ${word} » n’est pas un nombre de 1 à ${most}.`,
  missing: (option, example) => `Il manque : ${option}. Par exemple : ${example}`,
  noWords: "Il n’y a là aucun mot à chercher.",
  unknownSource: (source) =>
    `Il n’y a pas d’article « ${source} » dans les archives : donnez son adresse ou son identifiant. Pour le trouver par ses mots : search MOTS`,
};
