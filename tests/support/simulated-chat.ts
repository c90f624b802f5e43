import type { ChatAdapter, Found } from "../../src/chat/adapter.ts";
import { ChatError } from "../../src/chat/errors.ts";
import { plainText } from "../../src/chat/plain-text.ts";
import type { Post } from "../../src/model/post.ts";
import type { Clock, Millis } from "../../src/model/time.ts";

/** What happens to one call that posts, edits or asks. */
export type Fate =
  | { readonly kind: "ok" }
  | { readonly kind: "refused" }
  | { readonly kind: "limited"; readonly retryAfter: Millis }
  | { readonly kind: "unavailable" }
  | { readonly kind: "unauthorised" }
  | { readonly kind: "rejected" }
  | { readonly kind: "gone" }
  /** The answer is lost; the platform stores the post after so many milliseconds, or never. */
  | { readonly kind: "lost"; readonly storedAfter: Millis | undefined };

export interface Shown {
  readonly id: string;
  readonly deliveryId: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly silent: boolean;
  /** The buttons below it. */
  readonly buttons: readonly string[];
}

/** A chat platform in memory that keeps messages as a server would and meets each call with the next fate. */
export interface SimulatedChat extends ChatAdapter {
  /** What a reader of the channel sees now. */
  messages(channel: string): readonly Shown[];
  /** The fates of the next calls; when used up, all goes well. */
  readonly fates: Fate[];
  readonly sends: number;
  readonly edits: number;
  /** The ids of the messages that were passed on. */
  readonly published: readonly string[];
}

export interface ChatOptions {
  readonly clock: Clock;
  readonly find?: boolean;
  readonly edit?: boolean;
  readonly publish?: boolean;
  readonly silent?: boolean;
  /** How long the platform drops a repeated post of the same delivery. */
  readonly dedupeWindow?: Millis;
}

export function simulatedChat({
  clock,
  find = true,
  edit = true,
  publish = false,
  silent = false,
  dedupeWindow = 0,
}: ChatOptions): SimulatedChat {
  const stored: (Shown & { readonly channel: string; readonly at: Millis })[] = [];
  const fates: Fate[] = [];
  const published: string[] = [];
  const count = { sends: 0, edits: 0 };
  const visible = (channel: string) =>
    stored.filter((message) => message.channel === channel && message.at <= clock.now());
  const meet = (): Extract<Fate, { kind: "ok" | "lost" }> => {
    const fate = fates.shift() ?? { kind: "ok" };
    switch (fate.kind) {
      case "refused":
        throw new ChatError("unreachable", "connection refused");
      case "limited":
        throw new ChatError("rate-limited", "too many requests", { retryAfter: fate.retryAfter });
      case "unavailable":
        throw new ChatError("channel-unavailable", "not in the channel: /invite @tradepost");
      case "unauthorised":
        throw new ChatError("unauthorised", "invalid_auth: make a new token");
      case "rejected":
        throw new ChatError("rejected", "invalid blocks");
      case "gone":
        throw new ChatError("gone", "message not found");
      case "ok":
      case "lost":
        return fate;
    }
  };
  return {
    capabilities: { edit, reply: true, find, publish, silent, dedupeWindow: dedupeWindow / 2 },
    fates,
    published,
    messages: visible,
    get sends() {
      return count.sends;
    },
    get edits() {
      return count.edits;
    },
    async verify() {
      return [];
    },
    async listen() {},
    connection: () => "none",
    async send(post, delivery) {
      count.sends += 1;
      const fate = meet();
      const at = clock.now() + (fate.kind === "lost" ? (fate.storedAfter ?? Infinity) : 0);
      const twin = stored.find((one) => one.deliveryId === delivery.id && Math.abs(at - one.at) < dedupeWindow);
      const message = twin ?? {
        id: `m${stored.length + 1}`,
        deliveryId: delivery.id,
        text: plainText(post),
        replyTo: delivery.replyTo,
        silent: delivery.silent ?? false,
        buttons: buttonsOf(post),
        channel: delivery.channel,
        at,
      };
      if (twin === undefined && at !== Infinity) stored.push(message);
      if (fate.kind === "lost") throw new ChatError("ambiguous", "connection reset");
      return { messageId: message.id };
    },
    async edit(post, { channel, messageId }) {
      count.edits += 1;
      const fate = meet();
      const at = visible(channel).findIndex((message) => message.id === messageId);
      const index = stored.indexOf(visible(channel)[at] ?? missing());
      const old = stored[index] ?? missing();
      stored[index] = { ...old, text: plainText(post), buttons: buttonsOf(post) };
      if (fate.kind === "lost") throw new ChatError("ambiguous", "connection reset");
    },
    async publish({ messageId }) {
      if (!publish) throw new ChatError("rejected", "nothing to publish here");
      if (meet().kind === "lost") throw new ChatError("ambiguous", "connection reset");
      published.push(messageId);
    },
    // Each thread has a history of its own, and only the one that is asked for is read, from the moment given.
    async find({ channel, deliveryId, replyTo, since }): Promise<Found> {
      if (meet().kind === "lost") throw new ChatError("ambiguous", "connection reset");
      const message = visible(channel).find(
        (one) => one.deliveryId === deliveryId && one.replyTo === replyTo && one.at >= since,
      );
      return message === undefined ? { state: "absent" } : { state: "posted", messageId: message.id };
    },
    async [Symbol.asyncDispose]() {},
  };
}

function buttonsOf(post: Post): readonly string[] {
  return post.kind === "note" ? (post.buttons ?? []).map((button) => button.id) : [];
}

function missing(): never {
  throw new ChatError("gone", "message not found");
}
