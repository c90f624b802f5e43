import type { Language } from "../model/language.ts";
import type { DeliveryKind, DeliveryState } from "../store/outbox-tables.ts";

/** The words of answers about what the bot did. */
export interface RecordWords {
  readonly why: string;
  readonly relevant: string;
  readonly passedOver: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly kind: Readonly<Record<DeliveryKind, string>>;
  readonly state: Readonly<Record<DeliveryState, string>>;
  readonly notQueued: string;
  readonly notRelevant: string;
  readonly askedOnly: (topics: string) => string;
  readonly firstLook: string;
  readonly beforeChannel: string;
  readonly inDigest: string;
  readonly overruled: Readonly<Record<"post" | "retract", (by: string, reason: string) => string>>;
  readonly history: string;
  readonly firstWording: string;
  readonly changed: string;
  readonly items: string;
  readonly channels: string;
  readonly noChannel: string;
  readonly status: string;
  readonly feed: string;
  readonly checked: string;
  readonly changedLast: string;
  readonly nextLook: string;
  readonly stopped: string;
  readonly failures: string;
  readonly never: string;
  readonly lastPost: string;
  readonly waiting: string;
  readonly paused: string;
  readonly forPerson: string;
  readonly incident: string;
  readonly since: string;
  readonly archive: string;
  readonly oldest: string;
  readonly readSince: string;
  readonly relevantItems: string;
}

const EN: RecordWords = {
  why: "Decisions",
  relevant: "on e-commerce",
  passedOver: "passed over: not on e-commerce",
  firstSeen: "First read",
  lastSeen: "Last seen in the feed",
  kind: {
    post: "post",
    edit: "edit",
    reply: "reply",
    welcome: "welcome",
    preview: "preview",
    notice: "notice",
    announcement: "announcement",
    publish: "publishing",
  },
  state: {
    pending: "waits",
    sending: "is being sent",
    uncertain: "unsure whether it was posted; being checked",
    held: "held: a person has to decide",
    sent: "sent",
    failed: "refused: a person has to decide",
    skipped: "skipped",
  },
  notQueued: "nothing was queued for this channel",
  notRelevant: "not posted: not on e-commerce",
  askedOnly: (topics) => `not posted: this channel asked only for ${topics}`,
  firstLook: "not posted: it was there at the first look, which only stores",
  beforeChannel: "not posted: it was read before this channel was set up",
  inDigest: "waits for the next digest",
  overruled: {
    post: (by, reason) => `${by} had it posted${reason}`,
    retract: (by, reason) => `${by} took it back${reason}`,
  },
  history: "Wordings",
  firstWording: "first wording",
  changed: "Changed",
  items: "Items",
  channels: "Channels",
  noChannel: "none",
  status: "Status",
  feed: "Feed",
  checked: "Last check",
  changedLast: "Last change",
  nextLook: "Next look",
  stopped: "this moment is past: the bot does not run",
  failures: "Failures in a row",
  never: "never yet",
  lastPost: "Last post",
  waiting: "Waiting",
  paused: "Paused",
  forPerson: "For a person to decide (npx tradepost deliveries)",
  incident: "Open incident",
  since: "Since",
  archive: "Archive",
  oldest: "Reaches back to",
  readSince: "Reading since",
  relevantItems: "Of these on e-commerce",
};

