import type { Found, Search } from "../adapter.ts";
import { LIMITS } from "./limits.ts";
import { bearsMark } from "./mark.ts";
import { missingRights } from "./permissions.ts";
import { snowflakeAt } from "./snowflake.ts";
import type { FindTools } from "./find-tools.ts";
import { historyAnswer, threadsAnswer, type ChannelAnswer, type HistoryMessage } from "./wire.ts";

/** How far this machine's clock may be ahead of Discord's. */
const CLOCK_SLACK = 60 * 60_000;

/**
 * Looks among the threads of a forum since the first attempt, also those that were archived meanwhile, for one whose
 * first message bears the delivery's mark. Without the right to read, nothing is said.
 */
export async function findInForum(search: Search, tools: FindTools, signal: AbortSignal): Promise<Found> {
  const { channel: forum, bits } = await tools.inquiry.access(search.channel, signal);
  const missing = bits === undefined ? [] : missingRights(bits, ["View Channel", "Read Message History"]);
  if (missing.length > 0) {
    const remedy = "grant it in the forum's settings, Permissions";
    return { state: "unknown", reason: `the bot lacks ${missing.join(" and ")} in forum ${forum.id}: ${remedy}` };
  }
  const since = BigInt(snowflakeAt(search.since - CLOCK_SLACK));
  for (const { id } of await threadsOf(forum, tools, signal)) {
    if (BigInt(id) < since) continue;
    const first = await firstMessage(id, tools, signal);
    const footers = first?.embeds.flatMap((embed) => embed.footer?.text ?? []) ?? [];
    if (footers.some((footer) => bearsMark(footer, search.deliveryId))) return { state: "posted", messageId: id };
  }
  return { state: "absent" };
}

/** The threads of a forum: the active ones, and of the archived the latest hundred, which reach back far enough. */
async function threadsOf(
  forum: ChannelAnswer,
  { api, chat }: FindTools,
  signal: AbortSignal,
): Promise<readonly ChannelAnswer[]> {
  const doing = `${chat}: looking through forum ${forum.id}`;
  const shared = { method: "GET", answer: threadsAnswer, doing } as const;
  const active = await api.call({ ...shared, route: `/guilds/${forum.guild_id ?? ""}/threads/active` }, signal);
  const query = { limit: String(LIMITS.page) };
  const archived = await api.call({ ...shared, route: `/channels/${forum.id}/threads/archived/public`, query }, signal);
  return [...active.threads.filter(({ parent_id }) => parent_id === forum.id), ...archived.threads];
}

/** The first message of a thread, which has the thread's own id; undefined where it was deleted. */
async function firstMessage(
  thread: string,
  { api, chat }: FindTools,
  signal: AbortSignal,
): Promise<HistoryMessage | undefined> {
  const query = { after: (BigInt(thread) - 1n).toString(), limit: "1" };
  const doing = `${chat}: reading thread ${thread}`;
  const route = `/channels/${thread}/messages` as const;
  const found = await api.call({ method: "GET", route, query, answer: historyAnswer, doing }, signal);
  return found.find(({ id }) => id === thread);
}
