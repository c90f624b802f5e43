import type { Analysis } from "../model/analysis.ts";
import type { Item } from "../model/item.ts";
import { backgroundOf } from "./background.ts";
import { briefOf } from "./brief/brief.ts";
import { documentsOf } from "./facts/documents.ts";
import { meetingsOf } from "./facts/meetings.ts";
import { monthMeetingsOf } from "./facts/month-meetings.ts";
import { participantsOf } from "./facts/participants.ts";
import { peopleOf } from "./facts/people.ts";
import { targetsOf } from "./facts/targets.ts";
import { mentionsOf } from "./mentions.ts";
import { processesOf } from "./processes.ts";
import { relevanceOf } from "./relevance.ts";
import type { Rules } from "./rules.ts";
import { sentencesOf } from "./sentences.ts";
import { topicsOf } from "./topics.ts";

/** Reads one item. Pure and linear in its length. */
export function analyse(item: Item, rules: Rules): Analysis {
  const sentences = sentencesOf(item);
  const background = backgroundOf(sentences);
  const mentions = mentionsOf(sentences, rules, item.language);
  const { relevant, reasons } = relevanceOf(item, mentions, rules);
  const topics = topicsOf(item, mentions, background, rules);
  const meetings = meetingsOf(item, sentences);
  const participants = participantsOf(item, sentences);
  const targets = targetsOf(item, sentences, meetings);
  const documents = documentsOf(sentences);
  const known = { meetings, participants, targets, mentions, background };
  return {
    relevant,
    reasons: [...reasons, ...topics.map((topic) => topic.reason)],
    topics: topics.map((topic) => topic.id),
    meetings,
    monthMeetings: monthMeetingsOf(item, sentences, meetings),
    participants,
    targets,
    people: peopleOf(item, sentences),
    documents,
    processes: processesOf(
      item,
      topics.map((topic) => topic.id),
    ),
    brief: briefOf(item, sentences, known),
  };
}
