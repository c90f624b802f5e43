/** A channel of the fake workspace. */
export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  /** Whether the bot was invited; yes unless said otherwise. */
  readonly member?: boolean;
  readonly archived?: boolean;
  readonly private?: boolean;
  readonly readOnly?: boolean;
  /** Who made it. */
  readonly creator?: string;
}

/** A message as the server keeps it. */
export interface StoredMessage {
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata: unknown;
  /** How bare text is to be read: names and addresses are linked unless this is `none`. */
  readonly parse: string;
  readonly mrkdwn: boolean;
  readonly edited: boolean;
}

export const BOT_USER = "U0TRADEBOT";

/** Channels and their messages, as a server keeps them. Times are of the clock that is passed in. */
export class Workspace {
  readonly #channels = new Map<string, FakeChannel>();
  readonly #messages = new Map<string, StoredMessage[]>();
  readonly #now: () => number;
  #lastTs = 0;

  constructor(channels: readonly FakeChannel[], now: () => number) {
    this.#now = now;
    for (const channel of channels) this.set(channel);
  }

  set(channel: FakeChannel): void {
    this.#channels.set(channel.id, channel);
  }

  channel(id: string): FakeChannel | undefined {
    return this.#channels.get(id);
  }

  /** Oldest first, thread replies among them. */
  messages(channel: string): readonly StoredMessage[] {
    return this.#messages.get(channel) ?? [];
  }

  find(channel: string, ts: string): StoredMessage | undefined {
    return this.messages(channel).find((message) => message.ts === ts);
  }

  add(channel: string, message: Omit<StoredMessage, "ts" | "edited">): StoredMessage {
    const stored = { ...message, ts: this.#nextTs(), edited: false };
    this.#messages.set(channel, [...this.messages(channel), stored]);
    return stored;
  }

  replace(channel: string, ts: string, changes: Partial<StoredMessage>): void {
    const messages = this.messages(channel);
    this.#messages.set(
      channel,
      messages.map((message) => (message.ts === ts ? { ...message, ...changes, edited: true } : message)),
    );
  }

  remove(channel: string, ts: string): void {
    this.#messages.set(
      channel,
      this.messages(channel).filter((message) => message.ts !== ts),
    );
  }

  /** Seconds with six digits, unique in the workspace, and never earlier than the one before. */
  #nextTs(): string {
    this.#lastTs = Math.max(this.#now() * 1000, this.#lastTs + 1);
    return (this.#lastTs / 1_000_000).toFixed(6);
  }
}
