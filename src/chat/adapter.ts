import type { Desk } from "../model/ask.ts";
import type { Log } from "../model/log.ts";
import type { Post } from "../model/post.ts";
import type { Clock, Millis } from "../model/time.ts";

/** What an adapter can do. The delivery half acts on what is said here. */
export interface Capabilities {
  /** Sent messages can be changed in place. */
  readonly edit: boolean;
  /** A short message can be tied to an earlier one. */
  readonly reply: boolean;
  /** The platform can be asked whether a delivery was posted. */
  readonly find: boolean;
  /** Messages of an announcement channel can be passed on to the channels that follow it. */
  readonly publish: boolean;
  /** Messages can be sent without notifying anybody. */
  readonly silent: boolean;
  /** For how long after the first try a repeated `send` with the same delivery id cannot post twice; 0 where it can. */
  readonly dedupeWindow: Millis;
}

/** Which message is meant: one delivery into one channel. */
export interface Delivery {
  /** The channel as the configuration names it, for example `C0123456789`. */
  readonly channel: string;
  /** 24 lower-case hexadecimal characters, the same at each attempt. Serves as nonce and as mark. */
  readonly id: string;
  /** The message that this one answers, where there is one. */
  readonly replyTo: string | undefined;
  /** Whether nobody is to be notified, where the platform can do that. */
  readonly silent?: boolean;
}

export interface Receipt {
  /** The platform's own id of the message. */
  readonly messageId: string;
}

/** A message that was sent earlier. */
export interface SentMessage {
  readonly channel: string;
  readonly deliveryId: string;
  readonly messageId: string;
}

/** Where and when to look for a delivery whose answer was lost. */
export interface Search {
  readonly channel: string;
  readonly deliveryId: string;
  readonly replyTo: string | undefined;
  /** The first attempt; nothing earlier needs reading. */
  readonly since: Millis;
}

/**
 * The answer to "was this delivery posted?". `absent` may only be said where absence can be trusted: the right to read
 * is proved and the window was read to its end. Otherwise `unknown`, with the reason and what to do.
 */
export type Found =
  | { readonly state: "posted"; readonly messageId: string }
  | { readonly state: "absent" }
  | { readonly state: "unknown"; readonly reason: string };

/** One line of `tradepost check`: what was looked at, and what to do where it is not in order. */
export interface Finding {
  readonly ok: boolean;
  readonly subject: string;
  readonly detail: string;
  readonly remedy: string | undefined;
}

/** Whether the live connection stands, for `status` and the health page. */
export type Connection = "none" | "connecting" | "connected" | "lost";

/**
 * One connection to one chat workspace. Every method but `verify` throws ChatError and nothing else; a method that is
 * aborted by its signal after the request may have left throws `ambiguous`. No method retries.
 */
export interface ChatAdapter extends AsyncDisposable {
  readonly capabilities: Capabilities;

  /** Looks at the credentials and at each channel, posting nothing. Trouble is a finding, not an error. */
  verify(channels: readonly string[], signal: AbortSignal): Promise<readonly Finding[]>;

  /**
   * Connects and stays connected until disposed, offers the desk's commands and brings it what is asked. Resolves once
   * connected; throws `unauthorised` or `unreachable`.
   */
  listen(desk: Desk, signal: AbortSignal): Promise<void>;

  /** The state of the live connection now. */
  connection(): Connection;

  /** Posts once: exactly one request that can post. */
  send(post: Post, delivery: Delivery, signal: AbortSignal): Promise<Receipt>;

  /** Brings a sent message to the state of `post`. May be repeated freely. */
  edit(post: Post, message: SentMessage, signal: AbortSignal): Promise<void>;

  /** Whether a repeated `send` can't post twice in this channel either, within `dedupeWindow`; left out where that holds in all. */
  dedupes?(channel: string, signal: AbortSignal): Promise<boolean>;

  /** Passes a sent message on to the channels that follow its channel. May be repeated freely. Throws `rejected` where there is no such thing. */
  publish(message: SentMessage, signal: AbortSignal): Promise<void>;

  /** Takes a sent message away, for `check --post`; left out where the platform can't. Throws `gone` where it is away already. */
  remove?(message: SentMessage, signal: AbortSignal): Promise<void>;

  /** Asks the platform whether a delivery was posted. */
  find(search: Search, signal: AbortSignal): Promise<Found>;
}

/** What an adapter is given besides its own configuration. */
export interface AdapterTools {
  readonly clock: Clock;
  readonly log: Log;
  /** Where a terminal adapter prints; chat platforms do not use it. */
  readonly print: (text: string) => void;
  /** What a person types at the program's own terminal, a line at a time; undefined where nobody sits there. */
  readonly lines?: (() => AsyncIterable<string>) | undefined;
  /** Keeps what workspaces give when they install the app, by the workspace's id. Only where the adapter can be installed. */
  readonly installations?: InstallationRows;
}

/** Texts kept in the database, each under the id of a workspace. They hold secrets: the adapter seals them. */
export interface InstallationRows {
  read(workspace: string): Promise<string | undefined>;
  save(workspace: string, sealed: string): Promise<void>;
  remove(workspace: string): Promise<void>;
  list(): Promise<readonly string[]>;
}
