import type { webApi } from "@slack/bolt";
import type { Millis } from "../../model/time.ts";
import type { Found, Search } from "../adapter.ts";
import { asChatError } from "./errors.ts";
import { bears, type SeenMetadata } from "./mark.ts";

/** Slack dates messages by its own clock: so much may ours be ahead of it. */
const CLOCK_SLACK: Millis = 5 * 60_000;
/** What a distributed app outside Slack's Marketplace gets at once (docs.slack.dev/apis/web-api/rate-limits); others would get more. */
const PAGE = 15;
const MOST_PAGES = 20;

/**
 * Looks for a delivery's mark in the messages since its first attempt: in the channel, or in the thread it answered
 * in, since each thread has its own history. The newest page is read whatever our clock says, which may have been wrong
 * when the attempt was made. Throws ChatError where asking itself fails.
 */
export async function findMessage(client: webApi.WebClient, search: Search): Promise<Found> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await readPage(client, search, cursor);
    if ("reason" in read) return { state: "unknown", reason: read.reason };
    for (const message of read.messages) {
      const mark = bears(message.metadata, search.deliveryId);
      if (mark === "yes" && message.ts !== undefined) return { state: "posted", messageId: message.ts };
      if (mark === "hidden") return { state: "unknown", reason: "Slack hides which delivery a message belongs to" };
    }
    if (read.next === undefined || isBefore(read.messages.at(-1), search)) return { state: "absent" };
    cursor = read.next;
  }
  return {
    state: "unknown",
    reason: `${search.channel} has more than ${PAGE * MOST_PAGES} messages since; look there`,
  };
}

/** Whether all that follows is older than the first attempt. Only a channel is read from its newest message on. */
function isBefore(last: Page["messages"][number] | undefined, { since, replyTo }: Search): boolean {
  return replyTo === undefined && last?.ts !== undefined && Number(last.ts) * 1000 < since - CLOCK_SLACK;
}

interface Page {
  readonly messages: readonly { readonly ts?: string; readonly metadata?: SeenMetadata }[];
  readonly next: string | undefined;
}

async function readPage(
  client: webApi.WebClient,
  search: Search,
  cursor: string | undefined,
): Promise<Page | { readonly reason: string }> {
  const window = {
    channel: search.channel,
    include_all_metadata: true,
    limit: PAGE,
    ...(cursor === undefined ? {} : { cursor }),
  };
  try {
    const answer =
      search.replyTo === undefined
        ? await client.conversations.history(window)
        : await client.conversations.replies({ ...window, ts: search.replyTo });
    if (answer.messages === undefined) return { reason: "Slack's answer holds no messages" };
    const next = answer.response_metadata?.next_cursor;
    if (next) return { messages: answer.messages, next };
    if (answer.has_more === true) return { reason: "Slack says that there is more, but not where" };
    return { messages: answer.messages, next: undefined };
  } catch (error) {
    const failure = asChatError(error, { action: `look for a post in ${search.channel}`, channel: search.channel });
    if (isUnreadable(error)) return { reason: failure.message };
    throw failure;
  }
}

/** Whether Slack will not show the place at all, so that nothing can be said about it. A channel that shut us out may open again. */
function isUnreadable(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("data" in error)) return false;
  const { data } = error;
  if (typeof data !== "object" || data === null || !("error" in data)) return false;
  return typeof data.error === "string" && UNREADABLE.has(data.error);
}

const UNREADABLE: ReadonlySet<string> = new Set(["missing_scope", "thread_not_found"]);
