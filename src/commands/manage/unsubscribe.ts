import { encodeSubscription, endSubscription, readSubscription } from "../../store/subscriptions.ts";
import { RequestError } from "../request-error.ts";
import { changedReply, makeChange, type ManageCommand } from "./change.ts";
import { manageWordsOf } from "./words.ts";

/** Ends what the channel was subscribed to in the chat; what stands there is still corrected. */
export const UNSUBSCRIBE: ManageCommand = {
  name: "unsubscribe",
  audience: "managers",
  summary: {
    en: "let this channel get no more news",
    fr: "désabonner ce canal des nouvelles",
    es: "dejar de enviar noticias a este canal",
  },
  options: [],
  examples: ["unsubscribe"],
  async run(_, tools) {
    const { db, place, channels, language, now } = tools;
    const words = manageWordsOf(language);
    if (channels.some((one) => one.id === place.id && one.origin === "file")) throw new RequestError(words.onlyInFile);
    const before = await readSubscription(db, place.id);
    if (before === undefined) throw new RequestError(words.notSubscribed);
    const made = await makeChange(
      { kind: "unsubscribe", before: encodeSubscription(before), after: null, itemId: null, reason: null },
      async (tx) => await endSubscription(tx, place.id, now),
      tools,
    );
    return made && changedReply(words.ended, made.change, tools);
  },
};
