import { startFakeDiscord, type FakeDiscord } from "../support/fake-discord/index.ts";
import { startFakeSlack, type FakeSlack } from "../support/fake-slack/fake-slack.ts";
import { ADMIN } from "../support/fake-slack/talk.ts";
import { startFeedServer, type FeedServer } from "../support/feed-server.ts";
import { openDesk, type Bot, type Desk } from "../support/bot.ts";
import { rss, wtoLink, type RssItem } from "../support/rss.ts";

export const SLACK_CHANNEL = "C0TRADENEWS";

/** A feed, a Slack, a Discord, and a desk at which the bot runs. */
export interface Office extends AsyncDisposable {
  readonly feed: FeedServer;
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly discordChannel: string;
  readonly desk: Desk;
  /** The feed shows these items from now on. */
  publish(...items: readonly RssItem[]): void;
  run(): Bot;
  command(...args: readonly string[]): ReturnType<Desk["finish"]>;
  /** The first lines of what readers see. */
  onSlack(): readonly string[];
  onDiscord(): readonly string[];
}

/** An office that polls every second. */
export async function openOffice(extra = "", database = "file:./bot.db"): Promise<Office> {
  const [feed, slack, discord, desk] = await Promise.all([
    startFeedServer(),
    startFakeSlack({ admins: [ADMIN] }),
    startFakeDiscord(),
    openDesk(),
  ]);
  const [discordChannel = ""] = discord.channels;
  const options = await desk.configure(`
database: ${database}
feeds:
  - { name: wto-news, url: "${feed.url}", schedule: "* * * * * *" }
chats:
  - { name: office, platform: slack, botToken: "\${SLACK_BOT}", appToken: "\${SLACK_APP}", apiUrl: "${slack.apiUrl}" }
  - { name: community, platform: discord, token: "\${DISCORD}", apiUrl: "${discord.apiUrl}" }
channels:
  - { chat: office, channel: ${SLACK_CHANNEL} }
  - { chat: community, channel: "${discordChannel}" }
welcome: false
${extra}`);
  const env = { SLACK_BOT: slack.botToken, SLACK_APP: slack.appToken, DISCORD: discord.token };
  return {
    feed,
    slack,
    discord,
    discordChannel,
    desk,
    publish: (...items) => feed.reply({ kind: "document", body: rss(items) }),
    run: () => desk.start([...options, "run"], env),
    command: (...args) => desk.finish([...options, ...args], env),
    onSlack: () => slack.messages(SLACK_CHANNEL).map((message) => message.text),
    onDiscord: () => discord.messages(discordChannel).map((message) => message.text),
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await Promise.all([feed.close(), slack.close(), discord.close()]);
    },
  };
}

/** An item of the joint initiative with a title of its own. */
export function news(title: string, serial: number, changes: Partial<RssItem> = {}): RssItem {
  return {
    title: `E-commerce negotiators ${title}`,
    link: wtoLink("ecom", "2026-06-23", serial),
    description: `Participants in the e-commerce negotiations ${title} at a plenary meeting on 22 June.`,
    day: "2026-06-23",
    ...changes,
  };
}
