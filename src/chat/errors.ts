import type { Millis } from "../model/time.ts";

/**
 * What went wrong, named by the decision that the delivery half takes:
 *
 * - `rate-limited`: certainly not done; again after `retryAfter`.
 * - `unreachable`: certainly not done (connection refused, name not found); again later.
 * - `ambiguous`: the request may have been carried out; ask before posting again.
 * - `unauthorised`: the credentials are refused; everything of this chat waits.
 * - `channel-unavailable`: archived, unknown, not invited, permission gone; the channel waits. The message holds the remedy.
 * - `rejected`: the platform will never take this message.
 * - `gone`: the message to edit or reply to is no longer there, or may not be edited.
 */
export type ChatFailure =
  | "rate-limited"
  | "unreachable"
  | "ambiguous"
  | "unauthorised"
  | "channel-unavailable"
  | "rejected"
  | "gone";

export interface ChatErrorOptions extends ErrorOptions {
  /** Only with `rate-limited`: how long the platform asks to wait. */
  readonly retryAfter?: Millis;
}

/** The only error that an adapter throws. The message says what failed, where and what to do, and holds no secret. */
export class ChatError extends Error {
  override readonly name = "ChatError";
  readonly failure: ChatFailure;
  readonly retryAfter: Millis | undefined;

  constructor(failure: ChatFailure, message: string, options: ChatErrorOptions = {}) {
    super(message, options);
    this.failure = failure;
    this.retryAfter = options.retryAfter;
  }
}
