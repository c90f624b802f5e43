import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { openStore, type Store } from "../../src/store/open.ts";
import { sqlitePath } from "../../src/store/sqlite.ts";
import { startFakeDiscord, type FakeDiscord } from "../support/fake-discord/index.ts";
import { startFakeSlack, type FakeSlack } from "../support/fake-slack/fake-slack.ts";
import { startFeedServer, type FeedServer, type Reply } from "../support/feed-server.ts";
import { discordDialect, slackDialect } from "./dialect.ts";
import { openGate, type Gate } from "./gate.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createNews, type News } from "./news.ts";
import { discordPlace, slackPlace, type Place } from "./place.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

export const OPERATORS = "C0OPERATORS";
const EVERYTHING = "C0TRADENEWS";
const DUTIES = "C0DUTIES";
const COMMUNITY = "1180000000000000101";

/** How the feed's server behaves; undefined for well. */
export type FeedTrouble = Exclude<Reply["kind"], "document" | "redirect" | "flood"> | "html";

/** All that the bot meets, and what is true of it. */
export interface Town extends AsyncDisposable {
  readonly timeline: Timeline;
  readonly journal: Journal;
  readonly news: News;
  readonly feed: FeedServer;
  /** Whole answers of the feed so far, with when the last was given. */
  readonly served: { count: number };
  feedTrouble: FeedTrouble | undefined;
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly gates: Readonly<Record<"slack" | "discord", Gate>>;
  /** Where news goes. */
  readonly places: readonly [Place, ...Place[]];
  /** A look into the bot's database beside it. */
  readonly store: Store;
  /** Another process writes to the SQLite file and does not end. */
  lockDatabase(on: boolean): void;
  /** PostgreSQL cuts the bot's connections. */
  cutDatabase(): Promise<void>;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface TownParts {
  readonly database: string | undefined;
  /** True time at the beginning, in milliseconds since 1970. */
  readonly epoch: number;
  /** When the feed is looked at, as a cron line. */
  readonly schedule: string;
  readonly kill: (why: string) => Promise<void>;
}

/** Builds a feed, a Slack and a Discord with gates before them, and an empty database. */
export async function openTown({ database, epoch, schedule, kill }: TownParts): Promise<Town> {
  await using stack = new AsyncDisposableStack();
  const timeline = createTimeline(epoch);
  const journal = createJournal(() => timeline.elapsed());
  const folder = await mkdtemp(join(tmpdir(), "tradepost-crash-"));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const now = (): number => timeline.now();
  const channels = [EVERYTHING, DUTIES, OPERATORS].map((id) => ({ id, name: id.toLowerCase() }));
  const slack = stack.use(await startFakeSlack({ channels, now }));
  const discord = await startFakeDiscord({ channels: [{ id: COMMUNITY, name: "trade-news" }], now });
  stack.defer(() => discord.close());
  const feed = stack.use(await startFeedServer());
  const shared = { timeline, journal, kill };
  const gates = {
    slack: stack.use(await openGate({ ...shared, platform: portOf(slack.apiUrl), dialect: slackDialect })),
    discord: stack.use(await openGate({ ...shared, platform: portOf(discord.apiUrl), dialect: discordDialect })),
  };
  const url = database ?? `file:${join(folder, "tradepost.db")}`;
  const [slackPort, discordPort] = [gates.slack.port, gates.discord.port];
  const text = configuration({ database: url, feed: feed.url, schedule, slackPort, discordPort });
  await writeFile(join(folder, "tradepost.yaml"), text);
  const store = stack.use(await openStore(url));
  let locking: DatabaseSync | undefined;
  stack.defer(() => locking?.close());
  const open = stack.move();
  const town: Town = {
    timeline,
    journal,
    news: createNews(),
    feed,
    served: { count: 0 },
    feedTrouble: undefined,
    slack,
    discord,
    gates,
    places: [
      slackPlace(slack, EVERYTHING, (subject) => subject !== "fish"),
      slackPlace(slack, DUTIES, (subject) => subject === "moratorium"),
      discordPlace(discord, COMMUNITY, (subject) => subject !== "fish"),
    ],
    store,
    lockDatabase(on) {
      if (on === (locking !== undefined)) return;
      journal.note(`database ${on ? "locked" : "free again"}`);
      locking?.close();
      // The bot may be in the midst of a transaction: then the lock is had a moment later.
      locking = on ? new DatabaseSync(sqlitePath(url), { timeout: 5_000 }) : undefined;
      locking?.exec("begin immediate");
    },
    async cutDatabase() {
      journal.note("database connections cut");
      const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'tradepost' and datname = current_database() and pid <> pg_backend_pid()`;
      await cut.execute(store.db);
    },
    folder,
    env: { SLACK_BOT: slack.botToken, SLACK_APP: slack.appToken, DISCORD: discord.token, LOG_LEVEL: "info" },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
  feed.reply(() => answerOf(town));
  return town;
}

function answerOf(town: Town): Reply {
  const body = town.news.document();
  switch (town.feedTrouble) {
    case undefined:
      town.served.count += 1;
      return { kind: "document", body };
    case "html":
      return { kind: "document", body: "<!doctype html><title>Please wait</title>", contentType: "text/html" };
    case "status":
      return { kind: "status", status: 503 };
    case "cut":
    case "stall":
      return { kind: town.feedTrouble, body };
    case "hang":
    case "reset":
      return { kind: town.feedTrouble };
  }
}

interface Written {
  readonly database: string;
  readonly feed: string;
  readonly schedule: string;
  readonly slackPort: number;
  readonly discordPort: number;
}

function configuration({ database, feed, schedule, slackPort, discordPort }: Written): string {
  return `
timezone: Europe/Zurich
database: ${database}
feeds:
  - { name: wto-news, url: "${feed}", schedule: "${schedule}" }
chats:
  - { name: office, platform: slack, botToken: "\${SLACK_BOT}", appToken: "\${SLACK_APP}", apiUrl: "http://127.0.0.1:${slackPort}/api/" }
  - { name: community, platform: discord, token: "\${DISCORD}", apiUrl: "http://127.0.0.1:${discordPort}/api" }
channels:
  - { chat: office, channel: ${EVERYTHING} }
  - { chat: office, channel: ${DUTIES}, topics: [moratorium] }
  - { chat: community, channel: "${COMMUNITY}" }
operators: { chat: office, channel: ${OPERATORS} }
welcome: false
`;
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
