import { analyse } from "../../src/analysis/analyse.ts";
import type { Rules } from "../../src/analysis/rules.ts";
import { changesBetween, changesText, isSignificant } from "../../src/delivery/changes.ts";
import { itemPost, type Told } from "../../src/delivery/compose.ts";
import { momentText } from "../../src/delivery/dates.ts";
import { frameOf } from "../../src/delivery/frames.ts";
import { correctionNote } from "../../src/delivery/notes.ts";
import { feedDocument } from "../../src/demo/feed-document.ts";
import { ROUND, ROUND_CORRECTED, type SampleItem } from "../../src/demo/news.ts";
import { parseFeed } from "../../src/feed/parse.ts";
import type { ItemPost, NotePost } from "../../src/model/post.ts";

/** What the pictures show: posts of the demo, read from a feed and analysed as the bot does it. */
export interface ShownPosts {
  readonly item: ItemPost;
  /** The same item after the WTO has corrected it, and the short reply that says so. */
  readonly corrected: ItemPost;
  readonly correction: NotePost;
}

const LANGUAGE = "en";
const CORRECTED_AT = Date.UTC(2026, 5, 23, 6, 30);
const ZONE = "Europe/Zurich";

/** Makes the posts of the pictures. */
export async function shownPosts(rules: Rules): Promise<ShownPosts> {
  const first = await told(ROUND, rules);
  const second = await told(ROUND_CORRECTED, rules);
  const changes = changesBetween(first, second, LANGUAGE);
  const update = frameOf(LANGUAGE).updated(momentText(CORRECTED_AT, ZONE, LANGUAGE), changesText(changes, LANGUAGE));
  const corrected = itemPost(second, LANGUAGE, rules.topics, [{ text: update }]);
  return {
    item: itemPost(first, LANGUAGE, rules.topics, []),
    corrected,
    correction: correctionNote(changesText(changes.filter(isSignificant), LANGUAGE), corrected, true),
  };
}

async function told(sample: SampleItem, rules: Rules): Promise<Told> {
  const document = feedDocument([sample], "english", "utf-8");
  const { items } = await parseFeed(document, { url: "https://www.wto.org/feed.xml", language: LANGUAGE });
  const [item] = items;
  if (item === undefined) throw new Error(`The feed lost its only item, ${sample.title}.`);
  return { url: item.url, published: item.published, analysis: analyse(item, rules) };
}
