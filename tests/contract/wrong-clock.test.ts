import { expect, test } from "vitest";
import { openDiscord } from "../support/fake-discord/platform.ts";
import { openSlack } from "../support/fake-slack/platform.ts";
import { itemPost } from "./suite/posts.ts";

const GO = new AbortController().signal;
const HOUR = 60 * 60_000;

test.each([
  { name: "Slack", open: () => openSlack() },
  { name: "Discord", open: () => openDiscord() },
])("$name: a post is found although our clock was hours ahead when it was tried", async ({ open }) => {
  await using platform = await open();
  const { adapter, channel } = platform;
  const id = "0123456789abcdef01234567";
  const { messageId } = await adapter.send(itemPost(), { channel, id, replyTo: undefined }, GO);

  const search = { channel, deliveryId: id, replyTo: undefined, since: Date.now() + 3 * HOUR };

  expect(await adapter.find(search, GO)).toEqual({ state: "posted", messageId });
  await adapter[Symbol.asyncDispose]();
});
