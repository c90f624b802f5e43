import type { Language } from "../model/language.ts";
import type { Update } from "../model/post.ts";
import { decodeAnalysis } from "../store/analysis.ts";
import type { StoredItem } from "../store/items.ts";
import type { RevisionRow, VersionRow } from "../store/tables.ts";
import type { Channel } from "./channel.ts";
import { changesBetween, changesText, isSignificant, type Change } from "./changes.ts";
import type { Told } from "./compose.ts";
import { momentText } from "./dates.ts";
import { frameOf } from "./frames.ts";
import { decide } from "./plan.ts";

/** So many corrections are listed in a post; older ones stay in the history. */
const UPDATES_SHOWN = 3;

/** The version of a story that a channel is served: its own language where there is one, else the relevant one that came first. */
export function shownVersion(stored: StoredItem, language: Language): VersionRow | undefined {
  const inOrder = [...stored.versions].sort((a, b) => b.relevant - a.relevant || a.first_seen_at - b.first_seen_at);
  return inOrder.find((version) => version.language === language) ?? inOrder[0];
}

/** A stored wording as it is told. Throws where the stored analysis cannot be read. */
export function toldOf(row: VersionRow | RevisionRow): Told {
  return { url: row.url ?? undefined, published: row.published ?? undefined, analysis: decodeAnalysis(row.analysis) };
}

/** Whether an item is news for a channel: relevant, and on one of the topics that it asked for. */
export function wants(channel: Channel, stored: StoredItem): boolean {
  const version = shownVersion(stored, channel.language);
  if (version === undefined || stored.item.relevant === 0) return false;
  return decide(channel, toldOf(version).analysis.topics).wanted;
}

/**
 * The corrections since a revision as lines of a post, oldest first.
 * @param history all wordings of the served version, oldest first
 * @param first the item's revision that readers saw first
 */
export function updatesSince(
  history: readonly RevisionRow[],
  first: number,
  timezone: string,
  language: Language,
): readonly Update[] {
  return history
    .flatMap((row, at): readonly Update[] => {
      const earlier = history[at - 1];
      if (row.revision <= first || earlier === undefined) return [];
      const changes = changesText(changesBetween(toldOf(earlier), toldOf(row), language), language);
      const shown = momentText(row.seen_at, timezone, language);
      return [{ text: frameOf(language).updated(shown, changes), moment: { at: row.seen_at, shown } }];
    })
    .slice(-UPDATES_SHOWN);
}

/** The significant changes of one revision against the wording before it; none where readers saw it or a later one first. */
export function changesAt(
  history: readonly RevisionRow[],
  revision: number,
  first: number,
  language: Language,
): readonly Change[] {
  const at = history.findIndex((row) => row.revision === revision);
  const [row, earlier] = [history[at], history[at - 1]];
  if (row === undefined || earlier === undefined || row.revision <= first) return [];
  return changesBetween(toldOf(earlier), toldOf(row), language).filter(isSignificant);
}

/** All changes from the wording at an item's revision to the present one. */
export function changesSince(history: readonly RevisionRow[], first: number, language: Language): readonly Change[] {
  const seen = history.findLast((row) => row.revision <= first);
  const present = history.at(-1);
  if (seen === undefined || present === undefined) return [];
  return changesBetween(toldOf(seen), toldOf(present), language);
}
