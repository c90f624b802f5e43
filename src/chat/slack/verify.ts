import type { webApi } from "@slack/bolt";
import type { Finding } from "../adapter.ts";
import { explain } from "./errors.ts";

/** The clients that the check needs: one for each token. */
export interface Clients {
  readonly bot: webApi.WebClient;
  readonly app: webApi.WebClient;
}

/**
 * Looks at both tokens, the bot's scopes and each channel. Posts nothing; the app token is tried by asking for a socket
 * address, which is then left unused.
 */
export async function verifySlack(clients: Clients, channels: readonly string[]): Promise<readonly Finding[]> {
  const app = await checkAppToken(clients.app);
  try {
    const who = await clients.bot.auth.test();
    const bot = who.user ?? "tradepost";
    const workspace = fine("bot token", `workspace ${who.team ?? "(no name)"}, as @${bot}`);
    const found = await Promise.all(channels.map((channel) => checkChannel(clients.bot, channel, bot)));
    return [workspace, ...scopeFindings(who.response_metadata?.scopes), app, ...found];
  } catch (error) {
    return [trouble("bot token", error), app];
  }
}

async function checkAppToken(client: webApi.WebClient): Promise<Finding> {
  try {
    await client.apps.connections.open({});
    return fine("app token", "opens Socket Mode connections");
  } catch (error) {
    return trouble("app token", error);
  }
}

async function checkChannel(client: webApi.WebClient, channel: string, bot: string): Promise<Finding> {
  const subject = `channel ${channel}`;
  try {
    const { channel: info } = await client.conversations.info({ channel });
    const name = info?.name === undefined ? channel : `#${info.name}`;
    if (info?.is_archived === true)
      return wrong(subject, `${name} is archived`, "unarchive it or take it out of the configuration");
    if (info?.is_member !== true) return wrong(subject, `the bot is not in ${name}`, `type /invite @${bot} in ${name}`);
    if (info.is_read_only === true)
      return wrong(
        subject,
        `${name} is read-only`,
        "let the app post there: the channel's settings, Posting permissions",
      );
    return fine(subject, `${name}: the bot is in it`);
  } catch (error) {
    return trouble(subject, error, channel);
  }
}

/** What each scope is for. Where a private channel lacks one, the channel's own finding says so as well. */
const SCOPES = [
  { scope: "chat:write", without: "nothing can be posted", needed: true },
  { scope: "channels:read", without: "public channels can't be checked", needed: true },
  { scope: "channels:history", without: "a post whose answer was lost can't be looked for, and is held", needed: true },
  { scope: "groups:read", without: "private channels can't be checked", needed: false },
  {
    scope: "groups:history",
    without: "a lost post in a private channel can't be looked for, and is held",
    needed: false,
  },
] as const;

function scopeFindings(granted: readonly string[] | undefined): readonly Finding[] {
  if (granted === undefined) return [];
  return SCOPES.filter(({ scope }) => !granted.includes(scope)).map(({ scope, without, needed }) => ({
    ok: !needed,
    subject: `scope ${scope}`,
    detail: `missing: ${without}${needed ? "" : " (fine if there are none)"}`,
    remedy: `add ${scope} under OAuth & Permissions, then install the app to the workspace again`,
  }));
}

function fine(subject: string, detail: string): Finding {
  return { ok: true, subject, detail, remedy: undefined };
}

function wrong(subject: string, detail: string, remedy: string): Finding {
  return { ok: false, subject, detail, remedy };
}

function trouble(subject: string, error: unknown, channel?: string): Finding {
  const { reason, remedy } = explain(error, channel);
  return { ok: false, subject, detail: reason, remedy };
}
