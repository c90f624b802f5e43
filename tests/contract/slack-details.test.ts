import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSlack } from "../support/fake-slack/platform.ts";
import type { FakeSlackOptions } from "../support/fake-slack/fake-slack.ts";
import { delivery, failureOf, GO } from "./suite/opening.ts";
import { noDesk } from "./suite/no-desk.ts";
import { itemPost, notePost } from "./suite/posts.ts";

/** What only Slack has: its flags, pages, threads, scopes and sockets. */

async function open(options: FakeSlackOptions = {}) {
  const platform = await openSlack(options);
  onTestFinished(async () => {
    await platform.adapter[Symbol.asyncDispose]();
    await platform[Symbol.asyncDispose]();
  });
  return platform;
}

/** Well below the adapter's own limit for a request: who only waits for that does not pass. */
const AT_ONCE = { timeout: 5000 };
const OTHER_ID = "f".repeat(24);

describe("what is sent to Slack", () => {
  test("a post carries its mark, and asks for nothing to be guessed or unfurled", async () => {
    const platform = await open();
    await platform.adapter.send(itemPost(), delivery(platform), GO);
    expect(platform.fake.requests.at(-1)?.args).toMatchObject({
      metadata: { event_type: "tradepost_delivery", event_payload: { delivery_id: delivery(platform).id } },
      unfurl_links: "false",
      unfurl_media: "false",
      link_names: "false",
      parse: "none",
      mrkdwn: "false",
    });
  });

  test("an edit says again that nothing is to be guessed, and keeps the mark", async () => {
    const platform = await open();
    const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
    const message = { channel: platform.channel, deliveryId: delivery(platform).id, messageId };
    await platform.adapter.edit(itemPost(), message, GO);
    expect(platform.fake.requests.at(-1)?.args).toMatchObject({ parse: "none", link_names: "false" });
    const [seen] = await platform.messages(platform.channel);
    expect(seen?.deliveryId).toBe(delivery(platform).id);
  });

  test("the text beside the blocks reads whole, for screen readers", async () => {
    const platform = await open();
    await platform.adapter.send(itemPost(), delivery(platform), GO);
    const [stored] = platform.fake.workspace.messages(platform.channel);
    for (const text of [itemPost().headline, "91", "Moratorium"]) expect(stored?.text).toContain(text);
  });
});

test("no call keeps its connection, on which the next one could be lost", async () => {
  const platform = await open();
  await platform.adapter.send(itemPost(), delivery(platform), GO);
  await platform.adapter.listen(noDesk, GO);
  expect(platform.fake.requests.map(({ connection }) => connection)).toEqual(["close", "close"]);
});

describe("Slack's refusals", () => {
  test("a burst into one channel is limited there, and not in the other", async () => {
    const channels = [
      { id: "C0TRADENEWS", name: "trade-news" },
      { id: "C0OTHER", name: "other" },
    ];
    const platform = await open({ channels, postsPerSecond: 2, now: () => 1_800_000_000_000 });
    await platform.adapter.send(itemPost(), delivery(platform), GO);
    await platform.adapter.send(itemPost(), delivery(platform), GO);
    const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
    expect([error.failure, error.retryAfter]).toEqual(["rate-limited", 1000]);
    await platform.adapter.send(itemPost(), delivery(platform, { channel: "C0OTHER" }), GO);
  });

  test.for([
    ["archived", { archived: true }, "unarchive C0TRADENEWS"],
    ["read-only", { readOnly: true }, "Posting permissions"],
    ["private, not invited", { private: true, member: false }, "/invite @tradepost"],
  ] as const)("%s: the channel is unavailable, with its remedy", async ([, state, remedy]) => {
    const platform = await open({ channels: [{ id: "C0TRADENEWS", name: "trade-news", ...state }] });
    const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
    expect(error.failure).toBe("channel-unavailable");
    expect(error.message).toContain(remedy);
  });

  test("another token than the workspace's is unauthorised and not shown", async () => {
    const platform = await open();
    const { createSlack, slackConfig } = await import("../../src/chat/slack/index.ts");
    const { testTools } = await import("../support/adapter-tools.ts");
    const botToken = "xoxb-another-workspace";
    const { apiUrl, appToken } = platform.fake;
    const config = slackConfig.parse({ name: "x", platform: "slack", botToken, appToken, apiUrl });
    await using adapter = await createSlack(config, testTools().tools);
    const error = await failureOf({ secrets: [botToken] }, adapter.send(itemPost(), delivery(platform), GO));
    expect(error.failure).toBe("unauthorised");
  });
});

