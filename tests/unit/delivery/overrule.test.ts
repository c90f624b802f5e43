import { describe, expect, it } from "vitest";
import { postItem, restoreItem, retractItem, type Word } from "../../../src/delivery/overrule.ts";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { readItem } from "../../../src/store/items.ts";
import { readOverride } from "../../../src/store/overrides.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES } from "../../support/database.ts";
import { analysisOf, channelOf, deliverNow, openScene, storeItem, type House } from "../../support/delivery-house.ts";

const HOUR = 3_600_000;
const trade = channelOf("office", "trade");
const digital = channelOf("office", "digital");
const daily = channelOf("office", "daily", { digest: { every: "day", at: 17 * 60 + 30 } });
const CHANNELS = [trade, digital, daily];

function word(itemId: string, changes: Partial<Word> = {}): Word {
  return { itemId, channelId: trade.id, by: "Ana", reason: "not on e-commerce", ...changes };
}

async function inside<T>(house: House, work: (db: Db, now: number) => Promise<T>): Promise<T> {
  return await house.store.transaction((db) => work(db, house.clock.now()));
}

async function posted(house: House, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await storeItem(house, id, analysisOf(id));
  for (const channel of [trade, digital]) await queueNews(house.store.db, channel, ids, 5, house.clock.now());
  await house.settle();
  house.clock.advance(HOUR);
}

async function correct(house: House, id: string, count: number): Promise<void> {
  const before = await readItem(house.store.db, id);
  const participants = { count, quote: `${count}` };
  const after = await storeItem(house, id, analysisOf(id, { participants }), (before?.item.revision ?? 0) + 1);
  if (before !== undefined) await queueCorrections(house.store.db, before, after, CHANNELS, house.clock.now());
}

describe.each(ENGINES)("what a person takes back on %s", (engine) => {
  it("is struck through with who and why, in that channel alone, and stays so through corrections", async () => {
    const { house, chat } = await openScene({ engine, channels: CHANNELS });
    await using _ = house;
    await posted(house, "First");

    expect(await inside(house, (db, now) => retractItem(db, word("First"), now))).toBe("retracted");
    expect(await inside(house, (db, now) => retractItem(db, word("First"), now))).toBe("already");
    await house.settle();

    const line = "Taken back 23 June 2026, 12:00 by Ana: not on e-commerce";
    expect(chat.messages("trade")[0]?.text).toMatch(new RegExp(`^${line}\n~~First~~`));
    expect(chat.messages("digital")[0]?.text).toMatch(/^First/);
    house.clock.advance(HOUR);
    await correct(house, "First", 87);
    await house.settle();
    expect(chat.messages("trade")).toHaveLength(1);
    expect(chat.messages("trade")[0]?.text).toMatch(new RegExp(`^${line}\n~~First~~[^]*~~Participants: 87~~`));
    expect(chat.messages("digital")).toHaveLength(2);
  });

  it("stands again after the undo, as it then is", async () => {
    const { house, chat } = await openScene({ engine, channels: CHANNELS });
    await using _ = house;
    await posted(house, "First");
    await inside(house, (db, now) => retractItem(db, word("First"), now));
    await house.settle();
    await correct(house, "First", 87);
    await house.settle();

    await inside(house, (db, now) => restoreItem(db, "First", trade.id, undefined, now));
    await house.settle();

    expect(chat.messages("trade")[0]?.text).toMatch(/^First[^]*Participants: 87/);
    expect(await readOverride(house.store.db, "First", trade.id)).toBeUndefined();
  });
});

