import { openApp, type App } from "../app.ts";
import type { ChatAdapter } from "../chat/adapter.ts";
import { ChatError } from "../chat/errors.ts";
import { whenClockIsSet } from "../clock.ts";
import type { FeedConfig } from "../config/schema.ts";
import { watcherAt, type TellWatcher } from "../dead-man.ts";
import { backoff } from "../delivery/backoff.ts";
import { keepDelivering, type Stop } from "../delivery/dispatch.ts";
import { clear, connectionIncident, raise } from "../delivery/incidents.ts";
import { serveHttp } from "../http.ts";
import { warnRarely } from "../model/log.ts";
import type { Millis } from "../model/time.ts";
import { createMetrics, type Metrics } from "../metrics.ts";
import { pagesOf, readiness } from "../pages.ts";
import { pollFeed } from "../pipeline.ts";
import { runOnSchedule } from "../schedule.ts";
import type { Settings } from "../settings.ts";
import { countAnew } from "../store/count-anew.ts";
import type { World } from "../world.ts";
import { greetChannels } from "../delivery/greet.ts";
import { stopsOf } from "./stops.ts";
import { watchMachine } from "./watch.ts";

const HOW_TO_ADD =
  "Reading the live WTO feed into this terminal. To add Slack or Discord, copy config/tradepost.example.yaml to config/tradepost.yaml and follow docs/hosting.md.";

/** Runs the bot until its signal: looks at each feed at once and then on schedule, and delivers what is due. */
export async function run(settings: Settings, world: World): Promise<void> {
  await using app = await openApp(settings, world, "worker");
  const { config, log } = settings;
  using stop = stopsOf(world.signal);
  const { bell } = app;
  await greetChannels(app.delivering, app.polling.feeds);
  using _ = whenClockIsSet(() => clockWasSet(app));
  await using stack = new AsyncDisposableStack();
  const metrics = createMetrics({ ...app.polling, db: app.store.db, adapters: app.adapters });
  if (config.http !== undefined) {
    const server = stack.use(await serveHttp({ ...config.http, ...pagesOf(app, metrics) }));
    log.info({ host: config.http.host, port: server.port }, "pages open");
  }
  const listening = [...app.adapters].map(([name, adapter]) => keepListening(name, adapter, app, stop.soon));
  if (config.file === undefined) world.print(`${HOW_TO_ADD}\n\n`);
  log.info({ config: config.file ?? "built in", feeds: config.feeds.length, channels: app.channels.length }, "started");
  const round: Round = { metrics, world, stop, tellWatcher: watcherAt(config.ping, log) };
  for (const feed of config.feeds) stack.use(await scheduleFeed(feed, app, round));
  await keepDelivering(app.delivering, bell, stop);
  await Promise.all(listening);
  log.info({}, "stopped");
}

interface Round {
  readonly metrics: Metrics;
  readonly world: World;
  readonly stop: Stop;
  readonly tellWatcher: TellWatcher;
}

/** Looks at a feed now and on its schedule. */
async function scheduleFeed(feed: FeedConfig, app: App, round: Round): Promise<AsyncDisposable> {
  const { metrics, world, stop } = round;
  const { config, log } = app.settings;
  const look = async (next: Millis | undefined): Promise<void> => {
    if (stop.soon.aborted) return;
    try {
      const { kind } = await pollFeed(feed, app.polling, stop.soon, next);
      metrics.polled(feed.name, kind);
      await watchMachine(app, world);
      // The watcher outside hears of a good poll, unless the operators could not be told of trouble: then it is to ask.
      if ((kind === "read" || kind === "unchanged") && (await readiness(app)).healthy)
        await round.tellWatcher(stop.soon);
    } catch (error) {
      if (!stop.soon.aborted) throw error;
    }
    app.bell.ring();
  };
  return await runOnSchedule({ name: feed.name, cron: feed.schedule, timezone: config.timezone }, look, log);
}

/** Moments that were stored before say nothing any more: what is uncertain is waited for from now on. */
async function clockWasSet({ store, adapters, delivering }: App): Promise<void> {
  const windows = [...adapters.values()].map(({ capabilities }) => capabilities.dedupeWindow);
  try {
    await countAnew(store.db, delivering.clock.now(), Math.max(0, ...windows));
  } catch (error) {
    delivering.log.error({ error }, "the outbox could not be told that the clock was set");
  }
}

/** Connects, and tries again for as long as it takes: posting does not wait for it. */
async function keepListening(name: string, adapter: ChatAdapter, app: App, signal: AbortSignal): Promise<void> {
  const { clock, log, random, operators } = app.delivering;
  for (let attempts = 1; !signal.aborted; attempts++) {
    try {
      await adapter.listen(app.deskOf(name), signal);
      log.info({ chat: name }, "connected");
      await app.store.transaction((db) =>
        clear(db, operators, connectionIncident(name), `${name} is connected again.`, clock.now()),
      );
      return;
    } catch (error) {
      if (signal.aborted) return;
      warnRarely(log, attempts, { chat: name, error }, "not connected; trying again");
      if (error instanceof ChatError && error.failure === "unauthorised") await noteRefusal(name, error, app);
      await clock.sleep(backoff(attempts, random()), signal).catch(() => {});
    }
  }
}

/** Nothing may be on its way for days: that the chat refuses the bot is told when it is found out. */
async function noteRefusal(chat: string, { message }: ChatError, { store, delivering }: App): Promise<void> {
  const { operators, clock } = delivering;
  const detail = `${chat} refuses the bot; what waits is kept and goes out by itself when it answers. ${message}`;
  await store.transaction((db) => raise(db, operators, connectionIncident(chat), detail, clock.now()));
}
