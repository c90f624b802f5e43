import { Counter, Gauge, Registry } from "prom-client";
import type { ChatAdapter, Connection } from "./chat/adapter.ts";
import type { Clock } from "./model/time.ts";
import type { Look } from "./pipeline.ts";
import { countDeliveries, oldestWaiting } from "./store/counts.ts";
import { listFeeds } from "./store/feeds.ts";
import { openIncidents } from "./store/incidents.ts";
import { countItems } from "./store/items.ts";
import type { DeliveryState } from "./store/outbox-tables.ts";
import type { Db } from "./store/tables.ts";

/** What is measured. */
export interface Measured {
  readonly db: Db;
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** The names of the configured feeds. */
  readonly feeds: ReadonlySet<string>;
  readonly clock: Pick<Clock, "now">;
}

/** Figures for Prometheus. */
export interface Metrics {
  /** Counts a look at a feed. */
  polled(feed: string, result: Look["kind"]): void;
  /** All figures in the text format of Prometheus. Throws where the database can't be read. */
  text(): Promise<string>;
  /** The content type of that text. */
  readonly type: string;
}

const RESULTS: readonly Look["kind"][] = ["read", "unchanged", "failed", "waiting"];
const STATES: readonly DeliveryState[] = ["pending", "sending", "uncertain", "held", "sent", "failed", "skipped"];
const CONNECTIONS: readonly Connection[] = ["none", "connecting", "connected", "lost"];

/** Figures of the running bot: counted as it works where they are about this process, else read when they are asked for. */
export function createMetrics(measured: Measured): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  const polls = new Counter({
    name: "tradepost_polls_total",
    help: "Looks at a feed since the start, by what they came to.",
    labelNames: ["feed", "result"],
    registers,
  });
  // A series that begins at 0 shows its first step.
  for (const feed of measured.feeds) for (const result of RESULTS) polls.inc({ feed, result }, 0);
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []): Gauge<T> =>
    new Gauge({ name: `tradepost_${name}`, help, labelNames: [...labelNames], registers });
  const gauges = {
    items: gauge("items", "Items in the archive, by whether they are on e-commerce.", ["decision"]),
    deliveries: gauge("deliveries", "Deliveries by state.", ["state"]),
    waiting: gauge("oldest_waiting_seconds", "How long the delivery has waited that waits longest; 0 where none does."),
    polled: gauge("since_successful_poll_seconds", "How long ago a feed was last read, or found unchanged.", ["feed"]),
    connected: gauge("chat_connection", "1 for the state that the connection to a chat is in.", ["chat", "state"]),
    incidents: gauge("open_incidents", "Troubles that the operators were told of and that are not over."),
  };
  return {
    type: registry.contentType,
    polled: (feed, result) => polls.inc({ feed, result }),
    async text() {
      await refresh(gauges, measured);
      return await registry.metrics();
    },
  };
}

interface Gauges {
  readonly items: Gauge<"decision">;
  readonly deliveries: Gauge<"state">;
  readonly waiting: Gauge;
  readonly polled: Gauge<"feed">;
  readonly connected: Gauge<"chat" | "state">;
  readonly incidents: Gauge;
}

async function refresh(gauges: Gauges, { db, adapters, feeds, clock }: Measured): Promise<void> {
  const now = clock.now();
  const { all, relevant } = await countItems(db);
  gauges.items.set({ decision: "relevant" }, relevant);
  gauges.items.set({ decision: "other" }, all - relevant);
  const counts = await countDeliveries(db);
  for (const state of STATES) gauges.deliveries.set({ state }, counts.get(state) ?? 0);
  gauges.waiting.set(seconds(now - ((await oldestWaiting(db, now)) ?? now)));
  for (const { name, succeeded_at } of await listFeeds(db))
    if (feeds.has(name) && succeeded_at !== null) gauges.polled.set({ feed: name }, seconds(now - succeeded_at));
  for (const [chat, adapter] of adapters)
    for (const state of CONNECTIONS) gauges.connected.set({ chat, state }, Number(adapter.connection() === state));
  gauges.incidents.set((await openIncidents(db)).length);
}

function seconds(ms: number): number {
  return Math.max(0, ms) / 1000;
}