const FR: RecordWords = {
  why: "Décisions",
  relevant: "sur le commerce électronique",
  passedOver: "écarté : ne porte pas sur le commerce électronique",
  firstSeen: "Lu pour la première fois",
  lastSeen: "Vu en dernier dans le fil",
  kind: {
    post: "message",
    edit: "correction sur place",
    reply: "réponse",
    welcome: "bienvenue",
    preview: "aperçu",
    notice: "avis",
    announcement: "annonce",
    publish: "diffusion",
  },
  state: {
    pending: "en attente",
    sending: "en cours d’envoi",
    uncertain: "envoi incertain, en cours de vérification",
    held: "retenu : une personne doit décider",
    sent: "envoyé",
    failed: "refusé : une personne doit décider",
    skipped: "laissé de côté",
  },
  notQueued: "rien n’a été mis en file pour ce canal",
  notRelevant: "non publié : ne porte pas sur le commerce électronique",
  askedOnly: (topics) => `non publié : ce canal ne demande que ${topics}`,
  firstLook: "non publié : il était là au premier passage, qui ne fait qu’enregistrer",
  beforeChannel: "non publié : il a été lu avant que ce canal soit configuré",
  inDigest: "attend le prochain résumé groupé",
  overruled: {
    post: (by, reason) => `${by} l’a fait publier${reason}`,
    retract: (by, reason) => `${by} l’a retiré${reason}`,
  },
  history: "Rédactions",
  firstWording: "première rédaction",
  changed: "Modifié",
  items: "Articles",
  channels: "Canaux",
  noChannel: "aucun",
  status: "État",
  feed: "Fil",
  checked: "Dernière vérification",
  changedLast: "Dernier changement",
  nextLook: "Prochain passage",
  stopped: "ce moment est passé : le bot ne tourne pas",
  failures: "Échecs de suite",
  never: "pas encore",
  lastPost: "Dernier message",
  waiting: "En attente",
  paused: "En pause",
  forPerson: "À trancher par une personne (npx tradepost deliveries)",
  incident: "Incident ouvert",
  since: "Depuis",
  archive: "Archives",
  oldest: "Remontent au",
  readSince: "Lecture depuis",
  relevantItems: "Dont sur le commerce électronique",
};

const ES: RecordWords = {
  why: "Decisiones",
  relevant: "sobre comercio electrónico",
  passedOver: "descartada: no trata de comercio electrónico",
  firstSeen: "Leída por primera vez",
  lastSeen: "Vista por última vez en el canal de noticias",
  kind: {
    post: "mensaje",
    edit: "corrección en el mensaje",
    reply: "respuesta",
    welcome: "bienvenida",
    preview: "vista previa",
    notice: "aviso",
    announcement: "anuncio",
    publish: "difusión",
  },
  state: {
    pending: "en espera",
    sending: "enviándose",
    uncertain: "no se sabe si se publicó; se está comprobando",
    held: "retenido: debe decidir una persona",
    sent: "enviado",
    failed: "rechazado: debe decidir una persona",
    skipped: "omitido",
  },
  notQueued: "no se puso nada en cola para este canal",
  notRelevant: "no publicada: no trata de comercio electrónico",
  askedOnly: (topics) => `no publicada: este canal solo pide ${topics}`,
  firstLook: "no publicada: ya estaba en la primera lectura, que solo guarda",
  beforeChannel: "no publicada: se leyó antes de configurar este canal",
  inDigest: "espera el próximo resumen agrupado",
  overruled: {
    post: (by, reason) => `${by} la hizo publicar${reason}`,
    retract: (by, reason) => `${by} la retiró${reason}`,
  },
  history: "Redacciones",
  firstWording: "primera redacción",
  changed: "Cambios",
  items: "Noticias",
  channels: "Canales",
  noChannel: "ninguno",
  status: "Estado",
  feed: "Fuente",
  checked: "Última comprobación",
  changedLast: "Último cambio",
  nextLook: "Próxima lectura",
  stopped: "ese momento ya pasó: el bot no está en marcha",
  failures: "Fallos seguidos",
  never: "todavía no",
  lastPost: "Último mensaje",
  waiting: "En espera",
  paused: "En pausa",
  forPerson: "Debe decidir una persona (npx tradepost deliveries)",
  incident: "Incidente abierto",
  since: "Desde",
  archive: "Archivo",
  oldest: "Se remonta al",
  readSince: "Lectura desde",
  relevantItems: "De ellas, sobre comercio electrónico",
};

const WORDS: Readonly<Record<Language, RecordWords>> = { en: EN, fr: FR, es: ES };

/** The words of answers about what the bot did, in a language. */
export function recordWordsOf(language: Language): RecordWords {
  return WORDS[language];
}
