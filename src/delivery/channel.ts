import type { Language } from "../model/language.ts";
import type { DigestRhythm, QuietHours } from "../model/rhythm.ts";
import type { Topic } from "../model/topic.ts";
import type { Db } from "../store/tables.ts";

/** A channel that posts go to, as the configuration has it or as somebody subscribed it in the chat. */
export interface Channel {
  /** `chat/channel`, the key of its row in the store. */
  readonly id: string;
  readonly chat: string;
  /** The platform's own name of the channel. */
  readonly channel: string;
  /** The topics it asked for; undefined for everything relevant. */
  readonly topics: readonly string[] | undefined;
  readonly language: Language;
  /** IANA zone of its rhythm and its quiet hours. */
  readonly timezone: string;
  /** Whether it is greeted once. */
  readonly welcome: boolean;
  /** When its digests go out; undefined where each item is posted by itself. */
  readonly digest: DigestRhythm | undefined;
  readonly quiet: QuietHours | undefined;
  /** Words whose items are posted in quiet hours too. */
  readonly passing: readonly string[];
  /** Whether posts are to notify nobody, where the platform can do that. */
  readonly silent: boolean;
  /** Whether a digest goes out also where there is nothing new. */
  readonly signOfLife: boolean;
  /** Whether its posts are passed on to the channels that follow it. */
  readonly publish: boolean;
  /** `process`: what belongs to one process stands in one thread. */
  readonly threads: Threads;
  readonly origin: "file" | "chat";
  /** Whether news goes there. False once its subscription ended: what stands there is still kept right. */
  readonly news: boolean;
}

/** The wishes of a channel that has none of its own. */
export const NO_WISHES = {
  topics: undefined,
  digest: undefined,
  quiet: undefined,
  passing: [],
  silent: false,
  signOfLife: false,
  publish: false,
  threads: "flat",
} as const satisfies Partial<Channel>;

export type Threads = "flat" | "process";

/** Reads the channels as they are at this moment. */
export type ReadChannels = (db: Db) => Promise<readonly Channel[]>;

/** How posts are worded here. */
export interface Wording {
  readonly topics: readonly Topic[];
  /** IANA zone in which moments are told. */
  readonly timezone: string;
  /** Whether a language model writes the briefs. */
  readonly byModel?: boolean;
  /** What one types in a chat, by its name, to hear what can be asked; undefined where nothing can. */
  readonly helpIn?: (chat: string) => string | undefined;
}

/** The key of a channel in the store. */
export function channelId(chat: string, channel: string): string {
  return `${chat}/${channel}`;
}

/** Why a post that waited when its channel's subscription ended was not made. */
export const UNSUBSCRIBED = "the channel's subscription ended";
