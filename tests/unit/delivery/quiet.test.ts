import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { queueAnnouncement } from "../../../src/delivery/announce.ts";
import { raise } from "../../../src/delivery/incidents.ts";
import { holdsAny, listReady } from "../../../src/delivery/order.ts";
import { postItem } from "../../../src/delivery/overrule.ts";
import { queue, queueNews } from "../../../src/delivery/queue.ts";
import { findDelivery } from "../../../src/store/deliveries.ts";
import { noteChange } from "../../../src/store/changes.ts";
import { ENGINES } from "../../support/database.ts";
import {
  analysisOf,
  channelOf,
  correct,
  deliverNow,
  openScene,
  START,
  starts,
  storeItem,
  type House,
} from "../../support/delivery-house.ts";

const HOUR = 3_600_000;
/** 20:00 and 07:00 in Zurich, in summer. */
const EVENING = Date.UTC(2026, 5, 23, 18);
const MORNING = Date.UTC(2026, 5, 24, 5);
const night = channelOf("office", "night", {
  quiet: { from: 20 * 60, until: 7 * 60 },
  passing: ["Général suspension", "moratorium"],
});
const operators = channelOf("office", "operators", { quiet: night.quiet });

async function news(house: House, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await storeItem(house, id, analysisOf(id));
    await queueNews(house.store.db, night, [id], 5, house.clock.now());
  }
}

describe.each(ENGINES)("quiet hours on %s", (engine) => {
  it("hold posts until their end and let pass, out of order, only what holds a word that passes", async () => {
    const { house, chat } = await openScene({ engine, channels: [night] });
    await using _ = house;
    house.clock.moveTo(EVENING);
    await news(house, "First", "Second", "A general SUSPENSION of talks", "Third");

    await deliverNow(house);
    expect(starts(chat.messages("night"))).toEqual(["A general SUSPENSION of talks"]);
    house.clock.moveTo(MORNING - 1);
    await deliverNow(house);
    expect(chat.messages("night")).toHaveLength(1);
    house.clock.moveTo(MORNING);
    await deliverNow(house);

    expect(starts(chat.messages("night")).slice(1)).toEqual(["First", "Second", "Third"]);
  });

  it("let edits and operators' notices pass while posts and replies wait", async () => {
    const { house, chat } = await openScene({ engine, channels: [night], operators });
    await using _ = house;
    await news(house, "First");
    await deliverNow(house);
    house.clock.moveTo(EVENING);
    await news(house, "Second");
    await correct(house, "First", 87, [night]);
    await raise(house.store.db, house.tools.operators, "feed:wto-news", "The feed failed.", house.clock.now());

    await deliverNow(house);

    expect(starts(chat.messages("night"))).toEqual(["First"]);
    expect(chat.messages("night")[0]?.text).toContain("Participants: 87");
    expect(chat.messages("operators")).toHaveLength(1);
    house.clock.moveTo(MORNING);
    await deliverNow(house);
    expect(starts(chat.messages("night"))).toEqual(["First", "Second", "Correction"]);
  });
});

