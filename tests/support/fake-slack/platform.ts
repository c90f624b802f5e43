import { createSlack } from "../../../src/chat/slack/index.ts";
import type { Platform, Call, Fault } from "../../contract/suite/platform.ts";
import { startFakeSlack, type FakeSlack, type FakeSlackOptions } from "./fake-slack.ts";
import type { FakeFault } from "./faults.ts";
import { testTools } from "../adapter-tools.ts";

const METHOD: Readonly<Record<Call, string>> = {
  send: "chat.postMessage",
  edit: "chat.update",
  find: "conversations.history",
};

/** The Slack adapter with a fake Slack behind it, for the contract suite. */
export async function openSlack(options: FakeSlackOptions = {}): Promise<Platform & { readonly fake: FakeSlack }> {
  const fake = await startFakeSlack(options);
  const { tools, logged } = testTools();
  const { apiUrl, botToken, appToken } = fake;
  const adapter = await createSlack({ name: "office", platform: "slack", botToken, appToken, apiUrl }, tools);
  return {
    fake,
    adapter,
    channel: "C0TRADENEWS",
    forbidden: { channel: "C0NOTINVITED", remedy: /\/invite @tradepost/ },
    secrets: [botToken, appToken],
    logged: () => logged,
    messages: async (channel) => fake.messages(channel),
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
    [Symbol.asyncDispose]: () => fake.close(),
  };
}

function asFakeFault(fault: Fault): FakeFault {
  if (fault.kind === "unauthorised") return { kind: "refused", error: "invalid_auth" };
  if (fault.kind === "rejected") return { kind: "refused", error: "invalid_blocks" };
  return fault;
}
