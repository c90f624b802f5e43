import { analyse } from "../../src/analysis/analyse.ts";
import type { Rules } from "../../src/analysis/rules.ts";
import { NO_WISHES, type Channel } from "../../src/delivery/channel.ts";
import { changesBetween, changesText, isSignificant } from "../../src/delivery/changes.ts";
import { digestPost, itemPost, type Told } from "../../src/delivery/compose.ts";
import { momentText } from "../../src/delivery/dates.ts";
import { frameOf } from "../../src/delivery/frames.ts";
import { correctionNote, incidentNote, welcomeNote } from "../../src/delivery/notes.ts";
import { linesAgainst, type EarlierStep } from "../../src/delivery/novelty/lines.ts";
import { feedDocument } from "../../src/demo/feed-document.ts";
import { BURST, EARLIER, ROUND, ROUND_CORRECTED, type SampleItem } from "../../src/demo/news.ts";
import { parseFeed } from "../../src/feed/parse.ts";
import type { DigestPost, ItemPost, NotePost, Update } from "../../src/model/post.ts";

/** What the pictures show: posts of the demo, read from a feed and analysed as the bot does it. */
export interface ShownPosts {
  readonly item: ItemPost;
  /** The same item after the WTO has corrected it, and the short reply that says so. */
  readonly corrected: ItemPost;
  readonly correction: NotePost;
  readonly digest: DigestPost;
  readonly welcome: NotePost;
  /** What operators are told when trouble begins, and when it is over. */
  readonly notices: readonly NotePost[];
}

const LANGUAGE = "en";
const CORRECTED_AT = Date.UTC(2026, 5, 23, 6, 30);
const ZONE = "Europe/Zurich";
const CHANNEL: Channel = {
  ...NO_WISHES,
  id: "office/C0123456789",
  chat: "office",
  channel: "C0123456789",
  language: LANGUAGE,
  timezone: ZONE,
  welcome: true,
  origin: "file",
  news: true,
};
const TROUBLE =
  "The feed wto-news has failed 4 times in a row: https://www.wto.org/library/rss/latest_news_e.xml answered 503. The trouble is on its side; it is asked again later.";
const RECOVERY = "The feed wto-news can be read again.";

/** Makes the posts of the pictures. */
export async function shownPosts(rules: Rules): Promise<ShownPosts> {
  const first = await told(ROUND, rules);
  const second = await told(ROUND_CORRECTED, rules);
  const changes = changesBetween(first, second, LANGUAGE);
  const update = frameOf(LANGUAGE).updated(momentText(CORRECTED_AT, ZONE, LANGUAGE), changesText(changes, LANGUAGE));
  const before = await Promise.all(EARLIER.map(async (sample) => await told(sample, rules)));
  const corrected = postOf(second, before, rules, [{ text: update }]);
  const item = postOf(first, before, rules);
  return {
    item,
    corrected,
    correction: correctionNote(changesText(changes.filter(isSignificant), LANGUAGE), corrected, true),
    digest: digestPost(await entries(rules), LANGUAGE),
    welcome: welcomeNote(CHANNEL, { topics: rules.topics, timezone: ZONE, helpIn: () => "/wto help" }, item),
    notices: [incidentNote([TROUBLE], false, LANGUAGE), incidentNote([RECOVERY, TROUBLE], true, LANGUAGE)],
  };
}

/** The items on e-commerce of some weeks, newest first. */
async function entries(rules: Rules): Promise<readonly ItemPost[]> {
  const read = await Promise.all(
    [...BURST.slice(-1), ROUND, ...EARLIER].map(async (sample) => await told(sample, rules)),
  );
  const relevant = read.filter(({ analysis }) => analysis.relevant);
  return relevant.map((one, at) => postOf(one, relevant.slice(at + 1), rules));
}

/** @param earlier the items before it, the latest first */
function postOf(one: Told, earlier: readonly Told[], rules: Rules, updates: readonly Update[] = []): ItemPost {
  const steps = earlier.flatMap(({ published, ...step }): readonly EarlierStep[] =>
    published !== undefined && step.analysis.relevant ? [{ ...step, published, language: LANGUAGE }] : [],
  );
  const novelties = linesAgainst({ ...one, language: LANGUAGE }, steps, LANGUAGE);
  return { ...itemPost(one, LANGUAGE, rules.topics, updates), novelties };
}

async function told(sample: SampleItem, rules: Rules): Promise<Told> {
  const document = feedDocument([sample], "english", "utf-8");
  const { items } = await parseFeed(document, { url: "https://www.wto.org/feed.xml", language: LANGUAGE });
  const [item] = items;
  if (item === undefined) throw new Error(`The feed lost its only item, ${sample.title}.`);
  return { url: item.url, published: item.published, analysis: analyse(item, rules) };
}
