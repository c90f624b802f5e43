import { postItem, retractItem, type Posted, type Retracted } from "../../delivery/overrule.ts";
import type { Option } from "../../model/ask.ts";
import { readOverride } from "../../store/overrides.ts";
import { SOURCE } from "../options.ts";
import { RequestError } from "../request-error.ts";
import { itemOf } from "../values.ts";
import { changedReply, makeChange, subscribedHere, type ManageCommand, type ManageTools } from "./change.ts";
import { manageWordsOf } from "./words.ts";

const REASON: Option = {
  name: "reason",
  kind: "words",
  summary: {
    en: "why, as the post will say",
    fr: "pourquoi, comme le dira le message",
    es: "por qué, como dirá el mensaje",
  },
  required: false,
};

/** Posts in this channel what the program passed over. */
export const POST: ManageCommand = {
  name: "post",
  audience: "managers",
  summary: {
    en: "post here an item that the program passed over",
    fr: "publier ici un article que le programme a laissé de côté",
    es: "publicar aquí una noticia que el programa pasó por alto",
  },
  options: [SOURCE],
  examples: ["post https://www.wto.org/english/news_e/news26_e/serv_12may26_377_e.htm"],
  async run(values, tools) {
    subscribedHere(tools);
    const words = manageWordsOf(tools.language);
    const said: Readonly<Record<Posted, string>> = {
      queued: words.posted,
      restored: words.postedAgain,
      standing: words.stands,
      waiting: words.waits,
    };
    const made = await overrule("post", values, tools, async (db, word) => {
      const posted = await postItem(db, word, tools.now);
      if (posted === "standing" || posted === "waiting") throw new RequestError(said[posted]);
      return posted;
    });
    return made && changedReply(said[made.result], made.change, tools);
  },
};

/** Takes back what should not have been posted: the post is struck through, with the reason. */
export const RETRACT: ManageCommand = {
  name: "retract",
  audience: "managers",
  summary: {
    en: "take back an item posted here: it is struck through, with the reason",
    fr: "retirer un article publié ici : il est barré, avec la raison",
    es: "retirar una noticia publicada aquí: se tacha, con el motivo",
  },
  options: [SOURCE, REASON],
  examples: ["retract https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm not on e-commerce"],
  async run(values, tools) {
    subscribedHere(tools);
    const words = manageWordsOf(tools.language);
    const refused: Readonly<Record<Exclude<Retracted, "retracted">, string>> = {
      already: words.retractedAlready,
      absent: words.notHere,
    };
    const made = await overrule("retract", values, tools, async (db, word) => {
      const retracted = await retractItem(db, word, tools.now);
      if (retracted !== "retracted") throw new RequestError(refused[retracted]);
      return retracted;
    });
    return made && changedReply(words.retracted, made.change, tools);
  },
};

async function overrule<T>(
  kind: "post" | "retract",
  values: Readonly<Record<string, string>>,
  tools: ManageTools,
  act: (db: ManageTools["db"], word: Parameters<typeof postItem>[1]) => Promise<T>,
) {
  const { db, place, asker } = tools;
  const { item } = await itemOf({ values, page: 1 }, tools);
  const reason = values["reason"]?.trim() || undefined;
  const before = await readOverride(db, item.id, place.id);
  const word = { itemId: item.id, channelId: place.id, by: asker.name, reason };
  const change = {
    kind,
    before: before === undefined ? null : JSON.stringify(before),
    after: null,
    itemId: item.id,
    reason: reason ?? null,
  };
  return await makeChange(change, async (tx) => await act(tx, word), tools);
}