describe("what a person takes back", () => {
  it("is not posted where it was still to come, and comes after the undo", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await storeItem(house, "First", analysisOf("First"));
    await queueNews(house.store.db, trade, ["First"], 5, house.clock.now());

    await inside(house, (db, now) => retractItem(db, word("First"), now));
    await house.settle();
    expect(chat.messages("trade")).toEqual([]);

    await inside(house, (db, now) => restoreItem(db, "First", trade.id, undefined, now));
    await house.settle();
    expect(chat.messages("trade")).toHaveLength(1);
  });

  it("is struck through once it is known that it was posted", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await storeItem(house, "First", analysisOf("First"));
    await queueNews(house.store.db, trade, ["First"], 5, house.clock.now());
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliverNow(house);
    house.clock.advance(1);

    await inside(house, (db, now) => retractItem(db, word("First"), now));
    await house.settle();

    expect(chat.messages("trade")).toHaveLength(1);
    expect(chat.messages("trade")[0]?.text).toMatch(/^Taken back/);
  });

  it("is struck through inside a digest that stands, and left out of one to come until the undo", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await deliverNow(house);
    const of = (itemId: string): Word => word(itemId, { channelId: daily.id });
    for (const id of ["First", "Second", "Third"]) await storeItem(house, id, analysisOf(id));
    await queueNews(house.store.db, daily, ["First", "Second", "Third"], 5, house.clock.now());
    expect(await inside(house, (db, now) => retractItem(db, of("Third"), now))).toBe("retracted");
    house.clock.moveTo(Date.UTC(2026, 5, 23, 15, 30));
    await deliverNow(house);
    const told = (): string => chat.messages("daily")[0]?.text ?? "";
    expect(told()).toContain("2 new items");
    house.clock.advance(HOUR);

    await inside(house, (db, now) => retractItem(db, of("First"), now));
    await house.settle();
    expect(told()).toMatch(/Taken back[^]*~~First~~[^]*\nSecond/);
    expect(told()).not.toContain("Third");

    await inside(house, (db, now) => restoreItem(db, "First", daily.id, undefined, now));
    await inside(house, (db, now) => restoreItem(db, "Third", daily.id, undefined, now));
    await house.settle();
    expect(told()).not.toContain("Taken back");
    house.clock.moveTo(Date.UTC(2026, 5, 24, 15, 30));
    await deliverNow(house);
    expect(chat.messages("daily")[1]?.text).toMatch(/^1 new item[^]*Third/);
  });

  it("before its digest went out is not shown by later edits either", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    const ids = ["1st", "2nd", "3rd", "4th", "5th", "6th"];
    for (const id of ids) await storeItem(house, id, analysisOf(id));
    await queueNews(house.store.db, trade, ids, 5, house.clock.now());
    await inside(house, (db, now) => retractItem(db, word("6th"), now));
    await house.settle();
    house.clock.advance(HOUR);
    await correct(house, "1st", 87);

    await house.settle();

    expect(chat.messages("trade")[0]?.text).toMatch(/^5 new items[^]*Participants: 87/);
    expect(chat.messages("trade")[0]?.text).not.toContain("6th");
  });

  it("must have been posted, or be about to", async () => {
    const { house } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await storeItem(house, "First", analysisOf("First"));

    expect(await inside(house, (db, now) => retractItem(db, word("First"), now))).toBe("absent");
  });
});

describe("what a person has posted", () => {
  it("is posted in that channel alone, once, though the program passed it over, and is corrected like any other", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await storeItem(house, "Fish", analysisOf("Fish", { relevant: false }));

    expect(await inside(house, (db, now) => postItem(db, word("Fish"), now))).toBe("queued");
    expect(await inside(house, (db, now) => postItem(db, word("Fish"), now))).toBe("waiting");
    await house.settle();
    expect(await inside(house, (db, now) => postItem(db, word("Fish"), now))).toBe("standing");
    house.clock.advance(HOUR);
    await correct(house, "Fish", 87);
    await house.settle();

    expect(chat.messages("trade")[0]?.text).toContain("Participants: 87");
    expect(chat.messages("trade").map((message) => message.replyTo)).toEqual([undefined, "m1"]);
    expect(chat.messages("digital")).toEqual([]);
  });

  it("does not come a second time with the digest that it waited for", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await deliverNow(house);
    await storeItem(house, "First", analysisOf("First"));
    await queueNews(house.store.db, daily, ["First"], 5, house.clock.now());

    await inside(house, (db, now) => postItem(db, word("First", { channelId: daily.id }), now));
    await deliverNow(house);
    house.clock.moveTo(Date.UTC(2026, 5, 23, 15, 30));
    await deliverNow(house);

    expect(chat.messages("daily")).toHaveLength(1);
  });

  it("stands again where it had been taken back", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await posted(house, "First");
    await inside(house, (db, now) => retractItem(db, word("First"), now));
    await house.settle();

    expect(await inside(house, (db, now) => postItem(db, word("First"), now))).toBe("restored");
    await house.settle();

    expect(chat.messages("trade")).toHaveLength(1);
    expect(chat.messages("trade")[0]?.text).toMatch(/^First/);
  });

  it("is tried again where it had been given up", async () => {
    const { house, chat } = await openScene({ channels: CHANNELS });
    await using _ = house;
    await storeItem(house, "First", analysisOf("First"));
    await queueNews(house.store.db, trade, ["First"], 5, house.clock.now());
    chat.fates.push({ kind: "rejected" });
    await house.settle();

    expect(await inside(house, (db, now) => postItem(db, word("First"), now))).toBe("queued");
    await house.settle();

    expect(chat.messages("trade")).toHaveLength(1);
    expect((await listDeliveries(house.store.db, { limit: 9 })).map((row) => row.state)).toEqual(["sent"]);
  });
});
