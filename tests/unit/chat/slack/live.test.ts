import { describe, expect, test } from "vitest";
import type { Clock } from "../../../../src/model/time.ts";
import { liveConnection, pauseAfter } from "../../../../src/chat/slack/live.ts";
import type { Socket } from "../../../../src/chat/slack/socket.ts";

import { noDesk } from "../../../contract/suite/no-desk.ts";

const GO = new AbortController().signal;
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A clock whose every pause passes at once and is noted. */
function quickClock(): { readonly clock: Clock; readonly pauses: number[]; readonly advance: (ms: number) => void } {
  let now = 0;
  const pauses: number[] = [];
  const clock: Clock = {
    now: () => now,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      pauses.push(ms);
      now += ms;
    },
  };
  return { clock, pauses, advance: (ms) => void (now += ms) };
}

/** Sockets that open or fail as told, in order; further ones never come about. */
function sockets(outcomes: readonly ("opens" | "fails")[]) {
  const opened: (() => void)[] = [];
  const rest = [...outcomes];
  const open = async (signal: AbortSignal): Promise<Socket> => {
    const outcome = rest.shift();
    if (outcome === "fails") throw new Error("no route");
    if (outcome === undefined) return await new Promise((_, reject) => signal.addEventListener("abort", reject));
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    opened.push(resolve);
    return { ended, close: resolve };
  };
  return { open, opened, left: () => rest.length };
}

describe("a live connection", () => {
  test("waits a little longer after each failure, up to half a minute", () => {
    expect([0, 1, 2, 3, 6, 7, 100].map(pauseAfter)).toEqual([0, 500, 1000, 2000, 16_000, 30_000, 30_000]);
  });

  test("comes back at once after a sound connection, and patiently after failures", async () => {
    const { clock, pauses, advance } = quickClock();
    const { open, opened, left } = sockets(["opens", "fails", "fails", "opens", "opens"]);
    const live = liveConnection((_, signal) => open(signal), { clock, log: SILENT });
    expect(live.state()).toBe("none");
    await live.open(noDesk, GO);
    expect(live.state()).toBe("connected");
    advance(3_600_000);
    opened[0]?.();
    await expect.poll(() => opened.length).toBe(2);
    expect(pauses).toEqual([0, 500, 1000]);
    await expect.poll(() => live.state()).toBe("connected");
    advance(3_600_000);
    opened[1]?.();
    await expect.poll(left).toBe(0);
    expect(pauses).toEqual([0, 500, 1000, 0]);
    await live.close();
    expect(live.state()).toBe("none");
  });

  test("does not hammer a server that hangs up right after hello", async () => {
    const { clock, pauses } = quickClock();
    const { open, opened } = sockets(["opens", "opens", "opens", "opens"]);
    const live = liveConnection((_, signal) => open(signal), { clock, log: SILENT });
    await live.open(noDesk, GO);
    for (let time = 0; time < 3; time += 1) {
      opened[time]?.();
      await expect.poll(() => opened.length).toBe(time + 2);
      await expect.poll(() => live.state()).toBe("connected");
    }
    expect(pauses).toEqual([0, 500, 1000]);
    await live.close();
  });

  test("ends while it is trying to come back", async () => {
    const { clock } = quickClock();
    const { open, opened } = sockets(["opens"]);
    const live = liveConnection((_, signal) => open(signal), { clock, log: SILENT });
    await live.open(noDesk, GO);
    opened[0]?.();
    await expect.poll(() => live.state()).toBe("lost");
    await live.close();
    expect(live.state()).toBe("none");
  });

  test("says unreachable when it can't connect at first, and can be asked again", async () => {
    const { clock } = quickClock();
    const { open } = sockets(["fails", "opens"]);
    const live = liveConnection((_, signal) => open(signal), { clock, log: SILENT });
    await expect(live.open(noDesk, GO)).rejects.toMatchObject({ name: "ChatError", failure: "unreachable" });
    expect(live.state()).toBe("none");
    await live.open(noDesk, GO);
    expect(live.state()).toBe("connected");
    await live.close();
  });
});
