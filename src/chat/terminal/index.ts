import { styleText } from "node:util";
import { z } from "zod";
import type { NotePost, Post } from "../../model/post.ts";
import type { AdapterTools, ChatAdapter, Connection, Finding } from "../adapter.ts";
import { ChatError } from "../errors.ts";
import { cleanPost } from "../clean-post.ts";
import { converse } from "./prompt.ts";
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
  const times = new Map<string, number>();
  let connection: Connection = "none";
  /** Where it was posted last: what is typed is asked there. */
  let latest = config.name;
  const ending = new AbortController();
  return {
    capabilities: { edit: true, reply: true, find: false, publish: false, silent: false, dedupeWindow: 0 },
    async verify(channels): Promise<readonly Finding[]> {
      return channels.map((channel) => ({
        ok: true,
        subject: `${config.name}/${channel}`,
        detail: "prints to this terminal",
        remedy: undefined,
      }));
    },
    async listen(desk, signal) {
      connection = "connected";
      const lines = tools.lines?.();
      if (lines === undefined) return;
      const talk = { desk, lines, print: tools.print, channel: () => latest, person: config.name };
      converse(talk, AbortSignal.any([signal, ending.signal])).catch((error: unknown) => {
        if (!ending.signal.aborted) tools.log.warn({ chat: config.name, error }, "the prompt ended");
      });
    },
    connection: () => connection,
    async send(post, delivery, signal) {
      latest = delivery.channel;
      const time = (times.get(delivery.id) ?? 0) + 1;
      const messageId = time === 1 ? delivery.id : `${delivery.id}.${time}`;
      show(delivery.channel, sentLabel(messageId, delivery.replyTo), post, signal);
      times.set(delivery.id, time);
      return { messageId };
    },
    async edit(post, message, signal) {
      show(message.channel, `message ${short(message.messageId)}, edited in place`, post, signal);
    },
    async find() {
      return { state: "unknown", reason: "a terminal can't be asked what was printed on it" };
    },
    async publish() {
      throw new ChatError("rejected", `${config.name}: a terminal has no channels that others follow`);
    },
    async [Symbol.asyncDispose]() {
      ending.abort();
      connection = "none";
    },
  };
}

const STYLE: Style = {
  strong: (text) => styleText("bold", text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
  link: (text) => styleText("underline", text, { validateStream: false }),
  tone: (text, tone: NotePost["tone"]) => styleText(COLOURS[tone], text, { validateStream: false }),
};

function sentLabel(messageId: string, replyTo: string | undefined): string {
  const label = `message ${short(messageId)}`;
  return replyTo === undefined ? label : `${label}, in reply to ${short(replyTo)}`;
}

function ruleLine(channel: string, label: string): string {
  const head = `── #${channel} `;
  const tail = ` ${label} ──`;
  return STYLE.faint(head + "─".repeat(Math.max(3, WIDTH - head.length - tail.length)) + tail);
}

/** Enough of an id to tell messages on one screen apart. */
function short(messageId: string): string {
  const [id = "", time] = messageId.split(".");
  return time === undefined ? id.slice(-6) : `${id.slice(-6)}.${time}`;
}
