import { z } from "zod";
import { nearest } from "../model/nearest.ts";
import type { Path } from "./problems.ts";

/** Something that is wrong between two parts of the configuration. */
export interface Contradiction {
  readonly path: Path;
  readonly message: string;
}

/**
 * Checks what ties the parts of a configuration together: each name is there once, each chat that is named exists, no
 * channel is listed twice, and a channel's id looks like one of its platform. Takes any value and looks only at the
 * parts that have the right shape, so that these problems are told together with those of shape.
 */
export function contradictions(value: unknown): readonly Contradiction[] {
  const outline = Outline.parse(value);
  const platforms = new Map(outline.chats.map((chat) => [chat.name, chat.platform]));
  const channels = outline.channels.map((entry, index) => ({ ...entry, path: ["channels", index] }));
  const targets = [...channels, { ...outline.operators, path: ["operators"] }];
  return [
    ...repeated("feeds", outline.feeds),
    ...repeated("chats", outline.chats),
    ...targets.flatMap((target) => unknownChat(target, platforms)),
    ...targets.flatMap((target) => foreignChannel(target, platforms)),
    ...channels.filter(isRepeatedChannel).map(({ path }) => ({
      path,
      message: "this channel of this chat is listed before: put all its topics into one entry",
    })),
  ];
}

const text = z.string().optional().catch(undefined);
const Named = z.object({ name: text, platform: text }).catch({ name: undefined, platform: undefined });
const Target = z.object({ chat: text, channel: text }).catch({ chat: undefined, channel: undefined });

/** As much of a configuration as its references need; a part of another shape counts as absent. */
const Outline = z
  .object({
    feeds: z.array(Named).catch([]),
    chats: z.array(Named).catch([]),
    channels: z.array(Target).catch([]),
    operators: Target,
  })
  .catch({ feeds: [], chats: [], channels: [], operators: { chat: undefined, channel: undefined } });

interface Named {
  readonly name?: string | undefined;
}

interface Target {
  readonly path: Path;
  readonly chat?: string | undefined;
  readonly channel?: string | undefined;
}

function repeated(list: string, entries: readonly Named[]): readonly Contradiction[] {
  return entries.flatMap(({ name }, index) => {
    const first = entries.findIndex((entry) => entry.name === name);
    if (name === undefined || first === index) return [];
    return [{ path: [list, index, "name"], message: `is the name of ${list}[${first}] too: give each its own` }];
  });
}

function unknownChat(target: Target, platforms: Map<string | undefined, unknown>): readonly Contradiction[] {
  if (target.chat === undefined || platforms.has(target.chat)) return [];
  const names = Array.from(platforms.keys()).filter((name) => name !== undefined);
  const near = nearest(target.chat, names);
  const hint = near === undefined ? `there are: ${names.join(", ")}` : `did you mean "${near}"?`;
  return [{ path: [...target.path, "chat"], message: `no chat has this name; ${hint}` }];
}

function foreignChannel(target: Target, platforms: Map<string | undefined, unknown>): readonly Contradiction[] {
  const { chat, channel } = target;
  if (chat === undefined || channel === undefined) return [];
  const platform = platforms.get(chat);
  const path = [...target.path, "channel"];
  if (platform === "discord" && !/^\d+$/.test(channel)) {
    return [{ path, message: "is not a Discord channel id, a long number: right-click the channel, Copy Channel ID" }];
  }
  if (platform === "slack" && channel.startsWith("#")) {
    return [{ path, message: "is a name; Slack wants the id (C…), at the bottom of the channel's details" }];
  }
  return [];
}

function isRepeatedChannel(target: Target, index: number, all: readonly Target[]): boolean {
  if (target.chat === undefined || target.channel === undefined) return false;
  return all.findIndex((other) => other.chat === target.chat && other.channel === target.channel) < index;
}
