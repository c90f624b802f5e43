import { dayText } from "../delivery/dates.ts";
import type { Entry, Line } from "../model/answer.ts";
import type { Millis } from "../model/time.ts";
import { listChannels } from "../store/channels.ts";
import { channelWork, reachOf } from "../store/decisions.ts";
import { listFeeds } from "../store/feeds.ts";
import { openIncidents } from "../store/incidents.ts";
import { countItems } from "../store/items.ts";
import type { ChannelRow, IncidentRow } from "../store/outbox-tables.ts";
import type { FeedRow } from "../store/tables.ts";
import { plain } from "./answers.ts";
import type { AskTools, Command } from "./command.ts";
import { factLine } from "./item-entry.ts";
import { isoOf, momentLine } from "./moments.ts";
import { recordWordsOf } from "./record-words.ts";

/** A look may be this late: it takes its time, and a machine may sleep. */
const GRACE: Millis = 5 * 60_000;

/** Proof of life: silence of the WTO and silence of the bot are told apart. */
export const STATUS: Command = {
  name: "status",
  audience: "everyone",
  summary: {
    en: "proof of life: last checks and changes, last posts, what waits, since when",
    fr: "signe de vie : derniers passages et changements, derniers messages, ce qui attend",
    es: "prueba de vida: últimas comprobaciones y cambios, últimos mensajes, lo que espera",
  },
  options: [],
  examples: ["status"],
  async run(_, tools) {
    const { db, language } = tools;
    const feeds = await listFeeds(db);
    const rows = await listChannels(db);
    const entries: Entry[] = tools.feeds.map((name) =>
      feedEntry(
        name,
        feeds.find((feed) => feed.name === name),
        tools,
      ),
    );
    for (const { id } of tools.channels)
      entries.push(
        await channelEntry(
          id,
          rows.find((row) => row.id === id),
          tools,
        ),
      );
    for (const incident of await openIncidents(db)) entries.push(incidentEntry(incident, tools));
    entries.push(await archiveEntry(tools));
    return { language, title: recordWordsOf(language).status, entries, page: undefined, notes: [] };
  },
};

function feedEntry(name: string, feed: FeedRow | undefined, tools: AskTools): Entry {
  const words = recordWordsOf(tools.language);
  const next = feed === undefined ? undefined : Math.max(feed.tick_due_at ?? 0, feed.next_at ?? 0) || undefined;
  const failures = feed?.failures ?? 0;
  return {
    headline: plain(`${words.feed} ${name}`),
    url: feed?.url,
    day: undefined,
    lines: [
      ...momentLine(words.checked, feed?.checked_at, tools),
      ...momentLine(words.changedLast, feed?.changed_at, tools),
      ...(next === undefined ? [] : nextLine(next, tools)),
      ...(failures === 0 ? [] : factLine(words.failures, `${failures}: ${feed?.error ?? ""}`)),
    ],
    data: {
      feed: name,
      checked: isoOf(feed?.checked_at),
      succeeded: isoOf(feed?.succeeded_at),
      changed: isoOf(feed?.changed_at),
      next: isoOf(next),
      failures,
      error: feed?.error ?? null,
    },
  };
}

function nextLine(next: Millis, tools: AskTools): readonly Line[] {
  const words = recordWordsOf(tools.language);
  const late = next + GRACE < tools.now ? ` (${words.stopped})` : "";
  return momentLine(words.nextLook, next, tools, late);
}

async function channelEntry(id: string, row: ChannelRow | undefined, tools: AskTools): Promise<Entry> {
  const words = recordWordsOf(tools.language);
  const { lastPost, next, waiting, forPerson } = await channelWork(tools.db, id);
  const reason = next?.reason ?? null;
  return {
    headline: plain(id),
    url: undefined,
    day: undefined,
    lines: [
      ...momentLine(words.lastPost, lastPost?.settled_at, tools),
      ...(waiting === 0 ? [] : factLine(words.waiting, reason === null ? String(waiting) : `${waiting}: ${reason}`)),
      ...factLine(words.paused, row?.pause_reason ?? ""),
      ...(forPerson === 0 ? [] : factLine(words.forPerson, String(forPerson))),
    ],
    data: {
      channel: id,
      lastPost: isoOf(lastPost?.settled_at),
      waiting,
      reason,
      paused: row?.pause_reason ?? null,
      forPerson,
    },
  };
}

function incidentEntry({ key, detail, opened_at }: IncidentRow, tools: AskTools): Entry {
  const words = recordWordsOf(tools.language);
  return {
    headline: plain(`${words.incident}: ${detail}`),
    url: undefined,
    day: undefined,
    lines: momentLine(words.since, opened_at, tools),
    data: { incident: key, detail, opened: isoOf(opened_at) },
  };
}

async function archiveEntry(tools: AskTools): Promise<Entry> {
  const words = recordWordsOf(tools.language);
  const { all, relevant } = await countItems(tools.db);
  const { published, since, meetings } = await reachOf(tools.db);
  return {
    headline: plain(words.archive),
    url: undefined,
    day: undefined,
    lines: [
      ...factLine(words.oldest, published === undefined ? words.never : dayText(published, tools.language)),
      ...momentLine(words.readSince, since, tools),
      ...factLine(words.items, String(all)),
      ...factLine(words.relevantItems, String(relevant)),
    ],
    data: { oldest: published ?? null, readingSince: isoOf(since), items: all, relevant, meetings },
  };
}
