import type { App, webApi } from "@slack/bolt";
import type { Desk } from "../../model/ask.ts";
import type { AdapterTools, Capabilities, ChatAdapter } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { clientOptions, webClient } from "./client.ts";
import { accessOf, type SlackConfig } from "./config.ts";
import { findMessage } from "./find.ts";
import { inboxConnection } from "./inbox-connection.ts";
import { listenOn } from "./listeners.ts";
import { liveConnection } from "./live.ts";
import { managersOf } from "./managers.ts";
import { placeIn, placeName } from "./place.ts";
import { deleteMessage, postMessage, updateMessage } from "./posting.ts";
import { sealingKey } from "./seal.ts";
import { sdkLog } from "./sdk-log.ts";
import { openSocket } from "./socket.ts";
import { verifyPlaces } from "./verify.ts";
import { workspacesOf } from "./workspaces.ts";

/** Slack has no key that makes a post idempotent: what was lost must be looked for. */
const CAPABILITIES: Capabilities = {
  edit: true,
  reply: true,
  find: true,
  publish: false,
  silent: false,
  dedupeWindow: 0,
};

/** The adapter itself, through the real SDK. Use `createSlack`, which loads it only when it is needed. */
export function slackAdapter(config: SlackConfig, tools: AdapterTools): ChatAdapter {
  const access = accessOf(config);
  const logger = sdkLog(tools.log);
  const stop = new AbortController();
  const optionsFor = (signal: AbortSignal) => clientOptions(config, logger, AbortSignal.any([signal, stop.signal]));
  const several = access.kind === "installed";
  const workspaces =
    access.kind === "installed"
      ? workspacesOf(rowsOf(tools, config.name), sealingKey(access.encryptionKey))
      : undefined;
  const clientFor = async (team: string, signal: AbortSignal): Promise<webApi.WebClient> => {
    const token = access.kind === "installed" ? await workspaces?.botToken(team) : access.botToken;
    return webClient(token ?? "", optionsFor(signal));
  };
  const managers = managersOf(config.managers, clientFor, tools.log);
  const channelName = (team: string, channel: string): string => placeName(team, channel, several);
  const uninstalled = async (team: string): Promise<void> => await workspaces?.remove(team);
  const hearing = { managers, log: tools.log, channelName, uninstalled, signal: stop.signal };
  const attach = (desk: Desk) => (app: App) => listenOn(app, { ...hearing, desk });
  const live =
    access.kind === "socket"
      ? liveConnection((desk, signal) => openSocket(config, access, logger, attach(desk), signal), tools)
      : inboxConnection(config, access, workspaces, logger, attach, tools.log);
  /** Does something in a channel, which is named to Slack without its workspace. */
  const at = async <Asked extends { readonly channel: string }, T>(
    asked: Asked,
    signal: AbortSignal,
    action: string,
    work: (client: webApi.WebClient, asked: Asked) => Promise<T>,
  ): Promise<T> => {
    if (signal.aborted || stop.signal.aborted) throw tooLate(`${action} ${asked.channel}`, signal.reason);
    const { team, channel } = placeIn(asked.channel, several);
    return await work(await clientFor(team, signal), { ...asked, channel });
  };
  return {
    capabilities: CAPABILITIES,
    async verify(channels, signal) {
      const appClient = access.kind === "socket" ? webClient(access.appToken, optionsFor(signal)) : undefined;
      const places = channels.map((channel) => placeIn(channel, several));
      const teams = workspaces === undefined ? [""] : await workspaces.list();
      return await verifyPlaces(places, teams, (team) => clientFor(team, signal), appClient);
    },
    listen: (desk, signal) => live.open(desk, signal),
    connection: () => live.state(),
    send: (post, delivery, signal) =>
      at(delivery, signal, "post to", (client, asked) => postMessage(client, post, asked)),
    edit: (post, message, signal) =>
      at(message, signal, "edit in", (client, asked) => updateMessage(client, post, asked)),
    remove: (message, signal) => at(message, signal, "delete in", deleteMessage),
    publish: () => Promise.reject(new ChatError("rejected", "Slack has no channels that others follow")),
    find: (search, signal) => at(search, signal, "look into", findMessage),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await live.close();
    },
  };
}

function tooLate(doing: string, cause: unknown): ChatError {
  return new ChatError("unreachable", `can't ${doing}: stopped before it began`, { cause });
}

function rowsOf({ installations }: AdapterTools, chat: string) {
  if (installations !== undefined) return installations;
  throw new Error(`${chat}: workspaces can't install the app here, since there is no database to keep their tokens in`);
}