describe("quiet hours", () => {
  it("let what waits be corrected, and post it in its latest wording", async () => {
    const { house, chat } = await openScene({ channels: [night] });
    await using _ = house;
    house.clock.moveTo(EVENING);
    await news(house, "First");
    await correct(house, "First", 87, [night]);
    await deliverNow(house);

    house.clock.moveTo(MORNING);
    await house.settle();

    expect(chat.messages("night")).toHaveLength(1);
    expect(chat.messages("night")[0]?.text).toContain("Participants: 87");
    expect(chat.messages("night")[0]?.text).not.toContain("Updated");
  });

  it("do not hold what a person asked for, nor what says so", async () => {
    const { house, chat } = await openScene({ channels: [night] });
    await using _ = house;
    house.clock.moveTo(EVENING);
    const now = house.clock.now();
    await news(house, "First");
    await storeItem(house, "Asked for", analysisOf("Asked for", { relevant: false }));
    const word = { itemId: "Asked for", channelId: night.id, by: "Ana", reason: undefined };
    await house.store.transaction(async (db) => {
      await postItem(db, word, now);
      const change = {
        id: "c1",
        question: "q1",
        channel_id: night.id,
        kind: "post",
        by_id: "1",
        by_name: "Ana",
        at: now,
        before: null,
        after: null,
        item_id: "Asked for",
        reason: null,
        undone_at: null,
        undone_by: null,
      } as const;
      await noteChange(db, change);
      await queueAnnouncement(db, change, now);
    });

    await deliverNow(house);

    expect(starts(chat.messages("night"))).toEqual(["Asked for", "Ana had an item posted"]);
  });

  it("don't leave unfinished what was begun before", async () => {
    const { house, chat } = await openScene({ channels: [night] });
    await using _ = house;
    house.clock.moveTo(EVENING - 1);
    await news(house, "First", "Second");
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliverNow(house);
    house.clock.moveTo(EVENING + 60_000);

    await deliverNow(house);

    const ready = await listReady(house.store.db, [night], house.clock.now());
    expect(ready).toEqual([{ channel: night, readyAt: MORNING, resting: true }]);
    const key = { channel_id: night.id, subject_id: "First", kind: "post" } as const;
    expect((await findDelivery(house.store.db, key))?.state).toBe("sent");
    expect(starts(chat.messages("night"))).toEqual(["First"]);
  });

  it("are no waiting that operators would have to hear of", async () => {
    const { house, chat } = await openScene({ channels: [night], operators: { ...operators, quiet: undefined } });
    await using _ = house;
    house.clock.moveTo(EVENING);
    await news(house, "First");
    house.clock.moveTo(MORNING);
    chat.fates.push({ kind: "refused" });

    await house.settle();

    expect(chat.messages("operators")).toEqual([]);
    expect(chat.messages("night")).toHaveLength(1);
  });

  it("that are taken out of the configuration hold nothing any more", async () => {
    const { house, chat } = await openScene({ channels: [night] });
    await using _ = house;
    house.clock.moveTo(EVENING);
    await news(house, "First");
    await deliverNow(house);

    await deliverNow({
      ...house,
      tools: { ...house.tools, channels: async () => [{ ...night, quiet: undefined }] },
    });

    expect(chat.messages("night")).toHaveLength(1);
  });

  it("keep the order of all that waits, whatever comes when", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 6 }),
        async (steps) => {
          const { house, chat } = await openScene({ channels: [night] });
          await using _ = house;
          house.clock.moveTo(EVENING - HOUR);
          const expected: string[] = [];
          const passed: string[] = [];
          for (const [index, [passes, hours]] of steps.entries()) {
            const id = `${index}${passes ? " moratorium" : ""}`;
            await news(house, id);
            const isQuiet = house.clock.now() >= EVENING && house.clock.now() < MORNING;
            (passes && isQuiet ? passed : expected).push(id);
            await deliverNow(house);
            house.clock.advance(hours * HOUR);
          }
          house.clock.moveTo(MORNING);
          await house.settle();

          const shown = starts(chat.messages("night"));
          expect(shown.filter((one) => !passed.includes(one))).toEqual(expected);
          expect(shown.filter((one) => passed.includes(one))).toEqual(passed);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});

test("words that pass are whole words or phrases, whatever their case and accents", () => {
  expect(holdsAny("Members agree: «Suspension GÉNÉRALE».", ["suspension generale"])).toBe(true);
  expect(holdsAny("The moratoriums", ["moratorium"])).toBe(false);
  expect(holdsAny("general, then suspension", ["general suspension"])).toBe(false);
  expect(holdsAny("anything", ["", "  ", "!"])).toBe(false);
});

test("posts are silent where the channel wishes it and the platform can do it", async () => {
  const silent = channelOf("office", "silent", { silent: true });
  for (const can of [true, false]) {
    const { house, chat } = await openScene({ channels: [silent], chat: { silent: can } });
    await using _ = house;
    await storeItem(house, "First", analysisOf("First"));
    await queue(house.store.db, silent.id, "post", { kind: "item", id: "First" }, 0, START);
    await house.settle();
    expect(chat.messages("silent").map((message) => message.silent)).toEqual([can]);
  }
});
