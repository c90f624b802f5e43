import { stripVTControlCharacters } from "node:util";
import { createTerminal } from "../../src/chat/terminal/index.ts";
import { testTools } from "../support/adapter-tools.ts";
import { describeChatAdapter, type Platform, type SeenMessage } from "./suite.ts";

describeChatAdapter("terminal", async (): Promise<Platform> => {
  const printed: string[] = [];
  const ids: string[] = [];
  const { tools, logged } = testTools((text) => void printed.push(text));
  const terminal = createTerminal({ name: "here", platform: "terminal" }, tools);
  return {
    adapter: {
      ...terminal,
      async send(post, delivery, signal) {
        const receipt = await terminal.send(post, delivery, signal);
        ids.push(receipt.messageId);
        return receipt;
      },
    },
    channel: "news",
    forbidden: undefined,
    secrets: [],
    logged: () => logged,
    messages: async (channel) => read(printed, channel, ids),
    server: undefined,
    async [Symbol.asyncDispose]() {},
  };
});

const RULE = /^── #(\S+) ─+ message ([\w.]+)(, edited in place)?(?:, in reply to ([\w.]+))? ──$/;

/** What a reader makes of the print-out: a message printed again is the message in its new state. */
function read(printed: readonly string[], channel: string, ids: readonly string[]): readonly SeenMessage[] {
  const whole = (short: string | undefined): string | undefined => {
    const [start, time] = short?.split(".") ?? [];
    return ids.find((id) => start && id.split(".")[0]?.endsWith(start) && id.split(".")[1] === time);
  };
  const messages = new Map<string, SeenMessage>();
  for (const block of printed) {
    const [rule = "", ...lines] = stripVTControlCharacters(block).split("\n");
    const [, where, short = "", , replied] = RULE.exec(rule) ?? [];
    if (where !== channel) continue;
    const text = lines.join("\n");
    messages.set(short, {
      messageId: whole(short) ?? short,
      text,
      links: underlined(block).map((url) => ({ text: url, url })),
      pings: [],
      deliveryId: whole(short),
      replyTo: whole(replied),
    });
  }
  return [...messages.values()];
}

/** On a terminal a link is what is underlined; an address in other text is just text. */
function underlined(block: string): readonly string[] {
  return block
    .split("\u001b[4m")
    .slice(1)
    .map((rest) => rest.split("\u001b[24m")[0] ?? "");
}
