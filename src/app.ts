import { analyse } from "./analysis/analyse.ts";
import type { AdapterTools, ChatAdapter, InstallationRows } from "./chat/adapter.ts";
import { createAdapter } from "./chat/index.ts";
import { packageVersion } from "./config/package-root.ts";
import type { Config } from "./config/schema.ts";
import { createBriefing, type Briefing } from "./delivery/briefs.ts";
import { createBell, type Bell } from "./delivery/dispatch.ts";
import { channelId, NO_WISHES, type Channel } from "./delivery/channel.ts";
import { channelsNow, channelsReached, type Configured } from "./delivery/subscriptions.ts";
import { deskFor } from "./desks.ts";
import type { DeliveryTools } from "./delivery/tools.ts";
import { ARTICLE_LIMITS, fetchArticle } from "./feed/fetch-article.ts";
import { fetchFeed } from "./feed/fetch.ts";
import type { FetchTools } from "./feed/network.ts";
import { createRobots } from "./feed/robots.ts";
import type { Desk } from "./model/ask.ts";
import type { Log } from "./model/log.ts";
import type { Clock } from "./model/time.ts";
import type { PollTools } from "./pipeline.ts";
import type { Operators } from "./delivery/incidents.ts";
import type { Settings } from "./settings.ts";
import { forgetTheFuture } from "./store/count-anew.ts";
import { listInstallations, readInstallation, removeInstallation, saveInstallation } from "./store/installations.ts";
import { holdDatabase } from "./store/lock.ts";
import { openStore, type Store } from "./store/open.ts";
import { freeLeases } from "./store/outbox.ts";
import type { Db } from "./store/tables.ts";
import type { World } from "./world.ts";

/** All parts of the bot, built and tied together. Disposing it closes every connection. */
export interface App extends AsyncDisposable {
  readonly settings: Settings;
  readonly store: Store;
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** The channels that news goes to. */
  readonly channels: readonly Channel[];
  readonly polling: PollTools;
  readonly delivering: DeliveryTools;
  /** Wakes the deliveries. */
  readonly bell: Bell;
  /** Where questions that come from a chat, by its name in the configuration, are answered. */
  readonly deskOf: (chat: string) => Desk;
}

/** Whether a command polls and delivers, which one process may do at a time, or works beside the bot. */
export type Role = "worker" | "beside";

