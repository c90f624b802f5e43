import { App, SocketModeReceiver, type Logger } from "@slack/bolt";
import { clientOptions } from "./client.ts";
import type { Access, SlackConfig } from "./config.ts";

/** One Socket Mode connection, from its hello to its end. */
export interface Socket {
  /** Resolves when the connection is over, whoever ended it. Never rejects. */
  readonly ended: Promise<void>;
  /** Ends the connection at once and leaves nothing open. */
  close(): void;
}

/**
 * Opens one connection and resolves once Slack has said hello; rejects with the SDK's error. The SDK's own reconnecting
 * is off: while Slack is away it ends the process with an unhandled rejection (slackapi/node-slack-sdk#2656), and after
 * each refresh it is deaf for five seconds.
 * @param attach registers what is to be heard
 * @param signal gives up while connecting
 */
export async function openSocket(
  config: SlackConfig,
  access: Extract<Access, { readonly kind: "socket" }>,
  logger: Logger,
  attach: (app: App) => void,
  signal: AbortSignal,
): Promise<Socket> {
  const receiver = new SocketModeReceiver({
    appToken: access.appToken,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions: clientOptions(config, logger, signal) },
    // An acknowledgement that fails because the socket went away meanwhile must not end the process.
    processEventErrorHandler: async ({ error }) => {
      logger.error(error);
      return false;
    },
  });
  const app = new App({
    receiver,
    logger,
    token: access.botToken,
    tokenVerificationEnabled: false,
    convoStore: false,
    // Not the receiver's object: the SDK writes its own retries into that one.
    clientOptions: clientOptions(config, logger, NEVER),
  });
  attach(app);
  const { client } = receiver;
  const ended = new Promise<void>((resolve) => {
    client.once("disconnected", () => resolve());
  });
  const close = (): void => {
    // The first call says goodbye and would wait for the answer, for up to 30 seconds; the second lets go.
    void client.disconnect();
    void client.disconnect();
  };
  signal.addEventListener("abort", close, { once: true });
  try {
    await app.start();
    signal.throwIfAborted();
    return { ended, close };
  } catch (error) {
    close();
    // The SDK rejects with nothing where the socket was closed before its hello.
    throw error ?? new Error("the socket was closed before Slack said hello");
  } finally {
    signal.removeEventListener("abort", close);
  }
}

const NEVER = new AbortController().signal;
