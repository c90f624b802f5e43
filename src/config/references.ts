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
 * channel is listed twice, a channel's id looks like one of its platform, and no wish of a channel is without effect. Takes any value and looks only at the
 * parts that have the right shape, so that these problems are told together with those of shape.
 */
export function contradictions(value: unknown): readonly Contradiction[] {
  const outline = Outline.parse(value);
  const platforms = new Map(outline.chats.map((chat) => [chat.name, chat.platform]));
  const channels = outline.channels.map((entry, index) => ({ ...entry, path: ["channels", index] }));
  const targets = [
    ...channels,
    { ...outline.operators, path: ["operators"] },
    { ...outline.operators.instead, path: ["operators", "instead"] },
  ];
  return [
    ...repeated("feeds", outline.feeds),
    ...repeated("chats", outline.chats),
    ...targets.flatMap((target) => unknownChat(target, platforms)),
    ...targets.flatMap((target) => foreignChannel(target, platforms)),
    ...channels.filter(isRepeatedChannel).map(({ path }) => ({
      path,
      message: "this channel of this chat is listed before: put all its topics into one entry",
    })),
    ...channels.flatMap((target) => idleWishes(target, platforms.get(target.chat))),
    ...(outline.calendar === true && outline.http === undefined
      ? [{ path: ["calendar"], message: "has no effect without a port: set http, port: 8080 as well" }]
      : []),
  ];
}

const text = z.string().optional().catch(undefined);
const Named = z.object({ name: text, platform: text }).catch({ name: undefined, platform: undefined });
const Target = z.object({ chat: text, channel: text }).catch({ chat: undefined, channel: undefined });

const Operators = Target.unwrap()
  .extend({ instead: Target.prefault({}) })
  .catch({ chat: undefined, channel: undefined, instead: {} });

const flag = z.boolean().optional().catch(undefined);
const Wishes = Target.unwrap()
  .extend({ digest: text, quiet: text, passing: z.array(z.unknown()).optional().catch(undefined) })
  .extend({ threads: text, publish: flag, signOfLife: flag })
  .catch({ chat: undefined, channel: undefined });

/** As much of a configuration as its references need; a part of another shape counts as absent. */
const Outline = z
  .object({
    feeds: z.array(Named).catch([]),
    chats: z.array(Named).catch([]),
    channels: z.array(Wishes).catch([]),
    operators: Operators,
    calendar: z.literal(true).optional().catch(undefined),
    http: z.unknown().optional(),
  })
  .catch({
    feeds: [],
    chats: [],
    channels: [],
    operators: { chat: undefined, channel: undefined, instead: {} },
    calendar: undefined,
    http: undefined,
  });

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

/** What a channel wishes and will not get, since its platform has no such thing or since another wish is missing. */
function idleWishes(target: Wishes & { readonly path: Path }, platform: unknown): readonly Contradiction[] {
  const { digest, quiet, passing, signOfLife, publish, threads } = target;
  const idle: readonly (readonly [key: string, isIdle: boolean, message: string])[] = [
    [
      "passing",
      Boolean(passing?.length) && quiet === undefined,
      "has no effect without `quiet`: add it, or take this out",
    ],
    [
      "signOfLife",
      signOfLife === true && digest === undefined,
      "has no effect without `digest`: add it, or take this out",
    ],
    ["publish", publish === true && KNOWN.has(platform) && platform !== "discord", "is possible on Discord only"],
    ["threads", threads === "process" && KNOWN.has(platform) && platform !== "slack", "is possible on Slack only"],
  ];
  return idle.flatMap(([key, isIdle, message]) => (isIdle ? [{ path: [...target.path, key], message }] : []));
}

/** The platforms of which it is known here what they have. */
const KNOWN: ReadonlySet<unknown> = new Set(["slack", "discord", "terminal"]);

type Wishes = z.infer<typeof Wishes>;
