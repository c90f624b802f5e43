import { createEmulator } from "emulate";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ChatAdapter } from "../../src/chat/adapter.ts";
import { createSlack, slackConfig } from "../../src/chat/slack/index.ts";
import { testTools } from "../support/adapter-tools.ts";
import { failureOf, GO } from "./suite/opening.ts";
import { ITEM_URL, itemPost, notePost } from "./suite/posts.ts";

// A Slack that we did not write. It knows no limits, no faults and no Socket Mode; what it does know must agree.

const CHANNEL = "C000000001";
const BOT = "xoxb-emulated-bot-token";
const APP = "xapp-emulated-app-token";
const ALL_SCOPES = ["chat:write", "channels:read", "channels:history"];
const SECRETS = { secrets: [BOT, APP] };

interface History {
  readonly messages: readonly {
    readonly ts: string;
    readonly text: string;
    readonly blocks: unknown;
    readonly metadata: unknown;
  }[];
}

async function open(scopes: readonly string[] = ALL_SCOPES) {
  const seed = {
    slack: {
      team: { name: "Trade desk" },
      strict_scopes: true,
      tokens: [
        { token: BOT, type: "bot", scopes: [...scopes] },
        { token: "reader", scopes: ALL_SCOPES },
      ],
    },
  };
  const emulator = await createEmulator({ service: "slack", port: 0, seed });
  const apiUrl = `${emulator.url}/api/`;
  const config = slackConfig.parse({ name: "office", platform: "slack", botToken: BOT, appToken: APP, apiUrl });
  const adapter = await createSlack(config, testTools().tools);
  onTestFinished(async () => {
    await adapter[Symbol.asyncDispose]();
    await emulator.close();
  });
  return { adapter, history: async () => await readHistory(apiUrl) };
}

async function readHistory(apiUrl: string): Promise<History["messages"]> {
  const headers = { authorization: "Bearer reader", "content-type": "application/json", connection: "close" };
  const body = JSON.stringify({ channel: CHANNEL });
  const answer: unknown = await (
    await fetch(`${apiUrl}conversations.history`, { method: "POST", headers, body })
  ).json();
  if (!isHistory(answer)) throw new Error(`no history: ${JSON.stringify(answer)}`);
  return answer.messages;
}

function isHistory(value: unknown): value is History {
  return typeof value === "object" && value !== null && "messages" in value;
}

const DELIVERY = { channel: CHANNEL, id: "0123456789abcdef01234567", replyTo: undefined };

async function send(adapter: ChatAdapter) {
  const since = Date.now();
  return { since, ...(await adapter.send(itemPost(), DELIVERY, GO)) };
}

describe("Slack as emulated by others", () => {
  test("takes a post with its blocks and its mark", async () => {
    const { adapter, history } = await open();
    const { messageId } = await send(adapter);
    const [message] = await history();
    expect(message?.ts).toBe(messageId);
    expect(JSON.stringify(message?.blocks)).toContain(ITEM_URL);
    expect(message?.metadata).toEqual({
      event_type: "tradepost_delivery",
      event_payload: { delivery_id: DELIVERY.id },
    });
  });

  test("takes an edit in place", async () => {
    const { adapter, history } = await open();
    const { messageId } = await send(adapter);
    const message = { channel: CHANNEL, deliveryId: DELIVERY.id, messageId };
    await adapter.edit(itemPost({ headline: "Corrected headline" }), message, GO);
    const messages = await history();
    expect(messages).toHaveLength(1);
    expect(JSON.stringify(messages[0]?.blocks)).toContain("Corrected headline");
  });

  test("says that a message to edit is gone", async () => {
    const { adapter } = await open();
    const message = { channel: CHANNEL, deliveryId: DELIVERY.id, messageId: "1700000000.000001" };
    expect((await failureOf(SECRETS, adapter.edit(itemPost(), message, GO))).failure).toBe("gone");
  });

  test("finds what was posted, and what was not", async () => {
    const { adapter } = await open();
    const { messageId, since } = await send(adapter);
    const search = { channel: CHANNEL, replyTo: undefined, since };
    expect(await adapter.find({ ...search, deliveryId: DELIVERY.id }, GO)).toEqual({ state: "posted", messageId });
    expect(await adapter.find({ ...search, deliveryId: "f".repeat(24) }, GO)).toEqual({ state: "absent" });
  });

  test("finds a reply in its thread", async () => {
    const { adapter } = await open();
    const { messageId: replyTo, since } = await send(adapter);
    const id = "a".repeat(24);
    const { messageId } = await adapter.send(notePost(), { channel: CHANNEL, id, replyTo }, GO);
    const found = await adapter.find({ channel: CHANNEL, deliveryId: id, replyTo, since }, GO);
    expect(found).toEqual({ state: "posted", messageId });
  });

  test("finds a post behind many others, a page at a time", async () => {
    const { adapter } = await open();
    const { messageId, since } = await send(adapter);
    for (let other = 0; other < 40; other += 1)
      await adapter.send(notePost(), { ...DELIVERY, id: String(other).padStart(24, "0") }, GO);
    const found = await adapter.find({ channel: CHANNEL, deliveryId: DELIVERY.id, replyTo: undefined, since }, GO);
    expect(found).toEqual({ state: "posted", messageId });
  });

  test("an unknown channel is unavailable", async () => {
    const { adapter } = await open();
    const sending = adapter.send(itemPost(), { ...DELIVERY, channel: "C0NOSUCH" }, GO);
    const error = await failureOf(SECRETS, sending);
    expect(error.failure).toBe("channel-unavailable");
    expect(error.message).toContain("C0NOSUCH");
  });

  test("a missing scope is named", async () => {
    const { adapter } = await open(["channels:read"]);
    const error = await failureOf(SECRETS, adapter.send(itemPost(), DELIVERY, GO));
    expect(error.failure).toBe("unauthorised");
    expect(error.message).toContain("chat:write");
  });

  test("without the right to read, nothing is said about absence", async () => {
    const { adapter } = await open(["chat:write"]);
    const { since } = await send(adapter);
    const found = await adapter.find({ channel: CHANNEL, deliveryId: "f".repeat(24), replyTo: undefined, since }, GO);
    expect(found).toEqual({ state: "unknown", reason: expect.stringContaining("channels:history") });
  });

  test("verifies the workspace and the channels", async () => {
    const { adapter, history } = await open();
    const findings = await adapter.verify([CHANNEL, "C0NOSUCH"], GO);
    const workspace = findings.find((finding) => finding.subject === "bot token");
    expect(workspace?.detail).toContain("Trade desk");
    const byChannel = findings.filter((finding) => finding.subject.startsWith("channel ")).map((finding) => finding.ok);
    expect(byChannel).toEqual([true, false]);
    expect(await history()).toEqual([]);
  });
});