describe("looking for a lost post", () => {
  test("turns pages of 15 until it is found, and to the end before it says absent", async () => {
    const platform = await open();
    const since = Date.now();
    const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
    for (let index = 0; index < 40; index += 1) platform.fake.say(platform.channel, `chatter ${index}`);
    const search = { channel: platform.channel, replyTo: undefined, since };
    const found = await platform.adapter.find({ ...search, deliveryId: delivery(platform).id }, GO);
    expect(found).toEqual({ state: "posted", messageId });
    const absent = await platform.adapter.find({ ...search, deliveryId: OTHER_ID }, GO);
    expect(absent).toEqual({ state: "absent" });
    const pages = platform.fake.requests.filter(({ method }) => method === "conversations.history");
    expect(pages.map(({ args }) => args["limit"])).toEqual(["15", "15", "15", "15", "15", "15"]);
  });

  test("gives up on a flood without saying absent", async () => {
    const platform = await open();
    for (let index = 0; index < 400; index += 1) platform.fake.say(platform.channel, `chatter ${index}`);
    const search = { channel: platform.channel, deliveryId: OTHER_ID, replyTo: undefined, since: Date.now() };
    expect(await platform.adapter.find(search, GO)).toMatchObject({ state: "unknown" });
  });

  test("a failure while reading is a failure and no absence", async () => {
    const platform = await open();
    for (let index = 0; index < 20; index += 1) platform.fake.say(platform.channel, `chatter ${index}`);
    const search = { channel: platform.channel, deliveryId: OTHER_ID, replyTo: undefined, since: Date.now() };
    platform.fake.fault("conversations.history", { kind: "refused", error: "fatal_error" });
    expect((await failureOf(platform, platform.adapter.find(search, GO))).failure).toBe("ambiguous");
  });

  test("a reply is not looked for in the channel, nor a post in a thread", async () => {
    const platform = await open();
    const since = Date.now();
    const { messageId } = await platform.adapter.send(itemPost(), delivery(platform), GO);
    await platform.adapter.send(notePost(), delivery(platform, { id: OTHER_ID, replyTo: messageId }), GO);
    const search = { channel: platform.channel, deliveryId: OTHER_ID, since };
    expect(await platform.adapter.find({ ...search, replyTo: undefined }, GO)).toEqual({ state: "absent" });
    expect(await platform.adapter.find({ ...search, replyTo: messageId }, GO)).toMatchObject({ state: "posted" });
  });

  test("nothing is said of a thread that is gone", async () => {
    const platform = await open();
    const replyTo = "1700000000.000001";
    const search = { channel: platform.channel, deliveryId: OTHER_ID, replyTo, since: Date.now() };
    expect(await platform.adapter.find(search, GO)).toEqual({
      state: "unknown",
      reason: expect.stringContaining("thread_not_found"),
    });
  });
});

describe("checking the workspace", () => {
  test("names each missing scope, and what does not work without it", async () => {
    const platform = await open({ scopes: ["channels:read"] });
    const findings = await platform.adapter.verify([platform.channel], GO);
    const scopes = findings.filter((finding) => finding.subject.startsWith("scope "));
    expect(scopes.map(({ ok, subject }) => [ok, subject])).toEqual([
      [false, "scope chat:write"],
      [true, "scope commands"],
      [false, "scope channels:history"],
      [true, "scope groups:read"],
      [true, "scope groups:history"],
      [true, "scope users:read"],
    ]);
    expect(scopes[0]?.detail).toContain("nothing can be posted");
  });

  test("calls a private channel out that it may not look at", async () => {
    const channels = [{ id: "G0PRIVATE", name: "inner", private: true }];
    const platform = await open({ channels, scopes: ["chat:write", "channels:read", "channels:history"] });
    const findings = await platform.adapter.verify(["G0PRIVATE"], GO);
    const channel = findings.find((finding) => finding.subject === "channel G0PRIVATE");
    expect(channel).toMatchObject({ ok: false, remedy: expect.stringContaining("groups:read") });
  });

  test("names workspace and bot, and uses the bot's name in the remedy", async () => {
    const platform = await open({ team: "Imaginary Mission", bot: "wto-news" });
    const findings = await platform.adapter.verify(["C0NOTINVITED"], GO);
    expect(findings[0]?.detail).toContain("Imaginary Mission, as @wto-news");
    expect(findings.find((finding) => !finding.ok)?.remedy).toBe("type /invite @wto-news in #board");
  });

  test("tells a refused app token from a refused bot token", async () => {
    const platform = await open();
    platform.fake.fault("apps.connections.open", { kind: "refused", error: "invalid_auth" });
    const findings = await platform.adapter.verify([], GO);
    expect(findings.map(({ ok, subject }) => [ok, subject])).toEqual([
      [true, "bot token"],
      [false, "app token"],
    ]);
  });
});

