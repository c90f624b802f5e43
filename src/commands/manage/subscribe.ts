import { subscribe } from "../../delivery/subscriptions.ts";
import type { Option, Told } from "../../model/ask.ts";
import { LANGUAGES } from "../../model/language.ts";
import { digestText, parseDigest, parseQuiet, quietText } from "../../model/rhythm.ts";
import {
  decodeWords,
  encodeSubscription,
  encodeWords,
  readSubscription,
  type Subscription,
} from "../../store/subscriptions.ts";
import { RequestError } from "../request-error.ts";
import { choiceOf, flagOf, topicsOf } from "../values.ts";
import { chosenTopics } from "./subscription-answer.ts";
import { changedReply, makeChange, type ManageCommand, type ManageTools } from "./change.ts";
import { manageWordsOf } from "./words.ts";

/** Takes a wish back: the digest, the quiet hours, the choice of topics. */
const NONE: ReadonlySet<string> = new Set(["off", "none", "all", "no"]);

const LANGUAGE = option(
  "language",
  "choice",
  { en: "of the posts here", fr: "des messages ici", es: "de los mensajes aquí" },
  LANGUAGES,
);

/** Subscribes the channel it is asked in, or changes what it gets: what is not said stays as it is. */
export const SUBSCRIBE: ManageCommand = {
  name: "subscribe",
  audience: "managers",
  summary: {
    en: "let this channel get the news, or change what it gets",
    fr: "abonner ce canal aux nouvelles, ou changer ce qu’il reçoit",
    es: "suscribir este canal a las noticias, o cambiar lo que recibe",
  },
  options: [
    option("topics", "topics", {
      en: "only on these, by commas; all for everything",
      fr: "seulement sur ceux-ci, par des virgules ; all pour tout",
      es: "solo sobre estos, con comas; all para todo",
    }),
    LANGUAGE,
    option("digest", "digest", {
      en: "one post at a time: daily 17:30, weekly mon 09:00, or off",
      fr: "un seul message : daily 17:30, weekly mon 09:00 ou off",
      es: "un solo mensaje: daily 17:30, weekly mon 09:00 u off",
    }),
    option("quiet", "quiet", {
      en: "hours without posts: 20:00-07:00, or off",
      fr: "heures sans messages : 20:00-07:00 ou off",
      es: "horas sin mensajes: 20:00-07:00 u off",
    }),
    option("passing", "list", {
      en: "words that pass in quiet hours, by commas",
      fr: "mots qui passent pendant le silence, par des virgules",
      es: "palabras que pasan en silencio, con comas",
    }),
    option("silent", "flag", {
      en: "post without notifying anybody, where the platform can",
      fr: "publier sans notifier personne, si la plateforme le permet",
      es: "publicar sin avisar a nadie, si la plataforma puede",
    }),
    option("signoflife", "flag", {
      en: "send a digest also when there is no news",
      fr: "envoyer un résumé même sans nouvelles",
      es: "enviar un resumen también sin novedades",
    }),
  ],
  examples: ["subscribe", "subscribe moratorium language:fr", "subscribe digest:daily 17:30 quiet:20:00-07:00"],
  async run(values, tools) {
    const { db, place, channels, language, signal } = tools;
    const words = manageWordsOf(language);
    if (channels.some((one) => one.id === place.id && one.origin === "file")) throw new RequestError(words.onlyInFile);
    const before = await readSubscription(db, place.id);
    const wished = wishOf(values, before, tools);
    const trouble = await tools.trouble(place.chat, place.channel, signal);
    if (trouble.length > 0) throw new RequestError(words.cannotPost(trouble.join(" ")));
    const made = await makeChange(
      {
        kind: "subscribe",
        before: before === undefined ? null : encodeSubscription(before),
        after: encodeSubscription(wished),
        itemId: null,
        reason: null,
      },
      async (tx) => await subscribe(tx, wished, tools.configured, tools.now),
      tools,
    );
    return made && changedReply(`${words.gets}: ${wishText(wished, tools)}`, made.change, tools);
  },
};

/** What is wished now: what the request says, and for the rest what was wished before. Throws RequestError. */
function wishOf(
  values: Readonly<Record<string, string>>,
  before: Subscription | undefined,
  tools: ManageTools,
): Subscription {
  const { place, asker, now } = tools;
  const request = { values, page: 1 };
  const language = LANGUAGES.find((one) => one === choiceOf(LANGUAGE, request, tools)) ?? before?.language ?? null;
  return {
    channel_id: place.id,
    chat: place.chat,
    channel: place.channel,
    workspace: place.workspace ?? null,
    topics: isNone(values["topics"])
      ? null
      : (encodeWords(topicsOf(request, tools)?.map((topic) => topic.id)) ?? before?.topics ?? null),
    language,
    digest: digestOf(values["digest"], before, tools),
    quiet: quietOf(values["quiet"], before, tools),
    passing: encodeWords(listOf(values["passing"])) ?? before?.passing ?? null,
    silent: values["silent"] === undefined ? (before?.silent ?? 0) : Number(flagOf("silent", request)),
    sign_of_life:
      values["signoflife"] === undefined ? (before?.sign_of_life ?? 0) : Number(flagOf("signoflife", request)),
    by_id: asker.id,
    by_name: asker.name,
    since: now,
  };
}

function digestOf(word: string | undefined, before: Subscription | undefined, tools: ManageTools): string | null {
  if (word === undefined || word.trim() === "") return before?.digest ?? null;
  if (isNone(word)) return null;
  const rhythm = parseDigest(word);
  if (rhythm === undefined) throw new RequestError(manageWordsOf(tools.language).wrongDigest(word));
  return digestText(rhythm);
}

function quietOf(word: string | undefined, before: Subscription | undefined, tools: ManageTools): string | null {
  if (word === undefined || word.trim() === "") return before?.quiet ?? null;
  if (isNone(word)) return null;
  const hours = parseQuiet(word);
  if (hours === undefined) throw new RequestError(manageWordsOf(tools.language).wrongQuiet(word));
  return quietText(hours);
}

function listOf(text: string | undefined): readonly string[] | undefined {
  const words = text?.split(",").map((word) => word.trim());
  return words?.filter((word) => word !== "");
}

function isNone(word: string | undefined): boolean {
  return word !== undefined && NONE.has(word.trim().toLowerCase());
}

/** A subscription in a line. */
function wishText({ topics, language, digest, quiet }: Subscription, tools: ManageTools): string {
  const named = chosenTopics(decodeWords(topics), tools);
  return [named, language, digest, quiet].filter((part) => part !== null).join(" · ");
}

function option(name: string, kind: Option["kind"], summary: Told, choices?: readonly string[]): Option {
  return { name, kind, summary, required: false, ...(choices && { choices }) };
}
