import { expect, test } from "vitest";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { readItem } from "../../../src/store/items.ts";
import { handClock } from "../../support/clock.ts";
import { analysisOf, channelOf, openHouse, START, storeItem, type House } from "../../support/delivery-house.ts";
import { simulatedChat, type SimulatedChat } from "../../support/simulated-chat.ts";

// A clock that was far ahead when a post went out is put right before the post's item is corrected.

const DAY = 24 * 60 * 60_000;
const trade = channelOf("office", "trade");
const MEETING = "25 June 2026: Item";
const counted = (headline: string, count: number) =>
  analysisOf(headline, {
    participants: { count, quote: `${count} members took part.` },
    meetings: [{ start: "2026-06-25", end: "2026-06-25", kind: "plenary", status: "upcoming", quote: "They meet." }],
  });

async function setBackAfter(ids: readonly string[]): Promise<{ readonly house: House; readonly chat: SimulatedChat }> {
  // The platform has a clock of its own.
  const chat = simulatedChat({ clock: handClock(START) });
  const house = await openHouse({ adapters: () => ({ office: chat }), channels: [trade] });
  house.clock.advance(400 * DAY);
  for (const id of ids) await storeItem(house, id, counted(`Item ${id}`, 86));
  await queueNews(house.store.db, trade, ids, 5, house.clock.now());
  await house.settle();
  house.clock.setBack(400 * DAY);
  return { house, chat };
}

async function correct(house: House, id: string): Promise<void> {
  const before = await readItem(house.store.db, id);
  if (before === undefined) throw new Error(`no item ${id}`);
  const after = await storeItem(house, id, counted(`Item ${id}`, 87), 2);
  await queueCorrections(house.store.db, before, after, [trade], house.clock.now());
}

test("the post says what was corrected, and a reply tells it", async () => {
  const { house, chat } = await setBackAfter(["A"]);
  await using _ = house;
  await correct(house, "A");

  await house.settle();

  const [post, reply] = chat.messages("trade");
  expect(post?.text).toMatch(/Updated .*participants 86 → 87/u);
  expect(reply?.text).toContain("participants 86 → 87");
});

test("where the message is gone, the correction comes by itself", async () => {
  const { house, chat } = await setBackAfter(["A"]);
  await using _ = house;
  await correct(house, "A");
  chat.fates.push({ kind: "gone" });

  await house.settle();

  expect(chat.messages("trade")[1]?.text).toContain("participants 86 → 87");
});

test("in a digest only what was corrected says so", async () => {
  const { house, chat } = await setBackAfter(["A", "B", "C", "D", "E", "F"]);
  await using _ = house;
  await correct(house, "C");

  await house.settle();

  expect(chat.messages("trade")[0]?.text.match(/Updated /gu)).toHaveLength(1);
});

test("a digest lists the meetings that are to come as of today", async () => {
  const { house, chat } = await setBackAfter(["A", "B", "C", "D", "E", "F"]);
  await using _ = house;
  expect(chat.messages("trade")[0]?.text).not.toContain(MEETING);
  await correct(house, "C");

  await house.settle();

  expect(chat.messages("trade")[0]?.text).toContain(MEETING);
});
