import { itemPost } from "../delivery/compose.ts";
import { shownVersion, toldOf } from "../delivery/wording.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Entry, Json, Line } from "../model/answer.ts";
import type { StoredItem } from "../store/items.ts";
import type { VersionRow } from "../store/tables.ts";
import { plain } from "./answers.ts";
import type { AskTools } from "./command.ts";
import { briefText } from "./reading-words.ts";
import { wordsOf } from "./words.ts";

/** A brief as an entry: the points, the facts, the topics, and the id by which to ask further. */
export function briefEntry(stored: StoredItem, tools: AskTools): Entry {
  const version = servedVersion(stored, tools);
  const words = wordsOf(tools.language);
  const told = toldOf(version);
  const post = itemPost(told, tools.language, tools.topics, []);
  const { brief } = told.analysis;
  const by = briefText(brief, tools.language);
  const topics = post.topics.map(({ emoji, label }) => `${emoji} ${label}`.trim()).join(" · ");
  return {
    headline: plain(post.headline),
    url: post.url,
    day: post.published,
    lines: [
      ...post.points.map((point): Line => ({ kind: "point", spans: plain(point) })),
      ...post.facts.map((fact): Line => ({ kind: "fact", ...fact })),
      ...(brief.model?.refused === undefined ? factLine(by.label, by.value) : []),
      ...factLine(words.topics, topics),
      ...factLine(words.id, stored.item.id),
    ],
    data: itemData(stored, version, told.analysis),
  };
}

/** Everything that was read out of an item: the brief, the people, the documents and its other languages. */
export function wholeEntry(stored: StoredItem, tools: AskTools): Entry {
  const version = servedVersion(stored, tools);
  const words = wordsOf(tools.language);
  const brief = briefEntry(stored, tools);
  const { people, documents, meetings } = toldOf(version).analysis;
  const others = stored.versions.filter((one) => one.language !== version.language);
  return {
    ...brief,
    lines: [
      ...brief.lines,
      ...factLine(
        words.people,
        people.map(({ name, role, country }) => [name, role, country ?? ""].filter(Boolean).join(", ")).join("; "),
      ),
      ...factLine(words.documents, documents.join(", ")),
      ...meetings.map((meeting): Line => ({ kind: "quote", text: meeting.quote })),
      ...others.map((one): Line => ({
        kind: "source",
        text: `${one.language}: ${one.title}`,
        url: one.url ?? undefined,
        day: undefined,
      })),
    ],
  };
}

/** The wording that a reader of a language is served. Throws where an item has none, which never is. */
export function servedVersion(stored: StoredItem, { language }: Pick<AskTools, "language">): VersionRow {
  const version = shownVersion(stored, language);
  if (version === undefined) throw new Error(`item ${stored.item.id} has no wording; check the database`);
  return version;
}

/** A line for what is there, none for what is not. */
export function factLine(label: string, value: string): readonly Line[] {
  return value === "" ? [] : [{ kind: "fact", label, value }];
}

function itemData(stored: StoredItem, version: VersionRow, analysis: Analysis): Json {
  return {
    id: stored.item.id,
    url: version.url,
    title: version.title,
    published: version.published,
    language: version.language,
    languages: stored.versions.map((one) => one.language),
    relevant: stored.item.relevant === 1,
    topics: analysis.topics,
    points: analysis.brief.points,
    meetings: analysis.meetings.map(({ start, end, kind, status, body = null, place = null, quote }) => {
      return { start, end, kind, status, body, place, quote };
    }),
    participants: analysis.participants?.count ?? null,
    targets: analysis.targets.map(({ what, by, quote }) => ({ what, by, quote })),
    people: analysis.people.map(({ name, role, country }) => ({ name, role, country })),
    documents: analysis.documents,
  };
}
