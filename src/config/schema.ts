import { z } from "zod";
import { chatConfig } from "../chat/index.ts";
import { LANGUAGES } from "../model/language.ts";
import { parseDigest, parseQuiet } from "../model/rhythm.ts";
import { digitsToNumber } from "../model/digits.ts";

/** What the schema can't know by itself. */
export interface Known {
  /** The ids of `config/topics.yaml`; none means that any text will do. */
  readonly topicIds: readonly string[];
  /** Whether a line is a cron schedule. */
  readonly isCron: (line: string) => boolean;
}

/** A whole configuration with every default filled in. Secrets stand in it as they are: see `secretsOf`. */
export type Config = z.infer<ReturnType<typeof configSchema>>;
export type FeedConfig = Config["feeds"][number];
export type ChannelConfig = Config["channels"][number];

/** The news feed of the WTO. */
export const WTO_FEED = "https://www.wto.org/library/rss/latest_news_e.xml";

/**
 * The one description of the configuration file. The reference page and the JSON schema are made from it; what ties
 * one part to another (a channel to its chat) is checked in `references.ts`.
 */
export function configSchema(known: Known) {
  return z.strictObject({
    timezone: timezone
      .default("Europe/Zurich")
      .describe("The time zone of schedules and of the times in posts, as Region/City."),
    language: language.default("en").describe("The language of the words around a post: en, fr or es."),
    database: z
      .string()
      .regex(
        /^(?:file:.|postgres(?:ql)?:\/\/.)/,
        "should be file:./data/tradepost.db or postgres://user:password@host/name",
      )
      .default("file:./data/tradepost.db")
      .describe(
        "Where everything is kept: `file:` and a path, relative to the folder the bot is started in and on a local disk, or `postgres://user:password@host/name`.",
      ),
    feeds: z
      .array(feedSchema(known))
      .min(1)
      .prefault([{ name: "wto-news", url: WTO_FEED }])
      .describe("The feeds that are read. Left out: the news feed of the WTO in English."),
    chats: z.array(chatConfig).min(1).describe("The chat workspaces that the bot connects to."),
    channels: z
      .array(channelSchema(known))
      .default([])
      .describe("The channels that news goes to, besides those that are subscribed in the chats by `/wto subscribe`."),
    operators: operatorsSchema
      .optional()
      .describe("The channel that hears of trouble and of its end. Readers' channels never do."),
    article,
    brief,
    calendar: z
      .boolean()
      .default(false)
      .describe(
        "Whether the port below also serves `/calendar.ics` with the meetings, one a topic as `/calendar/TOPIC.ics`, and `/feed.xml` with the briefs.",
      ),
    http: httpSchema
      .optional()
      .describe("Pages for monitoring: `/healthz`, `/readyz` and `/metrics`. Left out: no port is opened."),
    ping: z
      .url({ protocol: /^https?$/, error: "should be a web address that begins with https:// or http://" })
      .optional()
      .describe(
        "An address that is called after each good poll, as healthchecks.io and the like give: whoever watches it hears when the calls stop. They stop too while the operators can't be told of trouble.",
      ),
    flood: numberOrDigits(z.int().min(1).max(100).default(5)).describe(
      "When more new items than this come at once, they go out as one digest post.",
    ),
    welcome: z.boolean().default(true).describe("Whether a new channel gets one post that says what it will get."),
    contact: z
      .string()
      .min(1)
      .optional()
      .describe(
        "An address or page of yours, sent along with each request, so that the feed's owner can reach you. Please set it.",
      ),
  });
}

const language = z.enum(LANGUAGES);

const timezone = z
  .string()
  .refine(isTimeZone, "is not a time zone: write it as Region/City, for example Europe/Zurich");

const digest = z
  .string()
  .transform((text, context) => parseDigest(text) ?? refuse(context, "should be `daily 17:30` or `weekly mon 09:00`"));

const quiet = z
  .string()
  .transform((text, context) => parseQuiet(text) ?? refuse(context, "should be two times of day, as `20:00-07:00`"));

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

const name = z.string().regex(/^[\w.-]+$/, "should be one word of letters, digits, dots and dashes");

const article = z
  .enum(["auto", "never", "always"])
  .default("auto")
  .describe(
    "Whether a new item is read with the article of its page, on the feed's own host: `auto` where its `robots.txt` allows it, `never`, or `always` for who has leave to. Where it can't be read at once, the lead stands alone.",
  );

