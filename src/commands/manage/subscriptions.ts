import type { Entry } from "../../model/answer.ts";
import { listChanges } from "../../store/changes.ts";
import type { ChangeRow } from "../../store/chat-tables.ts";
import { readSubscription } from "../../store/subscriptions.ts";
import { plain } from "../answers.ts";
import { momentOf } from "../moments.ts";
import { privateReply } from "../replies.ts";
import type { ManageCommand, ManageTools } from "./change.ts";
import { subscriptionEntry } from "./subscription-answer.ts";
import { manageWordsOf } from "./words.ts";

/** So many changes are listed. */
const CHANGES = 10;

/** What the channel gets, whether the file or the chat says so, and who changed it last. */
export const SUBSCRIPTIONS: ManageCommand = {
  name: "subscriptions",
  audience: "managers",
  summary: {
    en: "what this channel gets, and who changed it when",
    fr: "ce que reçoit ce canal, et qui l’a changé quand",
    es: "lo que recibe este canal, y quién lo cambió y cuándo",
  },
  options: [],
  examples: ["subscriptions"],
  async run(_, tools) {
    const { db, place, channels, language } = tools;
    const words = manageWordsOf(language);
    const channel = channels.find((one) => one.id === place.id);
    const subscription = channel?.origin === "chat" ? await readSubscription(db, place.id) : undefined;
    const changes = await listChanges(db, place.id, CHANGES);
    const entries = [
      ...(channel === undefined ? [] : [subscriptionEntry(channel, subscription?.by_name, tools)]),
      ...(changes.length === 0 ? [] : [changesEntry(changes, tools)]),
    ];
    const title = channel === undefined ? words.getsNothing : words.gets;
    return privateReply({ language, title, entries });
  },
};

function changesEntry(changes: readonly ChangeRow[], tools: ManageTools): Entry {
  const words = manageWordsOf(tools.language);
  return {
    headline: plain(words.changes),
    url: undefined,
    day: undefined,
    lines: changes.map((change) => {
      const undone = change.undone_by === null ? "" : ` (${words.undoneAlready(change.undone_by)})`;
      const what = [change.kind, change.item_id, change.reason].filter((part) => part !== null).join(" ");
      return { kind: "fact", label: momentOf(change.at, tools), value: `${what}, ${change.by_name}${undone}` };
    }),
    data: changes.map(({ kind, at, by_name, item_id, reason, undone_by }) => {
      return { kind, at: new Date(at).toISOString(), by: by_name, item: item_id, reason, undoneBy: undone_by };
    }),
  };
}
