import { operatorsOf, type App } from "./app.ts";
import { calendarText } from "./export/calendar.ts";
import { newsFeed } from "./export/news-feed.ts";
import { itemRecords, meetingRecords, type ItemRecord } from "./export/records.ts";
import { healthOf, readinessOf, type Health } from "./health.ts";
import { plainPage, type HttpOptions, type Page } from "./http.ts";
import type { Metrics } from "./metrics.ts";
import { dayIn, Temporal } from "./model/time.ts";
import { readFeed } from "./store/feeds.ts";
import { openIncidents } from "./store/incidents.ts";
import type { FeedRow } from "./store/tables.ts";

/** A feed tells of so many items: a month of e-commerce news has a handful. */
const FEED_ITEMS = 50;
/** A calendar reaches back so far; what is older stands in the archive. */
const CALENDAR_YEARS = 2;

/** What the bot serves over HTTP: its health and its figures, and, where the configuration wishes, calendars and a feed. */
export function pagesOf(app: App, metrics: Metrics): Pick<HttpOptions, "pageAt" | "paths"> {
  const { config, rules } = app.settings;
  const published = ["/calendar.ics", "/calendar/TOPIC.ics", "/feed.xml"];
  return {
    paths: ["/healthz", "/readyz", "/metrics", ...(config.calendar ? published : [])],
    async pageAt(path) {
      if (path === "/healthz") return healthPage(healthOf(await feedsOf(app), app.polling.clock.now()));
      if (path === "/readyz") return healthPage(await readiness(app));
      if (path === "/metrics") return { status: 200, type: metrics.type, text: await metrics.text() };
      if (!config.calendar) return undefined;
      if (path === "/feed.xml") return await feedPage(app);
      if (path === "/calendar.ics") return await calendarPage(app, undefined);
      const name = /^\/calendar\/([\w-]+)\.ics$/.exec(path)?.[1];
      const topic = rules.topics.find((one) => one.id === name);
      return topic === undefined ? undefined : await calendarPage(app, topic.id);
    },
  };
}

/** Whether the bot does its work, and the operators could be told if it did not. */
export async function readiness(app: App): Promise<Health> {
  const operators = operatorsOf(app.settings.config);
  return readinessOf(await feedsOf(app), await openIncidents(app.store.db), operators, app.polling.clock.now());
}

function healthPage({ healthy, detail }: Health): Page {
  return plainPage(healthy ? 200 : 503, detail);
}

/** The rows of the configured feeds. */
async function feedsOf({ settings, store }: App): Promise<readonly FeedRow[]> {
  const rows: FeedRow[] = [];
  for (const { name } of settings.config.feeds) {
    const row = await readFeed(store.db, name);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

async function calendarPage({ settings, store, polling }: App, topic: string | undefined): Promise<Page> {
  const { language, timezone } = settings.config;
  const today = dayIn(timezone, polling.clock.now());
  const from = Temporal.PlainDate.from(today).subtract({ years: CALENDAR_YEARS }).toString();
  const meetings = await Array.fromAsync(
    meetingRecords(store.db, { topic, kinds: undefined, from, to: undefined }, language, today),
  );
  const label = settings.rules.topics.find((one) => one.id === topic)?.labels[language];
  const name = label === undefined ? "WTO e-commerce" : `WTO: ${label}`;
  return { status: 200, type: "text/calendar; charset=utf-8", text: calendarText(meetings, name, language) };
}

async function feedPage({ settings, store }: App): Promise<Page> {
  const { language } = settings.config;
  const items: ItemRecord[] = [];
  for await (const item of itemRecords(store.db, { topic: undefined, since: undefined, language })) {
    items.push(item);
    if (items.length === FEED_ITEMS) break;
  }
  const text = newsFeed(items, settings.rules.topics, language);
  return { status: 200, type: "application/rss+xml; charset=utf-8", text };
}
