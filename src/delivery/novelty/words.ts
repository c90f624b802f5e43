import type { Language } from "../../model/language.ts";

/** The fixed words of the lines that say what changed in a process. */
export interface NoveltyWords {
  readonly since: (change: string, day: string) => string;
  readonly participants: (before: number, now: number) => string;
  readonly target: (change: string) => string;
  readonly meeting: (days: string, change: string) => string;
  readonly nextMeeting: (change: string) => string;
  readonly status: Readonly<Record<"upcoming" | "tentative" | "postponed" | "held", string>>;
  readonly coConvenor: (country: string) => string;
  readonly chairOfGeneralCouncil: string;
  readonly facilitatorOfWorkProgramme: string;
  readonly facilitatorOf: (subject: string) => string;
  readonly before: string;
  readonly now: string;
}

const EN: NoveltyWords = {
  since: (change, day) => `${change} since ${day}`,
  participants: (before, now) => `${before} → ${now} participants`,
  target: (change) => `Target: ${change}`,
  meeting: (days, change) => `Meeting of ${days}: ${change}`,
  nextMeeting: (change) => `Next meeting: ${change}`,
  status: { upcoming: "fixed", tentative: "tentative", postponed: "postponed", held: "held" },
  coConvenor: (country) => `Co-convenor (${country})`,
  chairOfGeneralCouncil: "Chair of the General Council",
  facilitatorOfWorkProgramme: "Facilitator of the Work Programme",
  facilitatorOf: (subject) => `Facilitator of the small group on ${subject}`,
  before: "before",
  now: "now",
};

const FR: NoveltyWords = {
  since: (change, day) => `${change} depuis le ${day}`,
  participants: (before, now) => `${before} → ${now} participants`,
  target: (change) => `Échéance\u202F: ${change}`,
  meeting: (days, change) => `Réunion (${days})\u202F: ${change}`,
  nextMeeting: (change) => `Prochaine réunion\u202F: ${change}`,
  status: { upcoming: "date fixée", tentative: "date provisoire", postponed: "reportée", held: "tenue" },
  coConvenor: (country) => `Co-organisateur (${country})`,
  chairOfGeneralCouncil: "Présidence du Conseil général",
  facilitatorOfWorkProgramme: "Facilitation du Programme de travail",
  facilitatorOf: (subject) => `Facilitation du petit groupe (${subject})`,
  before: "avant",
  now: "maintenant",
};

const ES: NoveltyWords = {
  since: (change, day) => `${change} desde el ${day}`,
  participants: (before, now) => `${before} → ${now} participantes`,
  target: (change) => `Plazo: ${change}`,
  meeting: (days, change) => `Reunión (${days}): ${change}`,
  nextMeeting: (change) => `Próxima reunión: ${change}`,
  status: { upcoming: "fecha fijada", tentative: "fecha provisional", postponed: "aplazada", held: "celebrada" },
  coConvenor: (country) => `Coorganizador (${country})`,
  chairOfGeneralCouncil: "Presidencia del Consejo General",
  facilitatorOfWorkProgramme: "Facilitación del Programa de Trabajo",
  facilitatorOf: (subject) => `Facilitación del grupo reducido (${subject})`,
  before: "antes",
  now: "ahora",
};

const WORDS: Readonly<Record<Language, NoveltyWords>> = { en: EN, fr: FR, es: ES };

/** The fixed words of one language. */
export function noveltyWordsOf(language: Language): NoveltyWords {
  return WORDS[language];
}
