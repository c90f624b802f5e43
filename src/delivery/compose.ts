import type { Analysis, Brief } from "../model/analysis.ts";
import { colon, type Language } from "../model/language.ts";
import type { DigestPost, Fact, ItemPost, TopicTag, Update } from "../model/post.ts";
import type { Day } from "../model/time.ts";
import type { Topic } from "../model/topic.ts";
import { dayText, meetingMonthText, spanText, targetText } from "./dates.ts";
import { frameOf } from "./frames.ts";
import { venueText } from "./venue.ts";

/** One wording of an item with what was read out of it. */
export interface Told {
  readonly url: string | undefined;
  readonly published: Day | undefined;
  readonly analysis: Analysis;
}

/** An item as a post in the words of one language. What is quoted stays in the language of the source. */
export function itemPost(
  told: Told,
  language: Language,
  topics: readonly Topic[],
  updates: readonly Update[],
): ItemPost {
  const { brief } = told.analysis;
  return {
    kind: "item",
    language,
    headline: brief.headline,
    url: told.url,
    published:
      told.published === undefined ? undefined : { day: told.published, text: dayText(told.published, language) },
    points: brief.points,
    facts: factsOf(told.analysis, language),
    topics: tagsOf(told.analysis.topics, topics, language),
    source: sourceOf(brief, language),
    updates,
  };
}

/** Readers are told where the words are not the source's own. */
function sourceOf(brief: Brief, language: Language): string {
  const { source, byModel } = frameOf(language);
  return isByModel(brief) ? `${source} · ${byModel}` : source;
}

/** The points of a brief for those who cite them: a last one tells where the words are not the source's own. */
export function markedPoints(brief: Brief, language: Language): readonly string[] {
  return isByModel(brief) ? [...brief.points, `(${frameOf(language).byModel})`] : brief.points;
}

function isByModel({ model }: Brief): boolean {
  return model !== undefined && model.refused === undefined;
}

/** Several items as one post, in the order given. */
export function digestPost(entries: readonly ItemPost[], language: Language): DigestPost {
  return { kind: "digest", language, title: frameOf(language).digest(entries.length), entries };
}

/** The names of topics in a language; an id that the configuration no longer has is shown as it is. */
export function tagsOf(ids: readonly string[], topics: readonly Topic[], language: Language): readonly TopicTag[] {
  return ids.map((id) => {
    const topic = topics.find((candidate) => candidate.id === id);
    return topic === undefined
      ? { id, label: id, emoji: "" }
      : { id, label: topic.labels[language], emoji: topic.emoji };
  });
}

/** Meetings, participants and targets, what comes next first; of meetings those with their days before those of a month. */
function factsOf(analysis: Analysis, language: Language): readonly Fact[] {
  const frame = frameOf(language);
  const meetings = [...analysis.meetings]
    .sort((a, b) => rank(a.status) - rank(b.status) || a.start.localeCompare(b.start))
    .map((meeting) => ({
      label: frame.meeting[meeting.status],
      value: [spanText(meeting.start, meeting.end, language), venueText(meeting)].filter(Boolean).join(", "),
    }));
  const months = (analysis.monthMeetings ?? []).map(({ month, status }) => ({
    label: frame.meeting[status],
    value: meetingMonthText(month, language),
  }));
  const participants =
    analysis.participants === undefined
      ? []
      : [{ label: frame.participants, value: String(analysis.participants.count) }];
  const targets = analysis.targets.map((target) => ({
    label: frame.target,
    value: `${targetText(target.by, language)}${colon(language)} ${target.what}`,
  }));
  return [...meetings, ...months, ...participants, ...targets];
}

function rank(status: Analysis["meetings"][number]["status"]): number {
  return status === "held" ? 1 : 0;
}
