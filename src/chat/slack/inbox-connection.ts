import type { App, Logger } from "@slack/bolt";
import type { Desk } from "../../model/ask.ts";
import type { Log } from "../../model/log.ts";
import { ChatError } from "../errors.ts";
import type { Access, SlackConfig } from "./config.ts";
import { openInbox, type Inbox } from "./http.ts";
import type { Live } from "./live.ts";
import type { Workspaces } from "./workspaces.ts";

/** The connection of a bot that Slack calls: a server, which stands or does not. */
export function inboxConnection(
  config: SlackConfig,
  access: Exclude<Access, { readonly kind: "socket" }>,
  workspaces: Workspaces | undefined,
  logger: Logger,
  attach: (desk: Desk) => (app: App) => void,
  log: Log,
): Live {
  let inbox: Inbox | undefined;
  return {
    state: () => (inbox === undefined ? "none" : "connected"),
    async open(desk) {
      if (inbox !== undefined) return;
      try {
        inbox = await openInbox(config, access, workspaces, logger, attach(desk));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const message = `${config.name}: can't listen on ${config.host}:${config.port}: ${reason}; choose another port`;
        throw new ChatError("unreachable", message, { cause: error });
      }
      log.info({ chat: config.name, host: config.host, port: inbox.port }, "listening for slack");
    },
    async close() {
      await inbox?.close();
      inbox = undefined;
    },
  };
}
