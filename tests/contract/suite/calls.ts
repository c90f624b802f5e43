import { describe, expect, test } from "vitest";
import type { Found } from "../../../src/chat/adapter.ts";
import { delivery, failureOf, GO, on, onServer, type Open } from "./opening.ts";
import { itemPost, notePost } from "./posts.ts";
import { expectShown, only } from "./reading.ts";

const OTHER_ID = "f".repeat(24);

/** Editing, replying, asking and repeating, each as far as the adapter says that it can. */
export function describeCalls(open: Open): void {
  describe("edits", () => {
    test("in place, or says that it can't", async () => {
      await on(open, async (platform) => {
        const { adapter } = platform;
        const { messageId } = await adapter.send(itemPost(), delivery(platform), GO);
        const message = { channel: platform.channel, deliveryId: delivery(platform).id, messageId };
        const corrected = itemPost({ headline: "Corrected headline", updates: [{ text: "Updated just now" }] });
        const outcome = await adapter.edit(corrected, message, GO).then(
          () => "edited",
          (error: unknown) => (error instanceof Error ? error.name : "?"),
        );
        expect(outcome).toBe(adapter.capabilities.edit ? "edited" : "ChatError");
        const after = only(await platform.messages(platform.channel));
        expect(after.messageId).toBe(messageId);
        const headline = adapter.capabilities.edit ? "Corrected headline" : itemPost().headline;
        expectShown(after, headline);
        expect(after.text.includes(itemPost().headline)).toBe(!adapter.capabilities.edit);
      });
    });

    test("a message that is gone: says so", async () => {
      await onServer(open, async (platform, server) => {
        const { adapter, channel } = platform;
        const { messageId } = await adapter.send(itemPost(), delivery(platform), GO);
        await server.remove(channel, messageId);
        const message = { channel, deliveryId: delivery(platform).id, messageId };
        const error = await failureOf(platform, adapter.edit(itemPost(), message, GO));
        expect(error.failure).toBe("gone");
        expect(await platform.messages(channel)).toEqual([]);
      });
    });
  });

  describe("removes", () => {
    test("what it sent and nothing else, where it can", async () => {
      await on(open, async (platform) => {
        const { adapter, channel } = platform;
        const { messageId } = await adapter.send(itemPost(), delivery(platform), GO);
        await adapter.send(notePost(), delivery(platform, { id: OTHER_ID }), GO);
        if (adapter.remove === undefined) return;
        const message = { channel, deliveryId: delivery(platform).id, messageId };
        await adapter.remove(message, GO);
        expectShown(only(await platform.messages(channel)), notePost().title);
        const again = await failureOf(platform, adapter.remove(message, GO));
        expect(again.failure).toBe("gone");
      });
    });
  });

  describe("replies", () => {
    test("tied to the post, where it can", async () => {
      await on(open, async (platform) => {
        const { adapter } = platform;
        const { messageId } = await adapter.send(itemPost(), delivery(platform), GO);
        const note = notePost({ title: "The date changed", link: undefined });
        await adapter.send(note, delivery(platform, { id: OTHER_ID, replyTo: messageId }), GO);
        const messages = await platform.messages(platform.channel);
        expect(messages).toHaveLength(2);
        expect(messages[1]?.replyTo).toBe(adapter.capabilities.reply ? messageId : undefined);
      });
    });
  });

  describe("finds", () => {
    test("what was posted, and nothing that was not", async () => {
      await on(open, async (platform) => {
        const { adapter, channel } = platform;
        const since = Date.now();
        const { messageId } = await adapter.send(itemPost(), delivery(platform), GO);
        const search = { channel, deliveryId: delivery(platform).id, replyTo: undefined, since };
        const posted = await adapter.find(search, GO);
        const absent = await adapter.find({ ...search, deliveryId: OTHER_ID }, GO);
        const { find } = adapter.capabilities;
        expect([told(posted), told(absent)]).toEqual(find ? [messageId, "absent"] : ["unknown", "unknown"]);
      });
    });

    test("a post whose answer was lost, and absence where it was never stored", async () => {
      await onServer(open, async (platform, server) => {
        const { adapter, channel } = platform;
        const since = Date.now();
        server.failNext("send", { kind: "lost", how: "reset", stored: true });
        await failureOf(platform, adapter.send(itemPost(), delivery(platform), GO));
        server.failNext("send", { kind: "lost", how: "reset", stored: false });
        await failureOf(platform, adapter.send(itemPost(), delivery(platform, { id: OTHER_ID }), GO));
        const [message] = await platform.messages(channel);
        const search = { channel, replyTo: undefined, since };
        const stored = await adapter.find({ ...search, deliveryId: delivery(platform).id }, GO);
        const lost = await adapter.find({ ...search, deliveryId: OTHER_ID }, GO);
        const { find } = adapter.capabilities;
        expect([told(stored), told(lost)]).toEqual(find ? [message?.messageId, "absent"] : ["unknown", "unknown"]);
      });
    });

    test("a post again after it was edited", async () => {
      await on(open, async (platform) => {
        const { adapter, channel } = platform;
        const since = Date.now();
        const deliveryId = delivery(platform).id;
        const { messageId } = await adapter.send(itemPost(), delivery(platform), GO);
        await adapter.edit(itemPost({ headline: "Corrected" }), { channel, deliveryId, messageId }, GO).catch(() => {});
        const found = await adapter.find({ channel, deliveryId, replyTo: undefined, since }, GO);
        expect(told(found)).toBe(adapter.capabilities.find ? messageId : "unknown");
      });
    });

    test("a reply, in the place where replies are", async () => {
      await on(open, async (platform) => {
        const { adapter, channel } = platform;
        const since = Date.now();
        const { messageId: replyTo } = await adapter.send(itemPost(), delivery(platform), GO);
        const { messageId } = await adapter.send(notePost(), delivery(platform, { id: OTHER_ID, replyTo }), GO);
        const found = await adapter.find({ channel, deliveryId: OTHER_ID, replyTo, since }, GO);
        expect(told(found)).toBe(adapter.capabilities.find ? messageId : "unknown");
      });
    });

    test("nothing out where it may not read, and says why", async () => {
      await onServer(open, async (platform, server) => {
        const { adapter, channel } = platform;
        const since = Date.now();
        await adapter.send(itemPost(), delivery(platform), GO);
        await server.denyReading(channel);
        const found = await adapter.find({ channel, deliveryId: OTHER_ID, replyTo: undefined, since }, GO);
        expect(found).toEqual({ state: "unknown", reason: expect.stringMatching(/\w{3}/) });
      });
    });
  });

  describe("posts again", () => {
    test("what has the same id as often as its dedupe window says", async () => {
      await on(open, async (platform) => {
        const { adapter } = platform;
        const first = await adapter.send(itemPost(), delivery(platform), GO);
        const second = await adapter.send(itemPost(), delivery(platform), GO);
        const once = adapter.capabilities.dedupeWindow > 0;
        expect(await platform.messages(platform.channel)).toHaveLength(once ? 1 : 2);
        expect(second.messageId === first.messageId).toBe(once);
      });
    });
  });
}

/** What an adapter answers, in a word: the message's id where it was found. */
function told(found: Found): string {
  return found.state === "posted" ? found.messageId : found.state;
}
