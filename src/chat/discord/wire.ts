import { z } from "zod";

// What we read of Discord's answers; what else they hold is left alone.

/** Permission bits as decimal digits, too many for a number. */
const bits = z.string().regex(/^\d+$/);

export const userAnswer = z.object({ id: z.string(), username: z.string() });

export const applicationAnswer = z.object({ id: z.string(), name: z.string() });

/** Types: https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const channelAnswer = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.union([z.literal(0), z.literal(1)]), allow: bits, deny: bits }))
    .nullish(),
  thread_metadata: z
    .object({ archived: z.boolean(), locked: z.boolean(), archive_timestamp: z.string().optional() })
    .nullish(),
  flags: z.number().nullish(),
  /** Of a forum. */
  available_tags: z.array(z.object({ id: z.string(), name: z.string(), moderated: z.boolean().nullish() })).nullish(),
});
export type ChannelAnswer = z.infer<typeof channelAnswer>;

export const memberAnswer = z.object({
  roles: z.array(z.string()),
  communication_disabled_until: z.string().nullish(),
});
export type MemberAnswer = z.infer<typeof memberAnswer>;

export const rolesAnswer = z.array(z.object({ id: z.string(), permissions: bits }));
export type RolesAnswer = z.infer<typeof rolesAnswer>;

export const sentAnswer = z.object({ id: z.string(), channel_id: z.string() });

/** A new thread: its first message has the thread's own id. */
export const threadAnswer = z.object({ id: z.string() });

export const threadsAnswer = z.object({ threads: z.array(channelAnswer), has_more: z.boolean().nullish() });

export const historyAnswer = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    flags: z.number().optional(),
    embeds: z.array(z.object({ footer: z.object({ text: z.string() }).nullish() })),
  }),
);
export type HistoryMessage = z.infer<typeof historyAnswer>[number];
