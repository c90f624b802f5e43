import { colon, type Language } from "../model/language.ts";
import type { ItemPost, NotePost } from "../model/post.ts";
import type { Channel, Wording } from "./channel.ts";
import { frameOf } from "./frames.ts";
import { rhythmTexts, topicsText } from "./wishes.ts";

/** The one greeting of a new channel: what it will get, how to ask, whom to ask, and the newest brief if there is one. */
export function welcomeNote(
  channel: Channel,
  { topics, helpIn, byModel = false }: Wording,
  newest: ItemPost | undefined,
): NotePost {
  const frame = frameOf(channel.language);
  const help = helpIn?.(channel.chat);
  return {
    ...note(channel.language, "good", frame.welcome),
    paragraphs: [
      topicsText(channel, channel.language, topics),
      ...rhythmTexts(channel),
      byModel ? frame.onceByModel : frame.once,
      ...(help === undefined ? [] : [frame.help(help)]),
      channel.origin === "chat" ? frame.askManagers : frame.ask,
      newest === undefined ? frame.nothingYet : frame.latest,
    ],
    items: newest === undefined ? [] : [newest],
  };
}

/** What the operators see after the first look at a feed: how the latest items would be posted. */
export function previewNote(feed: string, items: readonly ItemPost[], language: Language): NotePost {
  const frame = frameOf(language);
  return {
    ...note(language, "neutral", frame.preview(feed)),
    paragraphs: [items.length === 0 ? frame.previewNone : frame.previewText],
    items,
  };
}

/** What the operators are told when trouble begins, and once more when it is over. */
export function incidentNote(paragraphs: readonly string[], over: boolean, language: Language): NotePost {
  const frame = frameOf(language);
  return { ...note(language, over ? "good" : "warning", over ? frame.over : frame.trouble), paragraphs };
}

/** The short correction of a post. Tied to the post it corrects it need not name the item; by itself it does. */
export function correctionNote(changes: string, item: ItemPost, tied: boolean): NotePost {
  const frame = frameOf(item.language);
  return {
    ...note(
      item.language,
      "neutral",
      tied ? frame.correction : `${frame.correction}${colon(item.language)} ${item.headline}`,
    ),
    paragraphs: [changes],
    link: item.url === undefined ? undefined : { text: frame.readItem, url: item.url },
  };
}

/** A note without more than its title. */
export function note(language: Language, tone: NotePost["tone"], title: string): NotePost {
  return { kind: "note", language, tone, title, paragraphs: [], link: undefined, items: [] };
}
