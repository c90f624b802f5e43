import type { Channel } from "./channel.ts";

/** Whether a channel gets an item, and why. */
export interface Decision {
  readonly channel: Channel;
  readonly wanted: boolean;
  readonly reason: string;
}

/** What is posted to a channel of one poll's news: single posts, or one digest where they would be a burst. */
export type Batch =
  | { readonly kind: "single"; readonly itemIds: readonly string[] }
  | { readonly kind: "digest"; readonly itemIds: readonly string[] };

/** Whether a channel gets a relevant item of these topics: a channel that names none gets everything. */
export function decide(channel: Channel, topics: readonly string[]): Decision {
  if (channel.topics === undefined) return { channel, wanted: true, reason: "gets everything relevant" };
  const shared = channel.topics.filter((topic) => topics.includes(topic));
  if (shared.length > 0) return { channel, wanted: true, reason: `asked for ${shared.join(", ")}` };
  return { channel, wanted: false, reason: `asked only for ${channel.topics.join(", ")}` };
}

/** More new items at once than `flood` become one digest instead of a burst. */
export function batch(itemIds: readonly string[], flood: number): Batch {
  return { kind: itemIds.length > flood ? "digest" : "single", itemIds };
}
