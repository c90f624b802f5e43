import type { Refinement } from "../model/ask.ts";
import { countTopics } from "../store/topics.ts";
import type { AskTools } from "./command.ts";
import { deskWordsOf } from "./desk-words.ts";
import { findTopic } from "./values.ts";
import { dayIn } from "../model/time.ts";

/** Slack shows five buttons in a row without wrapping; more would be a menu. */
const MOST = 5;
const LONGEST_LABEL = 40;

/** What may be asked next with one click. */
export async function refinementsOf(
  command: string,
  values: Readonly<Record<string, string>>,
  tools: AskTools,
): Promise<readonly Refinement[]> {
  const topic = findTopic(values["topic"] ?? "", tools.topics)?.id;
  switch (command) {
    case "meetings":
      return meetingRefinements(topic, tools);
    case "latest":
    case "topics":
      return await topicRefinements(topic, tools);
    case "item":
      return ["why", "history"].map((next) => ({ label: next, text: `${next} ${values["source"] ?? ""}` }));
    case "help":
      return ["meetings", "latest", "timeline joint-initiative", "topics", "status"].map(asItIs);
    case "timeline":
      return ["joint-initiative", "moratorium", "work-programme"]
        .filter((process) => process !== values["process"])
        .map((process) => ({ label: process, text: `timeline ${process}` }));
    default:
      return [];
  }
}

function meetingRefinements(topic: string | undefined, { now, timezone, language }: AskTools): readonly Refinement[] {
  const words = deskWordsOf(language);
  const year = dayIn(timezone, now).slice(0, 4);
  const ask = (when: string): string => ["meetings", ...(topic === undefined ? [] : [topic]), when].join(" ");
  return [
    { label: words.upcoming, text: ask("upcoming") },
    { label: words.recent, text: ask("recent") },
    { label: year, text: ask(year) },
  ];
}

/** The topics with the most items. */
async function topicRefinements(shown: string | undefined, tools: AskTools): Promise<readonly Refinement[]> {
  const counts = await countTopics(tools.db);
  const most = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return most
    .flatMap((id) => tools.topics.find((topic) => topic.id === id) ?? [])
    .filter(({ id }) => id !== shown)
    .slice(0, MOST)
    .map(({ id, labels, emoji }) => {
      return { label: `${emoji} ${labels[tools.language]}`.trim().slice(0, LONGEST_LABEL), text: `latest ${id}` };
    });
}

function asItIs(text: string): Refinement {
  return { label: text, text };
}
