import { expect } from "vitest";
import type { Delivery } from "../../../src/chat/adapter.ts";
import { ChatError } from "../../../src/chat/errors.ts";
import type { Platform, Server } from "./platform.ts";
import { itemPost } from "./posts.ts";

export type Open = () => Promise<Platform>;

/** A signal that is never aborted. */
export const GO: AbortSignal = new AbortController().signal;

/** Runs a test on a fresh platform, disposes the adapter, then the platform, and checks that nothing secret was logged. */
export async function on(open: Open, run: (platform: Platform) => Promise<void>): Promise<void> {
  await using platform = await open();
  try {
    await run(platform);
  } finally {
    await platform.adapter[Symbol.asyncDispose]();
  }
  for (const secret of platform.secrets) expect(platform.logged().join("\n")).not.toContain(secret);
}

/** The same for what only a server can make happen. Where there is none, nothing can be lost: then a post simply arrives. */
export async function onServer(open: Open, run: (platform: Platform, server: Server) => Promise<void>): Promise<void> {
  await on(open, async (platform) => {
    if (platform.server !== undefined) return await run(platform, platform.server);
    await platform.adapter.send(itemPost(), delivery(platform), GO);
    expect(await platform.messages(platform.channel)).toHaveLength(1);
  });
}

/** A delivery into the platform's channel; each `mark` gives another id. */
export function delivery(platform: Platform, changes: Partial<Delivery> = {}): Delivery {
  return { channel: platform.channel, id: "0123456789abcdef01234567", replyTo: undefined, ...changes };
}

/** What a call fails with. Nothing but ChatError may come out of an adapter, with its cause, and without a secret. */
export async function failureOf(platform: Pick<Platform, "secrets">, call: Promise<unknown>): Promise<ChatError> {
  const error: unknown = await call.then(
    () => new Error("the call succeeded"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ChatError);
  if (!(error instanceof ChatError)) throw error;
  for (const secret of platform.secrets) expect(error.message).not.toContain(secret);
  return error;
}
