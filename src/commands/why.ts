import type { Channel } from "../delivery/channel.ts";
import { tagsOf } from "../delivery/compose.ts";
import { momentText } from "../delivery/dates.ts";
import { decide } from "../delivery/plan.ts";
import { shownVersion, toldOf } from "../delivery/wording.ts";
import type { Entry, Json, Line } from "../model/answer.ts";
import type { Explained } from "../model/explained.ts";
import type { Millis } from "../model/time.ts";
import { listChannels } from "../store/channels.ts";
import { deliveriesAbout } from "../store/decisions.ts";
import type { OverrideRow } from "../store/chat-tables.ts";
import { listFeeds } from "../store/feeds.ts";
import type { StoredItem } from "../store/items.ts";
import { overridesOf } from "../store/overrides.ts";
import type { ChannelRow, DeliveryRow } from "../store/outbox-tables.ts";
import type { FeedRow } from "../store/tables.ts";
import { waitingIn } from "../store/waiting.ts";
import { plain, shownDay } from "./answers.ts";
import type { AskTools, Command } from "./command.ts";
import { factLine, servedVersion } from "./item-entry.ts";
import { isoOf, momentLine } from "./moments.ts";
import { SOURCE } from "./options.ts";
import { articleText, briefText, type Labelled } from "./reading-words.ts";
import { recordWordsOf, type RecordWords } from "./record-words.ts";
import { itemOf } from "./values.ts";

/** What was decided about an item, and why. */
export const WHY: Command = {
  name: "why",
  audience: "everyone",
  summary: {
    en: "what was decided about an item, by which words, and what each channel got",
    fr: "ce qui a été décidé pour un article, par quels mots, et ce que chaque canal a reçu",
    es: "qué se decidió sobre una noticia, por qué palabras, y qué recibió cada canal",
  },
  options: [SOURCE],
  examples: ["why https://www.wto.org/english/news_e/news26_e/ecom_23jun26_429_e.htm"],
  async run(request, tools) {
    const stored = await itemOf(request, tools);
    const deliveries = await deliveriesAbout(tools.db, stored.item.id);
    const rows = await listChannels(tools.db);
    const feeds = await listFeeds(tools.db);
    const known = new Set([...tools.channels.map((one) => one.id), ...deliveries.map((one) => one.channel_id)]);
    const overrides = await overridesOf(tools.db, stored.item.id);
    const waits = await waitingIn(tools.db, stored.item.id);
    const entries = [...known].map((id) =>
      channelEntry(
        id,
        deliveries.filter((one) => one.channel_id === id),
        () => (waits.has(id) ? recordWordsOf(tools.language).inDigest : whyNot(stored, id, rows, feeds, tools)),
        overrides.find((one) => one.channel_id === id),
        tools,
      ),
    );
    const title = recordWordsOf(tools.language).why;
    return {
      language: tools.language,
      title,
      entries: [itemEntry(stored, tools), ...entries],
      page: undefined,
      notes: [],
    };
  },
};

function itemEntry(stored: StoredItem, tools: AskTools): Entry {
  const words = recordWordsOf(tools.language);
  const version = servedVersion(stored, tools);
  const { analysis } = toldOf(version);
  const isRelevant = stored.item.relevant === 1;
  const moment = (at: Millis): string => momentText(at, tools.timezone, tools.language);
  // Each sentence that is no point would be one more line: `analyze --explain` tells of them.
  const decided = tools.explain(version).filter(({ decision }) => decision !== "no point");
  const lastSeen = Math.max(...stored.versions.map((one) => one.last_seen_at));
  return {
    headline: plain(`${version.title}: ${isRelevant ? words.relevant : words.passedOver}`),
    url: version.url ?? undefined,
    day: shownDay(version.published, tools),
    lines: [
      ...factLine(words.firstSeen, `${moment(stored.item.first_seen_at)} (${version.feed})`),
      ...factLine(words.lastSeen, moment(lastSeen)),
      ...labelled(briefText(analysis.brief, tools.language)),
      ...labelled(articleText(analysis.article, tools.language)),
      ...decided.flatMap(explainedLines),
    ],
    data: {
      id: stored.item.id,
      url: version.url,
      relevant: isRelevant,
      feed: version.feed,
      firstSeen: isoOf(stored.item.first_seen_at),
      lastSeen: isoOf(lastSeen),
      model: analysis.brief.model === undefined ? null : { refused: null, ...analysis.brief.model },
      article: analysis.article === undefined ? null : { reason: null, ...analysis.article },
      reasons: analysis.reasons.map(({ rule, words: found }) => ({ rule, words: found })),
      explained: decided.map(({ decision, rule, words: found, sentence }) => ({
        decision,
        rule,
        words: found,
        sentence,
      })),
    },
  };
}

