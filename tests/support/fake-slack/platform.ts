import type { ChatAdapter } from "../../../src/chat/adapter.ts";
import { createSlack, slackConfig } from "../../../src/chat/slack/index.ts";
import type { Platform, Call, Fault } from "../../contract/suite/platform.ts";
import { startFakeSlack, type FakeSlack, type FakeSlackOptions } from "./fake-slack.ts";
import { ADMIN, slackTalk } from "./talk.ts";
import { byHttp } from "./conversation.ts";
import type { FakeFault } from "./faults.ts";
import { testTools } from "../adapter-tools.ts";
import { freePort } from "../free-port.ts";

const METHOD: Readonly<Record<Call, string>> = {
  send: "chat.postMessage",
  edit: "chat.update",
  find: "conversations.history",
};

/** The Slack adapter with a fake Slack behind it, for the contract suite. */
export async function openSlack(options: FakeSlackOptions = {}): Promise<Platform & { readonly fake: FakeSlack }> {
  const fake = await startFakeSlack({ admins: [ADMIN], ...options });
  const { tools, logged } = testTools();
  const { apiUrl, botToken, appToken } = fake;
  const adapter = await createSlack(
    slackConfig.parse({ name: "office", platform: "slack", botToken, appToken, apiUrl }),
    tools,
  );
  return {
    ...platformOf(fake, adapter, logged),
    secrets: [botToken, appToken],
    server: {
      failNext: (call, fault) => fake.fault(METHOD[call], asFakeFault(fault)),
      outage: () => fake.outage(),
      postingRequests: () => fake.requests.filter(({ method }) => method === METHOD.send).length,
      remove: async (channel, messageId) => fake.workspace.remove(channel, messageId),
      async denyReading() {
        fake.scopes = fake.scopes.filter((scope) => !scope.endsWith(":history"));
      },
      dropConnection: () => fake.sockets.cut(),
      allClosed: () => fake.allClosed(),
    },
  };
}

/** What holds however Slack and the bot reach each other. */
function platformOf(fake: FakeSlack, adapter: ChatAdapter, logged: readonly string[]) {
  return {
    fake,
    adapter,
    talk: slackTalk(fake, "C0TRADENEWS"),
    channel: "C0TRADENEWS",
    forbidden: { channel: "C0NOTINVITED", remedy: /\/invite @tradepost/ },
    logged: () => logged,
    messages: async (channel: string) => fake.messages(channel),
    [Symbol.asyncDispose]: () => fake.close(),
  };
}

const SIGNING_SECRET = "signing-secret-of-the-fake";

/** The same where Slack calls the bot. */
export async function openSlackByHttp(): Promise<Platform & { readonly fake: FakeSlack }> {
  const fake = await startFakeSlack({ admins: [ADMIN] });
  const { tools, logged } = testTools();
  const { apiUrl, botToken } = fake;
  const port = await freePort();
  const config = {
    name: "office",
    platform: "slack",
    mode: "http",
    signingSecret: SIGNING_SECRET,
    botToken,
    apiUrl,
    port,
    host: "127.0.0.1",
  };
  const adapter = await createSlack(slackConfig.parse(config), tools);
  fake.reachBy(byHttp(`http://127.0.0.1:${port}/slack/events`, SIGNING_SECRET));
  return { ...platformOf(fake, adapter, logged), secrets: [botToken, SIGNING_SECRET], server: undefined };
}

function asFakeFault(fault: Fault): FakeFault {
  if (fault.kind === "unauthorised") return { kind: "refused", error: "invalid_auth" };
  if (fault.kind === "rejected") return { kind: "refused", error: "invalid_blocks" };
  return fault;
}
