import { dayText, spanText } from "../delivery/dates.ts";
import { venueText } from "../delivery/venue.ts";
import { MEETING_KINDS, type MeetingKind, type MeetingStatus } from "../model/analysis.ts";
import type { Entry, Line } from "../model/answer.ts";
import type { Option } from "../model/ask.ts";
import type { Language } from "../model/language.ts";
import { dayIn, type Day } from "../model/time.ts";
import { listMeetings, type MeetingFilter, type Mention, type StoredMeeting } from "../store/meetings.ts";
import { offsetOf, pagedAnswer, plain, shownDay } from "./answers.ts";
import type { AskTools, Command, Request } from "./command.ts";
import { type Span } from "./days.ts";
import { TOPIC } from "./options.ts";
import { choiceOf, topicOf, whenOf } from "./values.ts";
import { wordsOf } from "./words.ts";
import type { Words } from "./words-told.ts";

/** Which kinds of meeting a body holds; a kind may be named by itself too. */
const BODIES: ReadonlyMap<string, readonly MeetingKind[]> = new Map<string, readonly MeetingKind[]>([
  ["joint-initiative", ["plenary", "small-group", "stocktaking"]],
  ["work-programme", ["dedicated-discussion"]],
  ...MEETING_KINDS.map((kind) => [kind, [kind]] as const),
]);

const BODY: Option = {
  name: "body",
  kind: "choice",
  summary: { en: "who meets", fr: "qui se réunit", es: "quién se reúne" },
  required: false,
  choices: [...BODIES.keys()],
};

const PAGE = 10;

/** Meetings with their days, status and sources: those to come first. */
export const MEETINGS: Command = {
  name: "meetings",
  audience: "everyone",
  summary: {
    en: "when they meet: days, status, the sentence that says so, its source",
    fr: "les réunions : dates, statut, la phrase qui les annonce et sa source",
    es: "las reuniones: fechas, estado, la frase que las anuncia y su fuente",
  },
  options: [
    TOPIC,
    {
      name: "when",
      kind: "when",
      summary: {
        en: "upcoming, recent, a year, or a span such as 2026-03..2026-06",
        fr: "upcoming, recent, une année, ou un intervalle comme 2026-03..2026-06",
        es: "upcoming, recent, un año o un intervalo como 2026-03..2026-06",
      },
      required: false,
    },
    BODY,
  ],
  examples: ["meetings", "meetings moratorium upcoming", "meetings 2026", "meetings recent council"],
  async run(request, tools) {
    const filter = filterOf(request, tools);
    const today = dayIn(tools.timezone, tools.now);
    const page = { offset: offsetOf(request, PAGE), limit: PAGE };
    const { total, meetings } = await listMeetings(tools.db, filter, today, page);
    const title = titleOf(topicOf(request, tools)?.labels[tools.language], filter, tools);
    const entries = meetings.map((meeting) => meetingEntry(meeting, today, tools));
    return pagedAnswer({ title, entries, total }, request, PAGE, tools);
  },
};

/** Which meetings a request asks for. Throws RequestError where it can't be understood. */
export function filterOf(request: Request, tools: AskTools): MeetingFilter {
  const body = choiceOf(BODY, request, tools);
  const kinds = body === undefined ? undefined : BODIES.get(body);
  return { topic: topicOf(request, tools)?.id, kinds, ...whenOf(request, tools) };
}

function titleOf(topic: string | undefined, { from, to }: Span, { language }: AskTools): string {
  const words = wordsOf(language);
  const title = topic === undefined ? words.meetings : words.about(words.meetings, topic);
  if (from === undefined && to === undefined) return title;
  const shown = (day: Day | undefined): string => (day === undefined ? "…" : dayText(day, language));
  return words.within(title, shown(from), shown(to));
}

function meetingEntry({ meeting, mentions }: StoredMeeting, today: Day, tools: AskTools): Entry {
  const words = wordsOf(tools.language);
  const { id, start_day, end_day, kind, status } = meeting;
  const last = lastTold(mentions, tools.language);
  const venue = lastToldVenue(mentions, tools.language);
  const head = [
    spanText(start_day, end_day, tools.language),
    words.kind[kind],
    venueText({ kind, ...venue }),
    words.status[shownStatus(end_day, status, today)],
  ];
  return {
    headline: plain(head.filter(Boolean).join(" · ")),
    url: last?.url ?? undefined,
    day: undefined,
    lines: [
      ...(last === undefined ? [] : [{ kind: "quote", text: last.quote } as const]),
      ...earlierLines(mentions, words, tools),
      ...sources(mentions).map((one): Line => {
        return { kind: "source", text: one.title, url: one.url ?? undefined, day: shownDay(one.published, tools) };
      }),
    ],
    data: {
      id,
      start: start_day,
      end: end_day,
      kind,
      status,
      body: venue.body ?? null,
      place: venue.place ?? null,
      quote: last?.quote ?? null,
      url: last?.url ?? null,
      sources: mentions.map((one) => ({
        item: one.item_id,
        language: one.language,
        title: one.title,
        url: one.url,
        published: one.published || null,
        start: one.start_day,
        end: one.end_day,
        status: one.status,
        quote: one.quote,
      })),
    },
  };
}

/** A meeting whose days are over without a word that it was held was announced, no more. */
export function shownStatus(end: Day, status: MeetingStatus, today: Day): MeetingStatus | "announced" {
  return end < today && (status === "upcoming" || status === "tentative") ? "announced" : status;
}

/** What the latest item says, in the reader's language where there is such a version of it. */
export function lastTold(mentions: readonly Mention[], language: Language): Mention | undefined {
  const last = mentions.at(-1);
  return mentions.findLast((one) => one.item_id === last?.item_id && one.language === language) ?? last;
}

/** Who meets where: each as it was told last, in the reader's language where it was told in that. */
export function lastToldVenue(mentions: readonly Mention[], language: Language): Pick<Mention, "body" | "place"> {
  const inOrder = [
    ...mentions.filter((one) => one.language !== language),
    ...mentions.filter((one) => one.language === language),
  ];
  const body = inOrder.findLast((one) => one.body !== undefined)?.body;
  const place = inOrder.findLast((one) => one.place !== undefined)?.place;
  return { ...(body === undefined ? {} : { body }), ...(place === undefined ? {} : { place }) };
}

/** What was told before and differs from what was told next: other days, another status. */
function earlierLines(mentions: readonly Mention[], words: Words, tools: AskTools): readonly Line[] {
  return mentions.flatMap((mention, at): readonly Line[] => {
    const next = mentions[at + 1];
    if (next === undefined || said(mention) === said(next)) return [];
    const days = spanText(mention.start_day, mention.end_day, tools.language);
    const told = shownDay(mention.published, tools)?.text;
    const value = `${days}, ${words.status[mention.status]}${told === undefined ? "" : ` (${told})`}`;
    return [{ kind: "fact", label: words.earlier, value }];
  });
}

function said({ start_day, end_day, status }: Mention): string {
  return [start_day, end_day, status].join(" ");
}

/** Each wording once, the latest first. */
function sources(mentions: readonly Mention[]): readonly Mention[] {
  const byWording = new Map(mentions.map((mention) => [`${mention.item_id} ${mention.language}`, mention]));
  return [...byWording.values()].toReversed();
}
