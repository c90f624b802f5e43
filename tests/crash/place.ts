import type { FakeDiscord } from "../support/fake-discord/index.ts";
import type { FakeSlack } from "../support/fake-slack/fake-slack.ts";
import type { Subject } from "./news.ts";

/** A message as a reader of a channel sees it. */
export interface Standing {
  readonly id: string;
  readonly text: string;
  /** By which the bot marks what belongs to one delivery. */
  readonly mark: string | undefined;
}

/** A channel that the bot posts to. */
export interface Place {
  readonly platform: "slack" | "discord";
  readonly chat: string;
  readonly channel: string;
  readonly wants: (subject: Subject) => boolean;
  /** Oldest first. */
  messages(): readonly Standing[];
  remove(messageId: string): void;
  /** Shuts the bot out in one of the platform's ways, or lets it in again. */
  shut(how: ShutOut | undefined): void;
}

/** Ways in which a channel is closed to the bot. */
export type ShutOut = "archived" | "removed" | "read-only" | "unreadable";

export function slackPlace(slack: FakeSlack, channel: string, wants: Place["wants"]): Place {
  return {
    platform: "slack",
    chat: "office",
    channel,
    wants,
    messages: () =>
      slack.messages(channel).map(({ messageId, text, deliveryId }) => ({ id: messageId, text, mark: deliveryId })),
    remove: (id) => slack.workspace.remove(channel, id),
    shut(how) {
      const plain = { id: channel, name: channel.toLowerCase() };
      const closed = { archived: how === "archived", member: how !== "removed", readOnly: how === "read-only" };
      slack.workspace.set({ ...plain, ...closed });
    },
  };
}

export function discordPlace(discord: FakeDiscord, channel: string, wants: Place["wants"]): Place {
  return {
    platform: "discord",
    chat: "community",
    channel,
    wants,
    messages: () => discord.messages(channel).map(({ id, text, nonce }) => ({ id, text, mark: nonce })),
    remove: (id) => discord.remove(channel, id),
    shut(how) {
      if (how === "unreadable") discord.deny(channel, ["Read Message History"]);
      else if (how === "read-only") discord.deny(channel, ["Send Messages"]);
      else discord.deny(channel, how === undefined ? [] : ["View Channel"]);
    },
  };
}
