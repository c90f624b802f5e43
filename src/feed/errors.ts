import type { Millis } from "../model/time.ts";

/**
 * Why a look at a feed failed:
 *
 * - `unreachable`: name not found, connection refused or reset, TLS refused.
 * - `timeout`: no connection, or no complete answer, within the limit.
 * - `status`: the server answered with an error; `status` says which.
 * - `redirect`: too many, in a circle, or to where no feed may send this machine.
 * - `too-large`: more bytes than the limit, as sent or once unpacked.
 * - `truncated`: the answer ended before the document did.
 * - `encoding`: packed in a way that cannot be unpacked.
 * - `not-a-feed`: an HTML page, an empty body, or anything else that is no RSS or Atom.
 * - `malformed`: a feed that cannot be read, even after repair.
 * - `refused`: a document that declares entities, which is how XML bombs are made.
 * - `empty`: a well-formed feed without a single item.
 */
export type FeedFailure =
  | "unreachable"
  | "timeout"
  | "status"
  | "redirect"
  | "too-large"
  | "truncated"
  | "encoding"
  | "not-a-feed"
  | "malformed"
  | "refused"
  | "empty";

export interface FeedErrorOptions extends ErrorOptions {
  /** The HTTP status, only with `status`. */
  readonly status?: number;
  /** How long the server asks to wait, in milliseconds from now. */
  readonly retryAfter?: Millis | undefined;
}

/** The only error that reading a feed throws. The message says what failed, where and what to do; it holds no credentials. */
export class FeedError extends Error {
  override readonly name = "FeedError";
  readonly failure: FeedFailure;
  readonly status: number | undefined;
  readonly retryAfter: Millis | undefined;

  constructor(failure: FeedFailure, message: string, options: FeedErrorOptions = {}) {
    super(message, options);
    this.failure = failure;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}
