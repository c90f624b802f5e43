import { overwritesOf, rolesOf, type Channel, type Message, type World } from "./world.ts";

export function userJson(world: World, id = world.botId): object {
  const bot = id === world.botId;
  return {
    id,
    username: bot ? "tradepost" : "somebody",
    discriminator: bot ? "0001" : "0",
    avatar: null,
    bot,
    flags: 0,
  };
}

export function applicationJson(world: World): object {
  return { id: world.botId, name: "Tradepost", icon: null, description: "", bot_public: false, flags: 0 };
}

export function channelJson(world: World, channel: Channel): object {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    guild_id: world.guildId,
    parent_id: channel.parentId ?? null,
    position: 0,
    permission_overwrites: overwritesOf(world, channel),
    ...(channel.parentId === undefined
      ? {}
      : {
          applied_tags: channel.tagged ?? [],
          thread_metadata: {
            archived: channel.archived ?? false,
            locked: false,
            auto_archive_duration: 1440,
            archive_timestamp: new Date(world.now()).toISOString(),
          },
        }),
    flags: channel.requiresTag === true ? 16 : 0,
    ...(channel.tags === undefined
      ? {}
      : {
          available_tags: channel.tags.map((tag) => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
        }),
  };
}

export function memberJson(world: World): object {
  return {
    user: userJson(world),
    roles: [world.roleId],
    joined_at: "2026-01-05T09:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function guildJson(world: World): object {
  return {
    id: world.guildId,
    name: "The fake server",
    owner_id: "1180000000000000009",
    roles: rolesOf(world),
    channels: [...world.channels.values()]
      .filter(({ foreign }) => !foreign)
      .map((channel) => channelJson(world, channel)),
    members: [memberJson(world)],
    threads: [],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    features: [],
    member_count: 2,
    large: false,
    unavailable: false,
  };
}

/** A message as history shows it: without its nonce, which only the answer to its posting has. */
export function messageJson(world: World, message: Message): object {
  const bare = (message.flags & 4) !== 0;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.replyTo === undefined ? 0 : 19,
    author: userJson(world, message.authorId),
    content: message.content,
    embeds: bare ? [] : message.embeds.map((embed) => ({ type: "rich", ...embed })),
    mentions: [],
    mention_roles: [],
    mention_everyone: message.pings.some((ping) => ping.startsWith("@")),
    attachments: [],
    pinned: false,
    tts: false,
    flags: message.flags,
    components: message.components ?? [],
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    ...(message.replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.replyTo,
            channel_id: message.channelId,
            guild_id: world.guildId,
          },
        }),
  };
}
