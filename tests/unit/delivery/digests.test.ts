import { describe, expect, it } from "vitest";
import { createBell, keepDelivering } from "../../../src/delivery/dispatch.ts";
import { queueCorrections } from "../../../src/delivery/queue.ts";
import type { Clock } from "../../../src/model/time.ts";
import type { Topic } from "../../../src/model/topic.ts";
import { ensureFeed, updateFeed } from "../../../src/store/feeds.ts";
import { readItem } from "../../../src/store/items.ts";
import { listWaiting } from "../../../src/store/waiting.ts";
import { ENGINES } from "../../support/database.ts";
import {
  analysisOf,
  channelOf,
  deliverNow,
  news,
  openScene,
  START,
  starts,
  storeItem,
} from "../../support/delivery-house.ts";

const HOUR = 3_600_000;
/** 17:30 in Zurich, in summer. */
const EVENING = Date.UTC(2026, 5, 23, 15, 30);
const daily = channelOf("office", "daily", { digest: { every: "day", at: 17 * 60 + 30 } });
const TOPICS: readonly Topic[] = ["moratorium", "privacy"].map((id) => ({
  id,
  labels: { en: id.toUpperCase(), fr: id, es: id },
  emoji: "📦",
}));

describe.each(ENGINES)("digests on %s", (engine) => {
  it("hold what came since the last, in one post at their moment and not before", async () => {
    const { house, chat } = await openScene({ engine, channels: [daily] });
    await using _ = house;
    await deliverNow(house);
    await news(house, daily, "First");
    await news(house, daily, "Second");
    await house.settle();
    expect(chat.messages("daily")).toEqual([]);

    house.clock.moveTo(EVENING - 1);
    await deliverNow(house);
    expect(chat.messages("daily")).toEqual([]);
    house.clock.moveTo(EVENING);
    await deliverNow(house);

    const [digest, ...more] = chat.messages("daily");
    expect(more).toEqual([]);
    expect(digest?.text).toMatch(/^2 new items on e-commerce\n[^]*First[^]*Second/);
    await deliverNow(house);
    house.clock.moveTo(EVENING + 24 * HOUR);
    await deliverNow(house);
    expect(chat.messages("daily")).toHaveLength(1);
  });

  it("come once after the bot was down over several moments", async () => {
    const { house, chat } = await openScene({ engine, channels: [daily] });
    await using _ = house;
    await deliverNow(house);
    await news(house, daily, "First");

    house.clock.moveTo(EVENING + 3 * 24 * HOUR + HOUR);
    await deliverNow(house);
    await deliverNow(house);

    expect(starts(chat.messages("daily"))).toEqual(["1 new item on e-commerce"]);
  });

  it("show the latest wording of what was corrected while it waited, and nothing that is not on e-commerce any more", async () => {
    const { house, chat } = await openScene({ engine, channels: [daily] });
    await using _ = house;
    await deliverNow(house);
    for (const id of ["First", "Second"]) await news(house, daily, id);
    for (const [id, changes] of [
      ["First", { participants: { count: 87, quote: "87" } }],
      ["Second", { relevant: false }],
    ] as const) {
      const before = await readItem(house.store.db, id);
      const after = await storeItem(house, id, analysisOf(id, changes), 2);
      if (before !== undefined) await queueCorrections(house.store.db, before, after, [daily], house.clock.now());
    }

    house.clock.moveTo(EVENING);
    await deliverNow(house);

    const [digest, ...more] = chat.messages("daily");
    expect(more).toEqual([]);
    expect(digest?.text).toContain("Participants: 87");
    expect(digest?.text).not.toContain("Updated");
    expect(digest?.text).not.toContain("Second");
    expect(await listWaiting(house.store.db, daily.id)).toEqual([]);
  });

  it("are made by one of several workers", async () => {
    const { house, chat } = await openScene({ engine, channels: [{ ...daily, signOfLife: true }] });
    await using _ = house;
    await deliverNow(house);
    await news(house, daily, "First");
    house.clock.moveTo(EVENING);

    await Promise.all([deliverNow(house), deliverNow(house), deliverNow(house)]);

    expect(chat.messages("daily")).toHaveLength(1);
  });
});

