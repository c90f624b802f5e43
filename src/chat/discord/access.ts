import type { Clock } from "../../model/time.ts";
import { ChatError, type ChatFailure } from "../errors.ts";
import type { Api } from "./api.ts";
import { channelKind } from "./channel-kind.ts";
import { permissionsIn } from "./permissions.ts";
import { channelAnswer, memberAnswer, rolesAnswer, userAnswer, type ChannelAnswer } from "./wire.ts";

const REFUSED: ReadonlySet<ChatFailure> = new Set(["channel-unavailable", "rejected", "gone"]);

/** A channel as the bot finds it. */
export interface Access {
  readonly channel: ChannelAnswer;
  /** The bot's permission bits; undefined in a direct message, where there are none. */
  readonly bits: bigint | undefined;
}

/** What Discord says about the bot and where it stands, as far as it was asked. Asks for the bot's own id once. */
export interface Inquiry {
  botId(signal: AbortSignal): Promise<string>;
  /** The channel as Discord describes it. Throws ChatError. */
  channel(channelId: string, signal: AbortSignal): Promise<ChannelAnswer>;
  /** Whether it is a forum, in which each post is a thread. Asked once for each channel. Throws ChatError. */
  isForum(channelId: string, signal: AbortSignal): Promise<boolean>;
  /** Throws ChatError, `channel-unavailable` where the bot can't see the channel or its server. */
  access(channelId: string, signal: AbortSignal): Promise<Access>;
}

/** @param chat the chat's name in the configuration, for error messages */
export function createInquiry(api: Api, chat: string, clock: Clock): Inquiry {
  let known: string | undefined;
  /** A forum stays one: Discord changes no channel into another kind, but between text and announcement. */
  const forums = new Map<string, boolean>();

  async function botId(signal: AbortSignal): Promise<string> {
    const doing = `${chat}: asking who the bot is`;
    known ??= (await api.call({ method: "GET", route: "/users/@me", answer: userAnswer, doing }, signal)).id;
    return known;
  }

  async function channelOf(id: string, signal: AbortSignal): Promise<ChannelAnswer> {
    const doing = `${chat}: looking at channel ${id}`;
    return api.call({ method: "GET", route: `/channels/${id}`, answer: channelAnswer, doing }, signal);
  }

  async function access(channelId: string, signal: AbortSignal): Promise<Access> {
    const me = await botId(signal);
    const channel = await channelOf(channelId, signal);
    const guildId = channel.guild_id;
    if (guildId == null) return { channel, bits: undefined };
    const kind = channelKind(channel.type);
    const inThread = kind.postable && kind.thread && channel.parent_id != null;
    const governing = inThread ? await channelOf(channel.parent_id ?? channelId, signal) : channel;
    const doing = `${chat}: looking up the bot's rights in server ${guildId}`;
    const member = await api.call(
      { method: "GET", route: `/guilds/${guildId}/members/${me}`, answer: memberAnswer, doing },
      signal,
    );
    const roles = await api.call(
      { method: "GET", route: `/guilds/${guildId}/roles`, answer: rolesAnswer, doing },
      signal,
    );
    const bits = permissionsIn({ botId: me, guildId, member, roles, channel: governing, now: clock.now() });
    return { channel, bits };
  }

  async function isForum(id: string, signal: AbortSignal): Promise<boolean> {
    const before = forums.get(id);
    if (before !== undefined) return before;
    try {
      const kind = channelKind((await channelOf(id, signal)).type);
      const forum = kind.postable && kind.forum;
      forums.set(id, forum);
      return forum;
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      // A channel that can't be looked at can't be posted to either: that is told by posting.
      if (REFUSED.has(error.failure)) return false;
      // Looking has posted nothing, whatever became of the answer.
      if (error.failure === "ambiguous") throw new ChatError("unreachable", error.message, { cause: error });
      throw error;
    }
  }

  return { botId, channel: channelOf, isForum, access };
}
