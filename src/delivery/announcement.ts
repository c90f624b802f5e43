import { parseDigest, parseQuiet } from "../model/rhythm.ts";
import type { NotePost } from "../model/post.ts";
import type { ChangeRow } from "../store/chat-tables.ts";
import { readItem } from "../store/items.ts";
import { decodeSubscription, decodeWords, type Subscription } from "../store/subscriptions.ts";
import { announcedState, CAN_BE_UNDONE, undoId } from "./announce.ts";
import { changeWordsOf } from "./change-words.ts";
import { momentText } from "./dates.ts";
import { frameOf } from "./frames.ts";
import { note } from "./notes.ts";
import type { Telling } from "./tell.ts";
import { rhythmTexts, topicsText } from "./wishes.ts";
import { shownVersion, toldOf } from "./wording.ts";

/** Who changed what in a channel, with a button that undoes it, or with who undid it. */
export async function announcementNote(change: ChangeRow, telling: Telling): Promise<NotePost> {
  const { channel, wording, now } = telling;
  const words = changeWordsOf(channel.language);
  const isChange = change.kind === "subscribe" && change.before !== null;
  const undone =
    change.undone_at === null
      ? []
      : [words.undone(change.undone_by ?? "", momentText(change.undone_at, wording.timezone, channel.language))];
  return {
    ...note(channel.language, "neutral", words.title[isChange ? "change" : change.kind](change.by_name)),
    paragraphs: [...undone, ...(await detailsOf(change, telling))],
    link: await linkOf(change, telling),
    ...(announcedState(change, now) === CAN_BE_UNDONE
      ? { buttons: [{ id: undoId(change.id), label: words.undo }] }
      : {}),
  };
}

async function detailsOf(change: ChangeRow, telling: Telling): Promise<readonly string[]> {
  const words = changeWordsOf(telling.channel.language);
  switch (change.kind) {
    case "subscribe":
      return change.after === null ? [] : wishes(decodeSubscription(change.after), telling);
    case "unsubscribe":
      return [words.ended];
    case "post":
    case "retract": {
      const headline = await headlineOf(change, telling);
      return [
        ...(headline === undefined ? [] : [headline]),
        ...(change.reason === null ? [] : [words.reason(change.reason)]),
      ];
    }
  }
}

/** What a channel gets, a sentence for each wish. */
function wishes(asked: Subscription, { channel, wording }: Telling): readonly string[] {
  const { language, timezone } = channel;
  const topics = decodeWords(asked.topics);
  const digest = asked.digest === null ? undefined : parseDigest(asked.digest);
  const rest = rhythmTexts({
    topics,
    digest,
    quiet: asked.quiet === null ? undefined : parseQuiet(asked.quiet),
    passing: decodeWords(asked.passing) ?? [],
    signOfLife: asked.sign_of_life === 1,
    silent: asked.silent === 1,
    timezone,
    language,
  });
  const each = digest === undefined ? [changeWordsOf(language).each] : [];
  return [topicsText({ topics }, language, wording.topics), ...each, ...rest];
}

async function headlineOf(change: ChangeRow, telling: Telling): Promise<string | undefined> {
  return (await shownItem(change, telling))?.analysis.brief.headline;
}

async function linkOf(change: ChangeRow, telling: Telling): Promise<NotePost["link"]> {
  const url = (await shownItem(change, telling))?.url;
  return url === undefined ? undefined : { text: frameOf(telling.channel.language).readItem, url };
}

async function shownItem(
  { item_id }: ChangeRow,
  { db, channel }: Telling,
): Promise<ReturnType<typeof toldOf> | undefined> {
  const stored = item_id === null ? undefined : await readItem(db, item_id);
  const version = stored && shownVersion(stored, channel.language);
  return version && toldOf(version);
}
