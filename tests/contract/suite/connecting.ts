import { describe, expect, test } from "vitest";
import { failureOf, GO, on, onServer, type Open } from "./opening.ts";
import { noDesk } from "./no-desk.ts";

/** A live connection comes back by the adapter's own waiting, which the suite does not lead. */
const COMES_BACK = { timeout: 15_000 };

/** Checking, listening and ending. */
export function describeConnecting(open: Open): void {
  describe("verifies", () => {
    test("a channel in order, posting nothing", async () => {
      await on(open, async (platform) => {
        const findings = await platform.adapter.verify([platform.channel], GO);
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.filter((finding) => !finding.ok)).toEqual([]);
        expect(JSON.stringify(findings)).toContain(platform.channel);
        expect(await platform.messages(platform.channel)).toEqual([]);
        expect(platform.server?.postingRequests() ?? 0).toBe(0);
      });
    });

    test("a channel that is wrong: names it and the remedy", async () => {
      await on(open, async (platform) => {
        const { forbidden } = platform;
        const channels = [platform.channel, ...(forbidden === undefined ? [] : [forbidden.channel])];
        const findings = await platform.adapter.verify(channels, GO);
        const wrong = findings.filter((finding) => !finding.ok);
        expect(wrong).toHaveLength(forbidden === undefined ? 0 : 1);
        expect(JSON.stringify(wrong)).toContain(forbidden?.channel ?? "");
        expect(wrong[0]?.remedy ?? "").toMatch(forbidden?.remedy ?? /^$/);
        for (const secret of platform.secrets) expect(JSON.stringify(findings)).not.toContain(secret);
      });
    });

    test("a platform that can't be reached: a finding, not an error", async () => {
      await onServer(open, async (platform, server) => {
        await using _outage = await server.outage();
        const findings = await platform.adapter.verify([platform.channel], GO);
        expect(findings.some((finding) => !finding.ok)).toBe(true);
      });
    });
  });

  describe("listens", () => {
    test("connects, and leaves nothing open when it is disposed", async () => {
      await on(open, async (platform) => {
        const { adapter } = platform;
        expect(adapter.connection()).toBe("none");
        await adapter.listen(noDesk, GO);
        expect(adapter.connection()).toBe("connected");
        await adapter[Symbol.asyncDispose]();
        expect(adapter.connection()).toBe("none");
        await platform.server?.allClosed();
      });
    });

    test("can be disposed without ever having listened, and twice", async () => {
      await on(open, async (platform) => {
        await platform.adapter[Symbol.asyncDispose]();
        await platform.adapter[Symbol.asyncDispose]();
        expect(platform.adapter.connection()).toBe("none");
        await platform.server?.allClosed();
      });
    });

    test("a platform that can't be reached: says so, and connects when asked again", async () => {
      await onServer(open, async (platform, server) => {
        const { adapter } = platform;
        const outage = await server.outage();
        expect((await failureOf(platform, adapter.listen(noDesk, GO))).failure).toBe("unreachable");
        expect(adapter.connection()).not.toBe("connected");
        await outage[Symbol.asyncDispose]();
        await adapter.listen(noDesk, GO);
        expect(adapter.connection()).toBe("connected");
      });
    });

    test("survives a lost connection and tells of it", async () => {
      await onServer(open, async (platform, server) => {
        const { adapter } = platform;
        await adapter.listen(noDesk, GO);
        const outage = await server.outage();
        await server.dropConnection();
        await expect.poll(() => adapter.connection(), COMES_BACK).toBe("lost");
        await outage[Symbol.asyncDispose]();
        await expect.poll(() => adapter.connection(), COMES_BACK).toBe("connected");
        await adapter[Symbol.asyncDispose]();
        await server.allClosed();
      });
    });

    test("can be disposed while the platform is away", async () => {
      await onServer(open, async (platform, server) => {
        const { adapter } = platform;
        await adapter.listen(noDesk, GO);
        await using _outage = await server.outage();
        await server.dropConnection();
        await expect.poll(() => adapter.connection(), COMES_BACK).toBe("lost");
        await adapter[Symbol.asyncDispose]();
        expect(adapter.connection()).toBe("none");
        await server.allClosed();
      });
    });
  });
}