/** Builds every part from the configuration. Throws where the database or an adapter can't be opened. */
export async function openApp(settings: Settings, world: World, role: Role): Promise<App> {
  await using stack = new AsyncDisposableStack();
  const { config, log, rules } = settings;
  const { clock, random } = world;
  if (role === "worker") stack.use(await holdDatabase(config.database));
  const store = stack.use(await openStore(config.database));
  // With the lock held, whatever had taken these is dead: what it left is asked about now and not when the lease ends.
  if (role === "worker") {
    await freeLeases(store.db);
    await forgetTheFuture(store.db, clock.now());
  }
  const adapters = stack.use(await openAdapters(config, { clock, log, print: world.print, lines: world.lines }, store));
  const configured = configuredOf(config);
  const { channels } = configured;
  const operators = [operatorsOf(config), insteadOf(config)].filter((one) => one !== undefined);
  const network = networkOf(config, world);
  const polling: PollTools = {
    store,
    fetchFeed: (request, signal) => fetchFeed(request, network, signal),
    analyse: (item) => analyse(item, rules),
    ...articlesBy(config, network),
    channels: (db) => channelsNow(db, configured),
    operators: toldOf(config),
    feeds: new Set(config.feeds.map((feed) => feed.name)),
    flood: config.flood,
    clock,
    log,
    random,
  };
  const delivering: DeliveryTools = {
    store,
    adapters: adapters.byName,
    channels: async (db) => withOperators(await channelsReached(db, configured), operators),
    operators: toldOf(config),
    wording: {
      topics: rules.topics,
      timezone: config.timezone,
      byModel: config.brief !== undefined,
      helpIn: (chat) => helpIn(chat, config),
    },
    clock,
    log,
    random,
    observe: world.observe,
    briefing: await briefingOf(config, log),
  };
  const bell = createBell();
  const open = stack.move();
  return {
    settings,
    store,
    adapters: adapters.byName,
    channels,
    polling,
    delivering,
    bell,
    deskOf: (chat) =>
      deskFor(chat, { settings, store, adapters: adapters.byName, configured, clock, ring: () => bell.ring() }),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** The model's part is loaded only where a host wants one. */
async function briefingOf({ brief }: Config, log: Log): Promise<Briefing | undefined> {
  if (brief === undefined) return undefined;
  const { modelWriter } = await import("./brief-model.ts");
  return createBriefing(modelWriter(brief.model), log);
}

/** How the articles of items are found, where they are to be read, and what was told of that. */
function articlesBy({ article }: Config, network: FetchTools): Pick<PollTools, "findArticle" | "said"> {
  const said = new Set<string>();
  if (article === "never") return { said };
  const robots = article === "auto" ? createRobots(network) : undefined;
  const tools = { network, robots, limits: ARTICLE_LIMITS };
  return { said, findArticle: (item, feedUrl, signal) => fetchArticle(item, feedUrl, tools, signal) };
}

/** What one types to hear what can be asked; what a foreign adapter makes of it is not known. */
function helpIn(chat: string, { chats }: Config): string | undefined {
  const platform = chats.find(({ name }) => name === chat)?.platform;
  if (platform === "slack" || platform === "discord") return "/wto help";
  return platform === "terminal" ? "help" : undefined;
}

/** The adapters of all configured chats, by name. */
export interface Adapters extends AsyncDisposable {
  readonly byName: ReadonlyMap<string, ChatAdapter>;
}

/**
 * Opens an adapter for each chat; what was opened is closed again where one of them fails.
 * @param store keeps what workspaces give when they install the app; without it none can
 */
export async function openAdapters(config: Config, tools: AdapterTools, store?: Store): Promise<Adapters> {
  await using stack = new AsyncDisposableStack();
  const byName = new Map<string, ChatAdapter>();
  for (const chat of config.chats) {
    const installations = store && installationsOf(store.db, chat.name, tools.clock);
    const own = installations === undefined ? tools : { ...tools, installations };
    byName.set(chat.name, stack.use(await createAdapter(chat, own)));
  }
  const open = stack.move();
  return { byName, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

function installationsOf(db: Db, chat: string, clock: Clock): InstallationRows {
  return {
    read: (workspace) => readInstallation(db, chat, workspace),
    save: (workspace, sealed) => saveInstallation(db, chat, workspace, sealed, clock.now()),
    remove: (workspace) => removeInstallation(db, chat, workspace),
    list: () => listInstallations(db, chat),
  };
}

/** What the configuration says of channels. */
export function configuredOf(config: Config): Configured {
  const { language, timezone, welcome } = config;
  return {
    channels: channelsOf(config),
    chats: new Set(config.chats.map(({ name }) => name)),
    language,
    timezone,
    welcome,
  };
}

/** The channels of the configuration that news goes to. */
export function channelsOf(config: Config): readonly Channel[] {
  return config.channels.map(({ language, timezone, topics, digest, quiet, ...wishes }) => ({
    ...wishes,
    topics,
    digest,
    quiet,
    id: channelId(wishes.chat, wishes.channel),
    language: language ?? config.language,
    timezone: timezone ?? config.timezone,
    welcome: config.welcome,
    origin: "file",
    news: true,
  }));
}

function withOperators(channels: readonly Channel[], operators: readonly Channel[]): readonly Channel[] {
  return [...channels, ...operators.filter(({ id }) => !channels.some((one) => one.id === id))];
}

/** The network as this program uses it: with an honest name and a way to reach its host. */
export function networkOf(config: Config, world: World): FetchTools {
  return world.network(userAgentOf(config));
}

/** The operators' channel, where there is one. */
export function operatorsOf(config: Config): Channel | undefined {
  return config.operators && ownChannel(config, config.operators);
}

/** The channel that is told in place of the operators' while that one can't be. */
function insteadOf(config: Config): Channel | undefined {
  return config.operators?.instead && ownChannel(config, config.operators.instead);
}

/** The channels of a chat that the configuration names, those for the bot's own words included, each once. */
export function channelsNamed({ channels, operators }: Config, chat: string): readonly string[] {
  const all = [...channels, operators, operators?.instead];
  return [...new Set(all.flatMap((one) => (one?.chat === chat ? [one.channel] : [])))];
}

/** Where the operators are told, as deliveries and polls need it. */
export function toldOf(config: Config): Operators {
  const operators = operatorsOf(config);
  return operators && { id: operators.id, chat: operators.chat, instead: insteadOf(config)?.id };
}

/** A channel for the bot's own words; it may also be one that news goes to. */
function ownChannel(config: Config, { chat, channel }: { readonly chat: string; readonly channel: string }): Channel {
  const known = channelsOf(config).find((one) => one.id === channelId(chat, channel));
  return (
    known ?? {
      id: channelId(chat, channel),
      chat,
      channel,
      ...NO_WISHES,
      language: config.language,
      timezone: config.timezone,
      welcome: false,
      origin: "file",
      news: false,
    }
  );
}

/** Without a contact of the host's own there is none to give, and the name says so. */
function userAgentOf({ contact }: Config): string {
  return `Tradepost/${packageVersion()} (${contact === undefined ? "self-hosted, no contact set" : `+${contact}`})`;
}
