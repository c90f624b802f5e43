import { styleText } from "node:util";
import { z } from "zod";
import type { NotePost, Post } from "../../model/post.ts";
import type { AdapterTools, ChatAdapter, Delivery, Finding } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { cleanPost } from "../clean-post.ts";
import { plainText, type Style } from "../plain-text.ts";

export const platform = "terminal";

/** The terminal needs no account: it prints what a reader of a channel would see. */
export const terminalConfig = z
  .strictObject({
    name: z.string().min(1).describe("The name by which channels refer to this chat."),
    platform: z.literal(platform).describe("Prints posts to the standard output."),
  })
  .describe("A terminal: no account needed, for trying out and for logs.");

export type TerminalConfig = z.infer<typeof terminalConfig>;

const WIDTH = 78;
const COLOURS = { neutral: "cyan", warning: "yellow", good: "green" } as const;

/**
 * An adapter that prints. A correction is printed as the message in its new state, under the same message's name.
 * What is on paper can't be asked for, so `find` is not among its capabilities.
 */
export function createTerminal(config: TerminalConfig, tools: AdapterTools): ChatAdapter {
  const show = (channel: string, label: string, post: Post, signal: AbortSignal): void => {
    // Nothing was printed yet: certainly not done.
    if (signal.aborted)
      throw new ChatError("unreachable", `${config.name}: stopped before printing`, { cause: signal.reason });
    tools.print(`${ruleLine(channel, label)}\n${plainText(cleanPost(post), STYLE)}\n`);
  };
  return {
    capabilities: { edit: true, reply: true, find: false, dedupeWindow: 0 },
    async verify(channels): Promise<readonly Finding[]> {
      return channels.map((channel) => ({
        ok: true,
        subject: `${config.name}/${channel}`,
        detail: "prints to this terminal",
        remedy: undefined,
      }));
    },
    async listen() {},
    connection: () => "none",
    async send(post, delivery, signal) {
      show(delivery.channel, sentLabel(delivery), post, signal);
      return { messageId: delivery.id };
    },
    async edit(post, message, signal) {
      show(message.channel, `message ${short(message.messageId)}, edited in place`, post, signal);
    },
    async find() {
      return { state: "unknown", reason: "a terminal can't be asked what was printed on it" };
    },
    async [Symbol.asyncDispose]() {},
  };
}

const STYLE: Style = {
  strong: (text) => styleText("bold", text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
  link: (text) => styleText("underline", text, { validateStream: false }),
  tone: (text, tone: NotePost["tone"]) => styleText(COLOURS[tone], text, { validateStream: false }),
};

function sentLabel(delivery: Delivery): string {
  const label = `message ${short(delivery.id)}`;
  return delivery.replyTo === undefined ? label : `${label}, in reply to ${short(delivery.replyTo)}`;
}

function ruleLine(channel: string, label: string): string {
  const head = `── #${channel} `;
  const tail = ` ${label} ──`;
  return STYLE.faint(head + "─".repeat(Math.max(3, WIDTH - head.length - tail.length)) + tail);
}

function short(id: string): string {
  return id.slice(0, 6);
}
