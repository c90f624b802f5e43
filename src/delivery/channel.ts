import type { Language } from "../model/language.ts";
import type { Topic } from "../model/topic.ts";

/** A channel that posts go to, as the configuration has it. */
export interface Channel {
  /** `chat/channel`, the key of its row in the store. */
  readonly id: string;
  readonly chat: string;
  /** The platform's own name of the channel. */
  readonly channel: string;
  /** The topics it asked for; undefined for everything relevant. */
  readonly topics: readonly string[] | undefined;
  readonly language: Language;
  /** Whether it is greeted once. */
  readonly welcome: boolean;
}

/** How posts are worded here. */
export interface Wording {
  readonly topics: readonly Topic[];
  /** IANA zone in which moments are told. */
  readonly timezone: string;
}

/** The key of a channel in the store. */
export function channelId(chat: string, channel: string): string {
  return `${chat}/${channel}`;
}
