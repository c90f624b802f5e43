import type { ItemPost, Update } from "../model/post.ts";
import type { Millis } from "../model/time.ts";
import type { OverrideRow } from "../store/chat-tables.ts";
import type { StoredItem } from "../store/items.ts";
import { withdrawnSince } from "../store/missing.ts";
import { readOverride } from "../store/overrides.ts";
import { readRevisions } from "../store/revisions.ts";
import type { ToldRevisions } from "../store/told.ts";
import type { Db, VersionRow } from "../store/tables.ts";
import type { Channel, Wording } from "./channel.ts";
import { itemPost } from "./compose.ts";
import { momentText } from "./dates.ts";
import { frameOf } from "./frames.ts";
import { noveltyLines } from "./novelty/lines.ts";
import { shownVersion, toldOf, updatesSince } from "./wording.ts";

/** When a message was sent first, and in which revision it told each of its items. */
export interface FirstTold {
  readonly at: Millis;
  readonly items: ToldRevisions;
}

/** To whom something is told, and when. */
export interface Telling {
  readonly db: Db;
  readonly channel: Channel;
  readonly wording: Wording;
  /** What readers of the message saw first; undefined where nothing was sent yet. */
  readonly first: FirstTold | undefined;
  readonly now: Millis;
}

/**
 * A stored item as a channel is told it: in its own language where there is one, with what is new in its process, with
 * what was corrected since readers saw it, and struck through where a person took it back since. Undefined where it was
 * taken back before.
 */
export async function tell(stored: StoredItem, telling: Telling): Promise<ItemPost | undefined> {
  const { db, channel, wording, first } = telling;
  const version = shownVersion(stored, channel.language);
  if (version === undefined) return undefined;
  const override = await readOverride(db, stored.item.id, channel.id);
  const takenBack = override?.verdict === "retract" ? override : undefined;
  const seen = first?.items.get(stored.item.id);
  if (takenBack !== undefined && seen === undefined) return undefined;
  const history = seen === undefined ? [] : await readRevisions(db, stored.item.id, version.language);
  const updates = [
    ...updatesSince(history, seen ?? 0, wording.timezone, channel.language),
    ...withdrawal(version, telling),
  ];
  const novelties = await noveltyLines(db, stored, version, channel.language);
  const post = { ...itemPost(toldOf(version), channel.language, wording.topics, updates), novelties };
  return takenBack === undefined ? post : { ...post, retracted: retraction(takenBack, telling) };
}

/** That the WTO took an item out of its feed is told like a correction; the item stands. */
function withdrawal(version: VersionRow, { channel, wording }: Telling): readonly Update[] {
  const at = withdrawnSince(version);
  if (at === undefined) return [];
  const shown = momentText(at, wording.timezone, channel.language);
  return [{ text: frameOf(channel.language).withdrawn(shown), moment: { at, shown } }];
}

function retraction({ at, by_name, reason }: OverrideRow, { channel, wording }: Telling): Update {
  const shown = momentText(at, wording.timezone, channel.language);
  return { text: frameOf(channel.language).takenBack(shown, by_name, reason ?? undefined), moment: { at, shown } };
}
