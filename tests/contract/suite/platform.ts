import type { ChatAdapter } from "../../../src/chat/adapter.ts";
import type { Talk } from "./talk.ts";

/** Something in a message that a reader can click. */
export interface SeenLink {
  /** The words that carry the link; the address itself where the platform shows it bare. */
  readonly text: string;
  readonly url: string;
}

/** A message as a reader of the channel sees it: markup is applied and gone, entities are decoded. */
export interface SeenMessage {
  /** The id that `send` gave back for it. */
  readonly messageId: string;
  /** Every word that shows, in reading order, lines parted by `\n`. Invisible characters stay in. */
  readonly text: string;
  /** Everything clickable, whether it was meant as a link or the platform made one of bare text. */
  readonly links: readonly SeenLink[];
  /** Everybody whom the message would notify, as the platform names them; also a channel or everyone. */
  readonly pings: readonly string[];
  /** The mark that `find` looks for, where the platform keeps one. */
  readonly deliveryId: string | undefined;
  /** The message that this one is tied to. */
  readonly replyTo: string | undefined;
}

/** How the answer to a request is lost. */
export type Loss = "reset" | "close" | "hang" | "500" | "502-html" | "200-html" | "cut";

/** What happens to a request. */
export type Fault =
  | { readonly kind: "rate-limited"; readonly retryAfterSeconds: number }
  | { readonly kind: "unauthorised" }
  | { readonly kind: "rejected" }
  /** The request arrives whole, is carried out (`stored`) or not, and the adapter never learns which. */
  | { readonly kind: "lost"; readonly how: Loss; readonly stored: boolean };

/** The calls of an adapter that can be made to fail. */
export type Call = "send" | "edit" | "find";

/** The server behind the adapter, as far as the suite has to lead it. */
export interface Server {
  /**
   * The next request of this call meets the fault; the one after it does not. `struck` resolves when the fault has
   * happened (for `hang`: when the whole request has arrived), so that nobody has to wait by the clock.
   */
  failNext(call: Call, fault: Fault): { readonly struck: Promise<void> };
  /** Nobody listens any more until the result is disposed: connections are refused. */
  outage(): Promise<AsyncDisposable>;
  /** How many requests that can post have been made so far, failed ones included. */
  postingRequests(): number;
  /** Deletes a message behind the adapter's back. */
  remove(channel: string, messageId: string): Promise<void>;
  /** From now on the adapter may post, but not read what was posted in `channel`. */
  denyReading(channel: string): Promise<void>;
  /** Cuts the live connection without a goodbye; resolves when it is cut. Whether the adapter can come back is up to `outage`. */
  dropConnection(): Promise<void>;
  /** Resolves when no connection is open any more, neither a live one nor one that is kept for later. */
  allClosed(): Promise<void>;
}

/** An adapter with the chat platform that it talks to. */
export interface Platform extends AsyncDisposable {
  /** Fresh, not listening. The suite disposes it. */
  readonly adapter: ChatAdapter;
  /** Where the adapter may post. Empty at the start. */
  readonly channel: string;
  /** Where it may not, and what the remedy must say; undefined where everything is allowed. */
  readonly forbidden: { readonly channel: string; readonly remedy: RegExp } | undefined;
  /** What must never show in an error, a finding or a log line. */
  readonly secrets: readonly string[];
  /** What the adapter wrote to its log, each line with its fields as JSON. */
  logged(): readonly string[];
  /** What a reader sees, oldest first. */
  messages(channel: string): Promise<readonly SeenMessage[]>;
  /** Undefined where no server is involved and so nothing can be lost: the suite then asserts nothing about faults. */
  readonly server: Server | undefined;
  /** People who ask, where the platform has them. */
  readonly talk?: Talk;
}
