import { colon, type Language } from "../model/language.ts";
import type { DigestPost, ItemPost, NotePost } from "../model/post.ts";
import { dayIn } from "../model/time.ts";
import type { Topic } from "../model/topic.ts";
import { listFeeds } from "../store/feeds.ts";
import { listMeetings, type StoredMeeting } from "../store/meetings.ts";
import { digestPost, tagsOf } from "./compose.ts";
import { momentText, spanText } from "./dates.ts";
import { digestWordsOf } from "./digest-words.ts";
import { note } from "./notes.ts";
import type { Telling } from "./tell.ts";

/** So many of the coming meetings are named. */
const NEXT_SHOWN = 5;

/** Several items as one post: what comes next, then the items by topic, each under the first of its topics. */
export async function digestOf(entries: readonly ItemPost[], telling: Telling): Promise<DigestPost> {
  const { channel, wording } = telling;
  const groups = groupsOf(entries, wording.topics);
  const digest = digestPost(
    groups.flatMap((group) => group.entries),
    channel.language,
  );
  const lines = await nextLines(telling);
  return {
    ...digest,
    ...(lines.length === 0 ? {} : { next: { title: digestWordsOf(channel.language).next, lines } }),
    ...(groups.length < 2 ? {} : { sections: sectionsOf(groups, telling) }),
  };
}

/** What is sent in place of an empty digest, where a sign of life is wished. */
export async function signOfLife(telling: Telling): Promise<NotePost> {
  const { db, channel, wording } = telling;
  const words = digestWordsOf(channel.language);
  const checks = (await listFeeds(db)).flatMap((feed) => feed.succeeded_at ?? []);
  const checked =
    checks.length === 0
      ? words.neverChecked
      : words.checked(momentText(Math.max(...checks), wording.timezone, channel.language));
  const lines = await nextLines(telling);
  return {
    ...note(channel.language, "neutral", words.nothing),
    paragraphs: [words.nothingText, checked, ...(lines.length === 0 ? [] : [words.next, ...lines.map(bullet)])],
  };
}

interface Group {
  /** Undefined for the items without a topic. */
  readonly topic: string | undefined;
  readonly entries: readonly ItemPost[];
}

/** In the order of the topics; a topic that is no longer among them comes after, and no topic last. */
function groupsOf(entries: readonly ItemPost[], topics: readonly Topic[]): readonly Group[] {
  const place = (id: string): number => {
    const at = topics.findIndex((topic) => topic.id === id);
    return at === -1 ? topics.length : at;
  };
  const first = (entry: ItemPost): string | undefined =>
    entry.topics.map((tag) => tag.id).sort((a, b) => place(a) - place(b))[0];
  const rank = (topic: string | undefined): number => (topic === undefined ? topics.length + 1 : place(topic));
  return [...Map.groupBy(entries, first)]
    .map(([topic, members]) => ({ topic, entries: members }))
    .sort((a, b) => rank(a.topic) - rank(b.topic));
}

function sectionsOf(
  groups: readonly Group[],
  { channel, wording }: Telling,
): readonly { readonly title: string; readonly from: number }[] {
  let from = 0;
  return groups.map(({ topic, entries }) => {
    const [tag] = topic === undefined ? [] : tagsOf([topic], wording.topics, channel.language);
    const title = tag === undefined ? digestWordsOf(channel.language).other : `${tag.emoji} ${tag.label}`.trim();
    const section = { title, from };
    from += entries.length;
    return section;
  });
}

/** The meetings to come on the channel's topics, as of the day of the digest; of today where a clock was ahead then. */
async function nextLines({ db, channel, first, now }: Telling): Promise<readonly string[]> {
  const today = dayIn(channel.timezone, Math.min(first?.at ?? now, now));
  const found = new Map<string, StoredMeeting>();
  for (const topic of channel.topics ?? [undefined]) {
    const filter = { topic, kinds: undefined, from: today, to: undefined };
    const { meetings } = await listMeetings(db, filter, today, { offset: 0, limit: 4 * NEXT_SHOWN });
    for (const one of meetings) found.set(one.meeting.id, one);
  }
  return [...found.values()]
    .filter(({ meeting }) => meeting.status === "upcoming" || meeting.status === "tentative")
    .sort((a, b) => a.meeting.start_day.localeCompare(b.meeting.start_day) || a.meeting.id.localeCompare(b.meeting.id))
    .slice(0, NEXT_SHOWN)
    .map((one) => meetingLine(one, channel.language));
}

/** "20–22 July 2026: Negotiators to meet in July", in the words of the item that told of it last. */
function meetingLine({ meeting, mentions }: StoredMeeting, language: Language): string {
  const days = spanText(meeting.start_day, meeting.end_day, language);
  const when = meeting.status === "tentative" ? `${days} (${digestWordsOf(language).tentative})` : days;
  const mention = mentions.findLast((one) => one.language === language) ?? mentions.at(-1);
  return mention === undefined ? when : `${when}${colon(language)} ${mention.title}`;
}

function bullet(line: string): string {
  return `• ${line}`;
}
