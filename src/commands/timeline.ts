import { itemPost } from "../delivery/compose.ts";
import { spanText, targetText } from "../delivery/dates.ts";
import { frameOf } from "../delivery/frames.ts";
import { sinceText } from "../delivery/novelty/lines.ts";
import type { Novelty, Step } from "../delivery/novelty/shift.ts";
import { noveltiesOf, participantsBefore } from "../delivery/novelty/shifts.ts";
import { venueText } from "../delivery/venue.ts";
import { toldOf } from "../delivery/wording.ts";
import type { Entry, Line } from "../model/answer.ts";
import { processIn, type ProcessId } from "../model/process.ts";
import { readItems, type StoredItem } from "../store/items.ts";
import type { VersionRow } from "../store/tables.ts";
import { countOfProcess, itemsOfProcess } from "../store/processes.ts";
import { offsetOf, pagedAnswer, plain } from "./answers.ts";
import type { AskTools, Command } from "./command.ts";
import { deskWordsOf } from "./desk-words.ts";
import { factLine, servedVersion } from "./item-entry.ts";
import { recordWordsOf } from "./record-words.ts";
import { RequestError } from "./request-error.ts";
import { wordsOf } from "./words.ts";

const PAGE = 10;
/** So many earlier steps are read to see what a number was before. */
const LOOK_BACK = 40;

/** The steps of a process with their dates and sources, the newest first: what each told anew. */
export const TIMELINE: Command = {
  name: "timeline",
  audience: "everyone",
  summary: {
    en: "the steps of a process: dates, sources, participants and targets as they changed",
    fr: "les étapes d’un processus : dates, sources, participants et objectifs au fil du temps",
    es: "los pasos de un proceso: fechas, fuentes, participantes y objetivos según cambiaron",
  },
  options: [
    {
      name: "process",
      kind: "process",
      summary: {
        en: "joint-initiative, moratorium, work-programme, or a conference such as mc14",
        fr: "joint-initiative, moratorium, work-programme, ou une conférence comme mc14",
        es: "joint-initiative, moratorium, work-programme, o una conferencia como mc14",
      },
      required: true,
    },
  ],
  examples: ["timeline joint-initiative", "timeline moratorium", "timeline mc14"],
  async run(request, tools) {
    const word = request.values["process"] ?? "";
    const process = processIn(word);
    const words = deskWordsOf(tools.language);
    if (process === undefined) throw new RequestError(words.unknownProcess(word));
    const offset = offsetOf(request, PAGE);
    const ids = await itemsOfProcess(tools.db, process, { offset, limit: PAGE + LOOK_BACK });
    const steps = (await readItems(tools.db, ids)).map((stored) => stepOf(stored, tools));
    const entries = steps.slice(0, PAGE).map((step, at) => stepEntry(step, steps.slice(at + 1), tools));
    const total = await countOfProcess(tools.db, process);
    return pagedAnswer({ title: words.timeline(nameOf(process, tools)), entries, total }, request, PAGE, tools);
  },
};

function nameOf(process: ProcessId, { topics, language }: AskTools): string {
  return topics.find((topic) => topic.id === process)?.labels[language] ?? process.toUpperCase();
}

/** An item of the process in the wording that the reader is served. */
interface ToldStep extends Step {
  readonly stored: StoredItem;
  readonly version: VersionRow;
}

function stepOf(stored: StoredItem, tools: AskTools): ToldStep {
  const version = servedVersion(stored, tools);
  return { stored, version, language: version.language, analysis: toldOf(version).analysis };
}

/** @param earlier the steps before it, the latest first */
function stepEntry(step: ToldStep, earlier: readonly ToldStep[], tools: AskTools): Entry {
  const { stored, version, analysis } = step;
  const novelties = noveltiesOf(step, earlier);
  const post = itemPost(toldOf(version), tools.language, tools.topics, []);
  const { participants, targets, documents } = analysis;
  const before = participantsBefore(earlier);
  const known = new Set(earlier.flatMap((one) => one.analysis.targets.map(({ by }) => by)));
  const newTargets = targets.filter(({ by }) => !known.has(by));
  const knownDocuments = new Set(earlier.flatMap((one) => one.analysis.documents));
  const newDocuments = documents.filter((symbol) => !knownDocuments.has(symbol));
  const quotes = [
    ...(participants === undefined || participants.count === before ? [] : [participants.quote]),
    ...newTargets.map((target) => target.quote),
  ];
  return {
    headline: plain([post.published?.text, post.headline].filter((part) => part !== undefined).join(" · ")),
    url: post.url,
    day: undefined,
    lines: [
      ...participantsLine(participants?.count, before, tools),
      ...newTargets.flatMap(({ by, what }) =>
        factLine(frameOf(tools.language).target, `${targetText(by, tools.language)}: ${what}`),
      ),
      ...analysis.meetings.flatMap((meeting) => {
        const { start, end, status } = meeting;
        const when = [spanText(start, end, tools.language), venueText(meeting)].filter(Boolean).join(", ");
        return factLine(frameOf(tools.language).meeting[status], when);
      }),
      ...factLine(wordsOf(tools.language).documents, newDocuments.join(", ")),
      ...novelties.filter(({ shift }) => shift.part !== "participants").flatMap((novelty) => shiftLine(novelty, tools)),
      ...[...new Set(quotes)].map((text): Line => ({ kind: "quote", text })),
      ...factLine(wordsOf(tools.language).id, stored.item.id),
    ],
    data: {
      id: stored.item.id,
      published: version.published,
      title: version.title,
      url: version.url,
      participants: participants?.count ?? null,
      participantsBefore: before ?? null,
      targets: newTargets.map(({ what, by, quote }) => ({ what, by, quote })),
      documents: newDocuments,
      changes: novelties.map(({ shift, since }) => ({
        part: shift.part,
        text: textOf({ shift, since }, tools),
        since: since.stored.item.id,
      })),
    },
  };
}

/** What became of a date, a text or an office since an earlier step. */
function shiftLine(novelty: Novelty<ToldStep>, tools: AskTools): readonly Line[] {
  return factLine(recordWordsOf(tools.language).changed, textOf(novelty, tools));
}

function textOf({ shift, since }: Novelty<ToldStep>, { language }: AskTools): string {
  return sinceText(shift, since.version.published ?? "", language);
}

/** A number is told where it is new or was another before. */
function participantsLine(count: number | undefined, before: number | undefined, tools: AskTools): readonly Line[] {
  if (count === undefined || count === before) return [];
  const value = before === undefined ? String(count) : `${before} → ${count}`;
  return factLine(frameOf(tools.language).participants, value);
}
