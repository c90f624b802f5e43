import { App, HTTPReceiver, type Logger } from "@slack/bolt";
import { clientOptions } from "./client.ts";
import type { Access, SlackConfig } from "./config.ts";
import { SCOPES } from "./scopes.ts";
import type { Workspaces } from "./workspaces.ts";

/** A server to which Slack brings what people ask. */
export interface Inbox {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens for Slack's requests at `/slack/events`, each with a signature that is checked and no older than five minutes
 * (docs.slack.dev/authentication/verifying-requests-from-slack), and where workspaces may install the app, at
 * `/slack/install` and `/slack/oauth_redirect`. Rejects where the port is taken.
 */
export async function openInbox(
  config: SlackConfig,
  access: Exclude<Access, { readonly kind: "socket" }>,
  workspaces: Workspaces | undefined,
  logger: Logger,
  attach: (app: App) => void,
): Promise<Inbox> {
  const options = clientOptions(config, logger, NEVER);
  const receiver = new HTTPReceiver({
    signingSecret: access.signingSecret,
    logger,
    // A question that can't be acknowledged any more must not end the process.
    processEventErrorHandler: async ({ error, response }) => {
      logger.error(error);
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
    ...(access.kind === "installed" &&
      workspaces !== undefined && {
        clientId: access.clientId,
        clientSecret: access.clientSecret,
        stateSecret: access.stateSecret,
        scopes: SCOPES.map(({ scope }) => scope),
        installationStore: workspaces.store,
        ...redirectOf(config),
        installerOptions: {
          directInstall: true,
          redirectUriPath: REDIRECT,
          clientOptions: options,
          authorizationUrl: new URL("/oauth/v2/authorize", config.apiUrl).href,
        },
      }),
  });
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    clientOptions: options,
    ...(access.kind === "http" && { token: access.botToken, tokenVerificationEnabled: false }),
  });
  attach(app);
  const server = await app.start({ port: config.port, host: config.host });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : config.port,
    async close() {
      const closed = app.stop();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

const REDIRECT = "/slack/oauth_redirect";

/** Where Slack sends whoever has installed the app; it knows by itself where there is but one address. */
function redirectOf({ publicUrl }: SlackConfig): { readonly redirectUri?: string } {
  return publicUrl === undefined ? {} : { redirectUri: new URL(REDIRECT, publicUrl).href };
}

const NEVER = new AbortController().signal;
