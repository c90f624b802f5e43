import type { webApi } from "@slack/bolt";
import type { Finding } from "../adapter.ts";
import type { Place } from "./place.ts";
import { SCOPES } from "./scopes.ts";
import { explain } from "./errors.ts";

/** Looks at each workspace with its channels, each known one and each that the channels name. */
export async function verifyPlaces(
  places: readonly Place[],
  known: readonly string[],
  clientFor: (team: string) => Promise<webApi.WebClient>,
  appClient: webApi.WebClient | undefined,
): Promise<readonly Finding[]> {
  const teams = new Set([...known, ...places.map(({ team }) => team)]);
  const findings = [...teams].map(async (team) => {
    const channels = places.filter((place) => place.team === team).map(({ channel }) => channel);
    try {
      return await verifySlack(await clientFor(team), appClient, channels);
    } catch (error) {
      return [
        wrong(`workspace ${team}`, error instanceof Error ? error.message : String(error), "install the app there"),
      ];
    }
  });
  return (await Promise.all(findings)).flat();
}

/**
 * Looks at the tokens, the bot's scopes and each channel. Posts nothing; the app token is tried by asking for a socket
 * address, which is then left unused.
 */
async function verifySlack(
  client: webApi.WebClient,
  appClient: webApi.WebClient | undefined,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  const app = appClient === undefined ? [] : [await checkAppToken(appClient)];
  try {
    const who = await client.auth.test();
    const bot = who.user ?? "tradepost";
    const workspace = fine("bot token", `workspace ${who.team ?? "(no name)"}, as @${bot}`);
    const found = await Promise.all(channels.map((channel) => checkChannel(client, channel, bot)));
    return [workspace, ...scopeFindings(who.response_metadata?.scopes), ...app, ...found];
  } catch (error) {
    return [trouble("bot token", error), ...app];
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