describe("digests", () => {
  it("group by topic, each item once under its first topic, and begin with the meetings to come on the channel's topics", async () => {
    const chosen = { ...daily, topics: ["moratorium", "privacy"] };
    const { house, chat } = await openScene({ channels: [chosen], topics: TOPICS });
    await using _ = house;
    await deliverNow(house);
    const meeting = { kind: "plenary", status: "upcoming", quote: "They meet." } as const;
    await news(house, chosen, "On privacy", {
      topics: ["privacy"],
      meetings: [{ ...meeting, start: "2026-07-20", end: "2026-07-22" }],
    });
    await news(house, chosen, "On both", {
      topics: ["moratorium", "privacy"],
      meetings: [
        { ...meeting, kind: "workshop", status: "tentative", start: "2026-07-01", end: "2026-07-01" },
        { ...meeting, kind: "workshop", status: "held", start: "2026-06-01", end: "2026-06-01" },
        { ...meeting, kind: "ministerial", status: "postponed", start: "2026-07-02", end: "2026-07-03" },
      ],
    });
    await storeItem(
      house,
      "Elsewhere",
      analysisOf("Elsewhere", {
        topics: ["other"],
        meetings: [{ ...meeting, kind: "council", start: "2026-06-30", end: "2026-06-30" }],
      }),
    );

    house.clock.moveTo(EVENING);
    await deliverNow(house);

    const lines = chat.messages("daily")[0]?.text.split("\n") ?? [];
    expect(lines.slice(0, 9)).toEqual([
      "2 new items on e-commerce",
      "",
      "What comes next",
      "  • 1 July 2026 (tentative): On both",
      "  • 20–22 July 2026: On privacy",
      "",
      "— 📦 MORATORIUM —",
      "",
      "On both",
    ]);
    expect(lines.filter((line) => line === "On both")).toHaveLength(1);
    expect(lines.indexOf("— 📦 PRIVACY —")).toBeLessThan(lines.indexOf("On privacy"));
    expect(lines.indexOf("— 📦 PRIVACY —")).toBeGreaterThan(lines.indexOf("On both"));
  });

  it("are not sent empty, but for a sign of life with the last check", async () => {
    const alive = channelOf("office", "alive", { digest: daily.digest, signOfLife: true });
    const { house, chat } = await openScene({ channels: [daily, alive] });
    await using _ = house;
    await ensureFeed(house.store.db, { name: "wto-news", url: "https://example.org", language: "en" });
    await updateFeed(house.store.db, "wto-news", { succeeded_at: START });
    await deliverNow(house);
    house.clock.moveTo(EVENING);

    await deliverNow(house);

    expect(chat.messages("daily")).toEqual([]);
    const [sign, ...more] = chat.messages("alive");
    expect(more).toEqual([]);
    expect(sign?.text).toContain("Nothing new");
    expect(sign?.text).toContain("Last check: 23 June 2026, 11:00.");
  });

  it("give one sign of life after an outage, however many days it took", async () => {
    const alive = channelOf("office", "alive", { digest: daily.digest, signOfLife: true });
    const { house, chat } = await openScene({ channels: [alive] });
    await using _ = house;
    await deliverNow(house);
    chat.fates.push(...Array.from({ length: 9 }, () => ({ kind: "unavailable" }) as const));
    for (let day = 0; day < 4; day++) {
      house.clock.moveTo(EVENING + day * 24 * HOUR);
      await deliverNow(house);
    }

    await house.settle();

    expect(starts(chat.messages("alive"))).toEqual(["Nothing new"]);
  });

  it("are slept for, to their very moment", async () => {
    const { house, chat } = await openScene({ channels: [daily] });
    await using _ = house;
    await deliverNow(house);
    await news(house, daily, "First");
    house.clock.moveTo(EVENING - 5_000);
    const stop = new AbortController();
    const slept: number[] = [];
    const clock: Clock = {
      now: () => house.clock.now(),
      sleep: async (ms, signal) => {
        slept.push(ms);
        if (house.clock.now() < EVENING) house.clock.advance(ms);
        else await house.clock.sleep(ms, signal);
      },
    };
    const soon = stop.signal;
    const delivering = keepDelivering({ ...house.tools, clock }, createBell(), { soon, now: soon });

    await expect.poll(() => chat.messages("daily")).toHaveLength(1);
    stop.abort();
    await delivering;
    expect(slept[0]).toBe(5_000);
  });

  it("begin to count when a channel first has them, and what waited comes at once when it has them no more", async () => {
    const { house, chat } = await openScene({ channels: [daily] });
    await using _ = house;
    house.clock.moveTo(EVENING + 1);
    await deliverNow(house);
    await news(house, daily, "First");
    await deliverNow(house);
    expect(chat.messages("daily")).toEqual([]);

    const plain = { ...house, tools: { ...house.tools, channels: async () => [{ ...daily, digest: undefined }] } };
    await deliverNow(plain);

    expect(starts(chat.messages("daily"))).toEqual(["1 new item on e-commerce"]);
  });

  it("are on time again when the clock was far ahead for a while", async () => {
    const { house, chat } = await openScene({ channels: [daily] });
    await using _ = house;
    await house.store.db
      .updateTable("channels")
      .set({ digest_at: START + 365 * 24 * HOUR })
      .execute();
    await deliverNow(house);
    await news(house, daily, "First");
    house.clock.moveTo(EVENING);

    await deliverNow(house);

    expect(chat.messages("daily")).toHaveLength(1);
  });

  it.each(["2026-10-23", "2027-03-26"])("are one a day over the change of the clock: from %s", async (start) => {
    const night = channelOf("office", "night", { digest: { every: "day", at: 150 }, signOfLife: true });
    const { house, chat } = await openScene({ channels: [night] });
    await using _ = house;
    house.clock.moveTo(Date.parse(`${start}T12:00Z`));
    for (let half = 0; half < 4 * 48; half++) {
      await deliverNow(house);
      house.clock.advance(HOUR / 2);
    }

    expect(chat.messages("night")).toHaveLength(4);
  });

  it("are edited where one of their items is corrected", async () => {
    const { house, chat } = await openScene({ channels: [daily], topics: TOPICS });
    await using _ = house;
    await deliverNow(house);
    for (const id of ["First", "Second"]) await news(house, daily, id);
    house.clock.moveTo(EVENING);
    await deliverNow(house);
    house.clock.advance(HOUR);
    const before = await readItem(house.store.db, "Second");
    const changes = { participants: { count: 87, quote: "87" }, topics: ["moratorium"] };
    const after = await storeItem(house, "Second", analysisOf("Second", changes), 2);
    if (before !== undefined) await queueCorrections(house.store.db, before, after, [daily], house.clock.now());

    await house.settle();

    const [digest, reply] = chat.messages("daily");
    expect(digest?.text).toContain("Updated 23 June 2026, 18:30: participants none → 87");
    expect(digest?.text.indexOf("Second")).toBeLessThan(digest?.text.indexOf("First") ?? 0);
    expect(reply?.replyTo).toBe(digest?.id);
  });
});
