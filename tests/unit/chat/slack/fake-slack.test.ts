import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startFakeSlack, type FakeSlack } from "../../../support/fake-slack/fake-slack.ts";
import { readMarkup } from "../../../support/fake-slack/markup.ts";

// The fake is only worth something if it refuses what Slack refuses.

const CHANNEL = "C0TRADENEWS";

async function call(fake: FakeSlack, method: string, args: object, token = fake.botToken) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", connection: "close" };
  const response = await fetch(`${fake.apiUrl}${method}`, { method: "POST", headers, body: JSON.stringify(args) });
  const answer: unknown = await response.json();
  return answer;
}

describe("the fake Slack", () => {
  test.for([
    ["51 blocks", Array.from({ length: 51 }, () => ({ type: "divider" })), "no more than 50 items"],
    ["a header of 151", [{ type: "header", text: plain(151) }], "less than 151 characters"],
    ["a header in mrkdwn", [{ type: "header", text: { type: "mrkdwn", text: "x" } }], "must be one of: plain_text"],
    ["a section of 3001", [{ type: "section", text: plain(3001) }], "less than 3001 characters"],
    ["a section of nothing", [{ type: "section" }], "must define either"],
    ["11 fields", [{ type: "section", fields: Array.from({ length: 11 }, () => plain(1)) }], "no more than 10 items"],
    ["a field of 2001", [{ type: "section", fields: [plain(2001)] }], "less than 2001 characters"],
    ["11 context elements", [context(Array.from({ length: 11 }, () => plain(1)))], "no more than 10 items"],
    ["an empty context", [context([])], "at least 1 item"],
    ["an empty text", [{ type: "section", text: plain(0) }], "more than 0 characters"],
    ["an unknown block", [{ type: "marquee" }], "unsupported type: marquee"],
    ["an unknown property", [{ type: "divider", colour: "red" }], "invalid additional property: colour"],
    ["an empty stretch", [rich({ type: "text", text: "" })], "more than 0 characters"],
    ["a link to nowhere", [rich({ type: "link", url: "nowhere" })], "must be a valid URI"],
  ] as const)("refuses %s, and says where", async ([, blocks, reason]) => {
    await using fake = await startFakeSlack();
    const answer = await call(fake, "chat.postMessage", { channel: CHANNEL, text: "x", blocks });
    expect(answer).toMatchObject({ ok: false, error: "invalid_blocks" });
    expect(JSON.stringify(answer)).toContain(reason);
    expect(JSON.stringify(answer)).toContain("[json-pointer:/blocks");
    expect(fake.messages(CHANNEL)).toEqual([]);
  });

  test("refuses blocks that are too long altogether, and an update of more than 4,000 characters", async () => {
    await using fake = await startFakeSlack();
    const blocks = Array.from({ length: 5 }, () => ({ type: "section", text: plain(2900) }));
    const args = { channel: CHANNEL, text: "x" };
    expect(await call(fake, "chat.postMessage", { ...args, blocks })).toMatchObject({ error: "msg_blocks_too_long" });
    const { ts } = fake.workspace.add(CHANNEL, {
      user: "U0TRADEBOT",
      text: "x",
      threadTs: undefined,
      blocks: [],
      metadata: undefined,
      parse: "none",
      mrkdwn: true,
    });
    const long = { channel: CHANNEL, ts, text: "x".repeat(4001) };
    expect(await call(fake, "chat.update", long)).toMatchObject({ error: "msg_too_long" });
  });

  test("knows its tokens, and which of them is for what", async () => {
    await using fake = await startFakeSlack();
    expect(await call(fake, "auth.test", {})).toMatchObject({ ok: true });
    expect(await call(fake, "auth.test", {}, "")).toMatchObject({ error: "not_authed" });
    expect(await call(fake, "auth.test", {}, "xoxb-other")).toMatchObject({ error: "invalid_auth" });
    expect(await call(fake, "auth.test", {}, fake.appToken)).toMatchObject({ error: "not_allowed_token_type" });
    expect(await call(fake, "apps.connections.open", {})).toMatchObject({ error: "not_allowed_token_type" });
  });

  test("lets a socket in once per ticket", async () => {
    await using fake = await startFakeSlack();
    const url = fake.apiUrl.replace("http", "ws").replace("/api/", `/link/?ticket=${fake.sockets.ticket()}`);
    const first = new WebSocket(url);
    const [hello] = await once(first, "message");
    expect(String(hello)).toContain('"hello"');
    const second = new WebSocket(url);
    const [error] = await once(second, "error");
    expect(String(error)).toContain("401");
    first.terminate();
  });

  test("hides what is in the metadata unless it is asked for", async () => {
    await using fake = await startFakeSlack();
    const metadata = { event_type: "any", event_payload: { id: "secret" } };
    await call(fake, "chat.postMessage", { channel: CHANNEL, text: "x", metadata });
    const args = { channel: CHANNEL };
    expect(JSON.stringify(await call(fake, "conversations.history", args))).not.toContain("secret");
    const all = { ...args, include_all_metadata: "true" };
    expect(JSON.stringify(await call(fake, "conversations.history", all))).toContain("secret");
  });
});

describe("its reader", () => {
  test("sees pings, links and style in markup", () => {
    const markup = "<!channel> <@U1> *bold* _thin_ :smile: <https://a.example|words> https://b.example &lt;x&gt;";
    const seen = readMarkup(markup, { parse: true, style: true });
    expect(seen.pings).toEqual(["channel", "U1"]);
    expect(seen.links.map((link) => link.url)).toEqual(["https://a.example", "https://b.example"]);
    expect(seen.text).toBe("@channel @U1 bold thin ☺ words https://b.example <x>");
  });

  test("sees names only where they are looked for", () => {
    expect(readMarkup("@here", { parse: true, style: false }).pings).toEqual(["here"]);
    expect(readMarkup("@here", { parse: false, style: false }).pings).toEqual([]);
  });
});

function plain(length: number): object {
  return { type: "plain_text", text: "x".repeat(length) };
}

function context(elements: readonly object[]): object {
  return { type: "context", elements };
}

function rich(span: object): object {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [span] }] };
}
