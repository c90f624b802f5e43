import { describe, expect, test } from "vitest";
import type { ChatAdapter } from "../../../src/chat/adapter.ts";
import { delivery, failureOf, GO, on, onServer, type Open } from "./opening.ts";
import type { Call, Loss, Platform, Server } from "./platform.ts";
import { itemPost } from "./posts.ts";

const LOSSES: readonly Loss[] = ["reset", "close", "hang", "500", "502-html", "200-html", "cut"];
/** Well below any adapter's own limit for a request: who ignores the signal and waits for that does not pass. */
const AT_ONCE = { timeout: 5000 };
const CALLS: readonly Call[] = ["send", "edit", "find"];

/** Each failure is reported as itself, after exactly one request. */
export function describeFailing(open: Open): void {
  describe("reports when sending", () => {
    test("a refused connection as unreachable, and posts nothing", async () => {
      await onServer(open, async (platform, server) => {
        const outage = await server.outage();
        const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
        expect(error.failure).toBe("unreachable");
        expect(error.cause).toBeDefined();
        await outage[Symbol.asyncDispose]();
        expect(await platform.messages(platform.channel)).toEqual([]);
        await platform.adapter.send(itemPost(), delivery(platform), GO);
        expect(await platform.messages(platform.channel)).toHaveLength(1);
      });
    });

    test.for(["unauthorised", "rejected"] as const)("%s as itself", async (kind) => {
      await onServer(open, async (platform, server) => {
        server.failNext("send", { kind });
        const error = await failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), GO));
        expect(error.failure).toBe(kind);
        expect(error.cause).toBeDefined();
        expect(server.postingRequests()).toBe(1);
        expect(await platform.messages(platform.channel)).toEqual([]);
      });
    });

    test.for(LOSSES.flatMap((how) => [true, false].map((stored) => ({ how, stored }))))(
      "an answer lost by $how as ambiguous (stored: $stored), and does not repeat the request",
      AT_ONCE,
      async ({ how, stored }) => {
        await onServer(open, async (platform, server) => {
          const { struck } = server.failNext("send", { kind: "lost", how, stored });
          const stop = new AbortController();
          const sending = failureOf(platform, platform.adapter.send(itemPost(), delivery(platform), stop.signal));
          await struck;
          // Only a hanging call has to be ended from outside.
          if (how === "hang") stop.abort();
          const error = await sending;
          expect(error.failure).toBe("ambiguous");
          expect(error.cause).toBeDefined();
          expect(server.postingRequests()).toBe(1);
          expect(await platform.messages(platform.channel)).toHaveLength(stored ? 1 : 0);
        });
      },
    );

    test("a channel that it may not post in, with the remedy", async () => {
      await on(open, async (platform) => {
        const { forbidden, adapter } = platform;
        const channel = forbidden?.channel ?? platform.channel;
        const outcome = await adapter.send(itemPost(), delivery(platform, { channel }), GO).then(
          () => "sent",
          (error: unknown) => String(error),
        );
        expect(outcome).toMatch(forbidden?.remedy ?? /^sent$/);
        expect(await platform.messages(channel)).toHaveLength(forbidden === undefined ? 1 : 0);
      });
    });

    test("a signal that was aborted before as certainly not sent", async () => {
      await on(open, async (platform) => {
        const sending = platform.adapter.send(itemPost(), delivery(platform), AbortSignal.abort());
        expect((await failureOf(platform, sending)).failure).toBe("unreachable");
        expect(await platform.messages(platform.channel)).toEqual([]);
      });
    });
  });

  describe("reports in every call", () => {
    test.for(CALLS)("%s: a rate limit, to the second", async (call) => {
      await onCall(open, call, async (make, platform, server) => {
        server.failNext(call, { kind: "rate-limited", retryAfterSeconds: 37 });
        const error = await failureOf(platform, make(GO));
        expect([error.failure, error.retryAfter]).toEqual(["rate-limited", 37_000]);
        expect(error.cause).toBeDefined();
        await make(GO);
      });
    });

    test.for(["edit", "find"] as const)("%s: a lost answer as ambiguous, and can simply be repeated", async (call) => {
      await onCall(open, call, async (make, platform, server) => {
        server.failNext(call, { kind: "lost", how: "close", stored: true });
        expect((await failureOf(platform, make(GO))).failure).toBe("ambiguous");
        await make(GO);
        expect(await platform.messages(platform.channel)).toHaveLength(1);
      });
    });

    test.for(["edit", "find"] as const)("%s: a refused connection as unreachable", async (call) => {
      await onCall(open, call, async (make, platform, server) => {
        const outage = await server.outage();
        expect((await failureOf(platform, make(GO))).failure).toBe("unreachable");
        await outage[Symbol.asyncDispose]();
        await make(GO);
      });
    });
  });
}

type Make = (signal: AbortSignal) => Promise<unknown>;

/** Runs a test with a call that is ready to be made. An adapter that says that it can't make the call is held to that. */
async function onCall(
  open: Open,
  call: Call,
  run: (make: Make, platform: Platform, server: Server) => Promise<void>,
): Promise<void> {
  await onServer(open, async (platform, server) => {
    const { capabilities } = platform.adapter;
    const make = await prepared(platform, call);
    if (call === "send" || capabilities[call]) return await run(make, platform, server);
    expect(capabilities[call]).toBe(false);
    const outcome = await make(GO).catch((error: unknown) => error);
    expect(outcome).toMatchObject(call === "edit" ? { name: "ChatError" } : { state: "unknown" });
  });
}

/** What the call needs has been posted. */
async function prepared(platform: Platform, call: Call): Promise<Make> {
  const { adapter } = platform;
  const post = itemPost();
  const mark = delivery(platform);
  if (call === "send") return async (signal) => await adapter.send(post, mark, signal);
  const since = Date.now();
  const { messageId } = await adapter.send(post, mark, GO);
  const message = { channel: mark.channel, deliveryId: mark.id, messageId };
  if (call === "edit") return async (signal) => await adapter.edit(post, message, signal);
  return asking(adapter, { channel: mark.channel, deliveryId: mark.id, replyTo: undefined, since });
}

function asking(adapter: ChatAdapter, search: Parameters<ChatAdapter["find"]>[0]) {
  return async (signal: AbortSignal) => await adapter.find(search, signal);
}