const brief = z
  .strictObject({
    model: z
      .strictObject({
        url: z
          .url({ protocol: /^https?$/, error: "should be a web address that begins with https:// or http://" })
          .describe(
            "The address of an OpenAI-compatible endpoint, up to and with its version: `http://127.0.0.1:11434/v1`.",
          ),
        name: z.string().min(1).describe("The model's name, as the endpoint knows it."),
        apiKey: z.string().min(1).optional().describe("The key, where the endpoint wants one."),
      })
      .describe(
        "A language model that writes the briefs. What it writes is held against the source; where it fails, takes longer than 20 seconds or states what the source does not, the quoted brief goes out and the log says why.",
      ),
  })
  .optional()
  .describe("How briefs are made. Left out: of sentences of the source, on this machine.");

const chatName = name.describe("The name of one of the chats above.");

const channel = z
  .string()
  .min(1)
  .describe(
    "The channel's id. Slack: `C…`, at the bottom of the channel's details. Discord: the long number, in quotes. A terminal takes any word.",
  );

const httpSchema = z.strictObject({
  port: numberOrDigits(z.int().min(1).max(65_535)).describe("The port to listen on."),
  host: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe("The address to listen on: 127.0.0.1 for this machine only, 0.0.0.0 in a container."),
});

function feedSchema(known: Known) {
  return z.strictObject({
    name: name.describe("A short name for logs and commands. Keep it: what was read is remembered under it."),
    url: z
      .url({ protocol: /^https?$/, error: "should be a web address that begins with https:// or http://" })
      .describe("The feed's address: RSS 2.0, RSS 1.0 or Atom."),
    language: language.default("en").describe("The language that the feed is written in: en, fr or es."),
    schedule: z
      .string()
      .refine(known.isCron, 'is not a cron line: five fields, for example "*/15 * * * *" for every 15 minutes')
      .default("*/15 * * * *")
      .describe("When to look, as a cron line in the time zone above. Six fields begin with seconds."),
    unchangedDays: numberOrDigits(z.int().min(0).max(365).default(10)).describe(
      "After so many days in which the feed shows nothing new the operators hear of it. 0 for never.",
    ),
    backfill: numberOrDigits(z.int().min(0).max(100).default(0)).describe(
      "How many of the newest items to post at the very first look; everything else is only stored.",
    ),
  });
}

function channelSchema(known: Known) {
  const topic = known.topicIds.length > 0 ? z.enum(known.topicIds) : z.string();
  return z.strictObject({
    chat: chatName,
    channel,
    topics: z
      .array(topic)
      .min(1)
      .optional()
      .describe("Only items with one of these topics of `config/topics.yaml`. Left out: everything relevant."),
    language: language.optional().describe("The language of this channel's posts. Left out: the one above."),
    timezone: timezone
      .optional()
      .describe("The zone of this channel's digest and quiet hours. Left out: the one above."),
    digest: digest
      .optional()
      .describe(
        "One post at a fixed time in place of one for each item: `daily 17:30`, or `weekly mon 09:00`. Left out: each item when it comes.",
      ),
    quiet: quiet
      .optional()
      .describe("Hours in which posts wait until their end, `20:00-07:00`. Corrections in place are still made."),
    passing: z
      .array(z.string().min(1))
      .default([])
      .describe("Words and phrases whose items are posted in quiet hours too, without regard to case and accents."),
    silent: z
      .boolean()
      .default(false)
      .describe("Whether posts notify nobody, where the platform can do that: Discord."),
    signOfLife: z
      .boolean()
      .default(false)
      .describe(
        "Whether a digest goes out also where there is nothing new, so that silence is told from a bot that is down.",
      ),
    publish: z
      .boolean()
      .default(false)
      .describe("Whether posts in an announcement channel are published to the channels that follow it. Discord only."),
    threads: z
      .enum(["flat", "process"])
      .default("flat")
      .describe("`process`: what belongs to one process goes into the thread of the first post about it. Slack only."),
  });
}

const operatorsSchema = z.strictObject({
  chat: chatName,
  channel,
  instead: z
    .strictObject({ chat: chatName, channel })
    .optional()
    .describe("Another channel, best in another chat, that is told while this one refuses the bot."),
  signOfLife: z
    .boolean()
    .default(false)
    .describe("Whether the channel hears once a week, from Monday at 9 on, that the bot is at work."),
});

/** A number, also as the text that a variable of the environment gives. */
function numberOrDigits<T extends z.ZodType>(number: T) {
  return z.preprocess(digitsToNumber, number);
}

function isTimeZone(zone: string): boolean {
  try {
    return zone !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
