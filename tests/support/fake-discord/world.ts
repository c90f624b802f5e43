import { createIds, type Ids } from "./ids.ts";
import { ALL_RIGHTS, bitsOf, type RightName } from "./rights.ts";

/** A channel as a test wants it. */
export interface ChannelOptions {
  /** 17 to 19 digits. */
  readonly id: string;
  readonly name: string;
  /** 0 for text (the default), 5 announcement, 15 forum, 4 category. */
  readonly type?: number;
  /** What the bot may not do there. */
  readonly deny?: readonly RightName[];
  /** For a thread: the channel that it hangs on. */
  readonly parentId?: string;
  /** In a server that the bot is not a member of. */
  readonly foreign?: boolean;
  /** Of a forum. */
  readonly tags?: readonly ForumTag[];
  readonly requiresTag?: boolean;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
}

export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly parentId: string | undefined;
  readonly foreign: boolean;
  denied: readonly RightName[];
  readonly tags?: readonly ForumTag[] | undefined;
  readonly requiresTag?: boolean | undefined;
  /** Of a thread. */
  archived?: boolean;
  readonly tagged?: readonly string[];
}

export interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly color?: number;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string; readonly url?: string };
}

/** A message as it is stored. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly nonce: string | undefined;
  readonly replyTo: string | undefined;
  readonly at: number;
  content: string;
  embeds: readonly Embed[];
  flags: number;
  components: unknown;
  /** Who was notified: `@everyone`, `@here`, user and role ids. */
  pings: readonly string[];
  editedAt: number | undefined;
}

/** One Discord with one server and one bot in it. */
export interface World {
  readonly token: string;
  readonly botId: string;
  readonly guildId: string;
  readonly roleId: string;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  /** The commands of the application, as they were put last. */
  commands: readonly object[];
  /** Nonces of the bot's messages, deleted ones included. */
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  readonly ids: Ids;
  readonly now: () => number;
  /** For how long a nonce keeps a second message out, in milliseconds. Discord says "the past few minutes". */
  readonly nonceWindow: number;
}

export interface WorldOptions {
  readonly token?: string;
  readonly channels?: readonly ChannelOptions[];
  readonly now?: () => number;
  readonly nonceWindow?: number;
}

export function createWorld(options: WorldOptions): World {
  const now = options.now ?? Date.now;
  const ids = createIds(now);
  const channels = (options.channels ?? DEFAULT_CHANNELS).map((channel): [string, Channel] => [
    channel.id,
    {
      id: channel.id,
      name: channel.name,
      type: channel.type ?? 0,
      parentId: channel.parentId,
      foreign: channel.foreign ?? false,
      denied: channel.deny ?? [],
      tags: channel.tags,
      requiresTag: channel.requiresTag,
    },
  ]);
  return {
    token: options.token ?? "MTE4MDAwMDAwMDAwMDAwMDAwMQ.GfakeX.a-token-of-the-fake-discord-0123456789",
    botId: "1180000000000000001",
    guildId: "1180000000000000002",
    roleId: "1180000000000000003",
    channels: new Map(channels),
    messages: [],
    commands: [],
    nonces: new Map(),
    ids,
    now,
    nonceWindow: options.nonceWindow ?? 180_000,
  };
}

const DEFAULT_CHANNELS: readonly ChannelOptions[] = [
  { id: "1180000000000000101", name: "trade-news" },
  { id: "1180000000000000102", name: "operators" },
];

/** Whether the bot may do something in a channel. A thread has the rights of the channel that it hangs on. */
export function may(world: World, channel: Channel, right: RightName): boolean {
  const denied = (world.channels.get(channel.parentId ?? "") ?? channel).denied;
  return !denied.includes("View Channel") && !denied.includes(right);
}

/** The overwrites that a client reads to work out the same. The bot's role is denied what the channel denies. */
export function overwritesOf(world: World, channel: Channel): readonly Overwrite[] {
  if (channel.denied.length === 0) return [];
  return [{ id: world.roleId, type: 0, allow: "0", deny: bitsOf(channel.denied).toString() }];
}

/** Everyone may read, the bot's own role may do all the rest. */
export function rolesOf(world: World): readonly object[] {
  return [
    { id: world.guildId, name: "@everyone", permissions: bitsOf(["Read Message History"]).toString(), position: 0 },
    { id: world.roleId, name: "bot", permissions: bitsOf(ALL_RIGHTS).toString(), position: 1, managed: true },
  ];
}