describe("the live connection", () => {
  test("a refused app token is unauthorised", async () => {
    const platform = await open();
    platform.fake.fault("apps.connections.open", { kind: "refused", error: "invalid_auth" });
    expect((await failureOf(platform, platform.adapter.listen(noDesk, GO))).failure).toBe("unauthorised");
    expect(platform.adapter.connection()).toBe("none");
  });

  test("acknowledges what it does not know, instead of having it sent again", async () => {
    const platform = await open();
    await platform.adapter.listen(noDesk, GO);
    const event = { type: "event_callback", event: { type: "team_join" }, team_id: "T0FAKE", authorizations: [] };
    expect(await platform.fake.sockets.deliver("events_api", event)).toEqual({});
  });

  test("connects anew when Slack recycles the server, without a pause", async () => {
    const platform = await open();
    await platform.adapter.listen(noDesk, GO);
    platform.fake.sockets.refresh();
    const opened = () => platform.fake.requests.filter(({ method }) => method === "apps.connections.open").length;
    await expect.poll(opened).toBe(2);
    await expect.poll(() => platform.adapter.connection()).toBe("connected");
    await expect.poll(() => platform.fake.sockets.open()).toBe(1);
  });

  test("outlives a token that is refused while it reconnects", async () => {
    const platform = await open();
    await platform.adapter.listen(noDesk, GO);
    for (let time = 0; time < 2; time += 1)
      platform.fake.fault("apps.connections.open", { kind: "refused", error: "account_inactive" });
    await platform.fake.sockets.cut();
    await expect.poll(() => platform.adapter.connection()).toBe("lost");
    await expect.poll(() => platform.adapter.connection(), { timeout: 10_000 }).toBe("connected");
  });

  test("gives up connecting when it is told to", async () => {
    const platform = await open();
    const { struck } = platform.fake.fault("apps.connections.open", { kind: "lost", how: "hang", stored: false });
    const stop = new AbortController();
    const listening = failureOf(platform, platform.adapter.listen(noDesk, stop.signal));
    await struck;
    stop.abort();
    expect((await listening).failure).toBe("unreachable");
    await platform.adapter.listen(noDesk, GO);
    expect(platform.adapter.connection()).toBe("connected");
  });

  test("a call under way ends when the adapter is disposed", AT_ONCE, async () => {
    const platform = await open();
    const { struck } = platform.fake.fault("chat.postMessage", { kind: "lost", how: "hang", stored: true });
    const sending = failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
    await struck;
    await platform.adapter[Symbol.asyncDispose]();
    expect((await sending).failure).toBe("ambiguous");
    await platform.fake.allClosed();
  });

  test("waits for no goodbye from a server that hears nothing", AT_ONCE, async () => {
    const platform = await open();
    await platform.adapter.listen(noDesk, GO);
    platform.fake.sockets.freeze();
    await platform.adapter[Symbol.asyncDispose]();
    expect(platform.adapter.connection()).toBe("none");
  });

  test("a process that has listened and disposed ends by itself", async () => {
    const platform = await open();
    const { apiUrl, botToken, appToken } = platform.fake;
    const config = JSON.stringify({ name: "office", platform: "slack", botToken, appToken, apiUrl });
    const script = `
      import { createSlack, slackConfig } from ${JSON.stringify(new URL("../../src/chat/slack/index.ts", import.meta.url).href)};
      import { testTools } from ${JSON.stringify(new URL("../support/adapter-tools.ts", import.meta.url).href)};
      const adapter = await createSlack(slackConfig.parse(${config}), testTools().tools);
      const noDesk = { commands: [], ask: async () => undefined, suggest: async () => [], removed: async () => {} };
      await adapter.listen(noDesk, new AbortController().signal);
      console.log(adapter.connection());
      await adapter[Symbol.asyncDispose]();`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill());
    const said = (await child.stdout.toArray()).join("");
    const [status] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    expect([said, status]).toEqual(["connected\n", 0]);
  });
});