/** A decision with its rule and words, and the sentence in which they stand. */
function explainedLines({ decision, rule, words, sentence }: Explained): readonly Line[] {
  const said = words === "" ? rule : `${rule}: “${words}”`;
  return [
    ...factLine(decision, said),
    ...(sentence === "" || decision === "point" ? [] : [{ kind: "quote", text: sentence } as const]),
    ...(decision === "point" ? [{ kind: "point", spans: plain(sentence) } as const] : []),
  ];
}

function labelled({ label, value }: Labelled): readonly Line[] {
  return factLine(label, value);
}

function channelEntry(
  id: string,
  deliveries: readonly DeliveryRow[],
  why: () => string,
  override: OverrideRow | undefined,
  tools: AskTools,
): Entry {
  const words = recordWordsOf(tools.language);
  const because = override?.reason == null ? "" : `: ${override.reason}`;
  const reason = deliveries.length === 0 ? why() : undefined;
  return {
    headline: plain(id),
    url: undefined,
    day: undefined,
    lines: [
      ...(override === undefined
        ? []
        : momentLine(words.overruled[override.verdict](override.by_name, because), override.at, tools)),
      ...(reason === undefined ? [] : [{ kind: "point", spans: plain(reason) } as const]),
      ...deliveries.map((row): Line => ({
        kind: "fact",
        label: words.kind[row.kind],
        value: stateText(row, words, tools),
      })),
    ],
    data: {
      channel: id,
      reason: reason ?? null,
      overruled:
        override === undefined
          ? null
          : { verdict: override.verdict, by: override.by_name, reason: override.reason, at: isoOf(override.at) },
      deliveries: deliveries.map(deliveryData),
    },
  };
}

function stateText(row: DeliveryRow, words: RecordWords, { timezone, language }: AskTools): string {
  const at = row.settled_at ?? row.created_at;
  const reason = row.reason === null ? "" : `: ${row.reason}`;
  return `${words.state[row.state]}, ${momentText(at, timezone, language)}${reason}`;
}

function deliveryData(row: DeliveryRow): Json {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    queued: isoOf(row.created_at),
    settled: isoOf(row.settled_at),
  };
}

/** Why a channel got nothing: decided by the very rules that decided then, in their order. */
function whyNot(
  stored: StoredItem,
  id: string,
  rows: readonly ChannelRow[],
  feeds: readonly FeedRow[],
  tools: AskTools,
): string {
  const words = recordWordsOf(tools.language);
  const channel = tools.channels.find((one) => one.id === id);
  if (channel === undefined) return words.notQueued;
  if (stored.item.relevant === 0) return words.notRelevant;
  if (!wants(channel, stored))
    return words.askedOnly(
      tagsOf(channel.topics ?? [], tools.topics, tools.language)
        .map((tag) => tag.label)
        .join(", "),
    );
  const { first_seen_at } = stored.item;
  const feed = feeds.find(({ name }) => name === stored.versions[0]?.feed);
  if (feed?.first_look_at === first_seen_at) return words.firstLook;
  const created = rows.find((row) => row.id === id)?.created_at;
  return created === undefined || created > first_seen_at ? words.beforeChannel : words.notQueued;
}

function wants(channel: Channel, stored: StoredItem): boolean {
  const version = shownVersion(stored, channel.language);
  return version !== undefined && decide(channel, toldOf(version).analysis.topics).wanted;
}
