import { expect, test } from "vitest";
import { openSlack } from "../support/fake-slack/platform.ts";

const GO = new AbortController().signal;

test("Slack: whether a post stands in a channel that shut us out is asked again later, not left to a person", async () => {
  await using platform = await openSlack();
  const { adapter, channel, fake } = platform;
  fake.workspace.set({ id: channel, name: "trade-news", member: false });

  const search = { channel, deliveryId: "0123456789abcdef01234567", replyTo: undefined, since: Date.now() };

  await expect(adapter.find(search, GO)).rejects.toMatchObject({ failure: "channel-unavailable" });
  await adapter[Symbol.asyncDispose]();
});
