import type { Millis } from "../../model/time.ts";
import type { Found, Search } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { findInForum } from "./find-in-forum.ts";
import type { FindTools } from "./find-tools.ts";
import { LIMITS } from "./limits.ts";
import { bearsMark } from "./mark.ts";
import { missingRights } from "./permissions.ts";
import { isSnowflake, snowflakeAt } from "./snowflake.ts";
import { historyAnswer, type HistoryMessage } from "./wire.ts";

/** How far this machine's clock may be ahead of Discord's before a message of ours is looked for too late in the channel. */
const CLOCK_SLACK: Millis = 60 * 60_000;
/** More than that can't be read in good time: 20,000 messages. */
const MOST_PAGES = 200;
/** A pause between pages that Discord asks for is waited out up to this length. */
const LONGEST_PAUSE: Millis = 15_000;
/** Message flag SUPPRESS_EMBEDS: somebody removed the embeds, and with them our mark. */
const EMBEDS_REMOVED = 1 << 2;

/**
 * Looks through the channel, from its newest message back to the first attempt, for a message of ours that bears the
 * delivery's mark. The newest page is read whatever our clock says, which may have been wrong when the attempt was made.
 * Without the right to read, Discord answers an empty list and no error: so absence is said only where the channel showed
 * some message, or else where the right to read is looked up and there.
 * Source: https://docs.discord.com/developers/resources/message#get-channel-messages
 */
export async function findDelivery(search: Search, tools: FindTools, signal: AbortSignal): Promise<Found> {
  if (!isSnowflake(search.channel)) {
    return { state: "unknown", reason: `"${search.channel}" is not the id of a Discord channel` };
  }
  if (!(await tools.inquiry.isForum(search.channel, signal))) return await findInChannel(search, tools, signal);
  if (search.replyTo === undefined) return await findInForum(search, tools, signal);
  // What answers a post of a forum stands in the post's thread, which has the post's id.
  return await findInChannel({ ...search, channel: search.replyTo }, tools, signal);
}

async function findInChannel(search: Search, tools: FindTools, signal: AbortSignal): Promise<Found> {
  const botId = await tools.inquiry.botId(signal);
  const start = BigInt(snowflakeAt(search.since - CLOCK_SLACK));
  let before: string | undefined;
  let bare = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await readPage(search.channel, before, tools, signal);
    const own = messages.filter((message) => message.author.id === botId);
    const match = own.find((message) => footersOf(message).some((footer) => bearsMark(footer, search.deliveryId)));
    if (match !== undefined) return { state: "posted", messageId: match.id };
    bare ||= own.some((message) => BigInt(message.id) >= start && hasLostItsEmbeds(message));
    const first = earliest(messages);
    if (first === undefined && page === 0) return absentIfReadable(search.channel, tools, signal);
    if (first === undefined || messages.length < LIMITS.page || first < start)
      return bare ? REMOVED : { state: "absent" };
    before = first.toString();
  }
  const read = MOST_PAGES * LIMITS.page;
  return {
    state: "unknown",
    reason: `channel ${search.channel} has more than ${read} messages since then; look by hand`,
  };
}

const REMOVED: Found = {
  state: "unknown",
  reason: "somebody removed the embeds of a message of ours, so that it can't be told which it is; look by hand",
};

async function absentIfReadable(channelId: string, tools: FindTools, signal: AbortSignal): Promise<Found> {
  const { bits } = await tools.inquiry.access(channelId, signal);
  const missing = bits === undefined ? [] : missingRights(bits, ["View Channel", "Read Message History"]);
  if (missing.length === 0) return { state: "absent" };
  const remedy = "grant it in the channel's settings, Permissions";
  return { state: "unknown", reason: `the bot lacks ${missing.join(" and ")} in channel ${channelId}: ${remedy}` };
}

/** The newest messages before an id, or of all, in whatever order. Only a later page waits for Discord's rate limit. */
async function readPage(
  channel: string,
  before: string | undefined,
  tools: FindTools,
  signal: AbortSignal,
): Promise<readonly HistoryMessage[]> {
  const call = {
    method: "GET",
    route: `/channels/${channel}/messages`,
    query: { limit: String(LIMITS.page), ...(before === undefined ? {} : { before }) },
    answer: historyAnswer,
    doing: `${tools.chat}: reading channel ${channel}`,
  } as const;
  for (;;) {
    try {
      return await tools.api.call(call, signal);
    } catch (error) {
      const pause = error instanceof ChatError && error.failure === "rate-limited" ? error.retryAfter : undefined;
      if (before === undefined || pause === undefined || pause > LONGEST_PAUSE) throw error;
      await tools.clock.sleep(pause, signal).catch((cause: unknown) => {
        throw new ChatError("ambiguous", `${call.doing}: stopped while waiting`, { cause });
      });
    }
  }
}

function earliest(messages: readonly HistoryMessage[]): bigint | undefined {
  let first: bigint | undefined;
  for (const { id } of messages) {
    const value = BigInt(id);
    if (first === undefined || value < first) first = value;
  }
  return first;
}

function footersOf(message: HistoryMessage): readonly string[] {
  return message.embeds.flatMap((embed) => (embed.footer == null ? [] : [embed.footer.text]));
}

function hasLostItsEmbeds(message: HistoryMessage): boolean {
  return message.embeds.length === 0 || ((message.flags ?? 0) & EMBEDS_REMOVED) !== 0;
}
