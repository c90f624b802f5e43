import { expect, test } from "vitest";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { readItem } from "../../../src/store/items.ts";
import { analysisOf, channelOf, deliverNow, openScene, storeItem, type House } from "../../support/delivery-house.ts";

// What readers of a post saw first is what its corrections are told against.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const trade = channelOf("office", "trade");
const told = (id: string, count: number) =>
  analysisOf(`Item ${id}`, {
    participants: { count, quote: `${count} members took part.` },
    meetings: [{ start: "2026-06-25", end: "2026-06-25", kind: "plenary", status: "upcoming", quote: "They meet." }],
  });

async function correct(house: House, id: string): Promise<void> {
  const before = await readItem(house.store.db, id);
  if (before === undefined) throw new Error(`no item ${id}`);
  const after = await storeItem(house, id, told(id, 87), 2);
  await queueCorrections(house.store.db, before, after, [trade], house.clock.now());
}

test("a try that is repeated after a correction tells what its first try told", async () => {
  const { house, chat } = await openScene({ channels: [trade], chat: { dedupeWindow: 5 * MINUTE } });
  await using _ = house;
  await storeItem(house, "A", told("A", 86));
  await queueNews(house.store.db, trade, ["A"], 5, house.clock.now());
  chat.fates.push({ kind: "lost", storedAfter: 0 });
  await deliverNow(house);
  expect(chat.sends).toBe(1);
  await correct(house, "A");

  await house.settle();

  expect(chat.sends).toBeGreaterThan(2);
  expect(chat.messages("trade")[0]?.text).toMatch(/Updated .*participants 86 → 87/u);
});

test("a digest that is corrected days later lists the meetings that it listed", async () => {
  const { house, chat } = await openScene({ channels: [trade] });
  await using _ = house;
  const ids = ["A", "B", "C", "D", "E", "F"];
  for (const id of ids) await storeItem(house, id, told(id, 86));
  await queueNews(house.store.db, trade, ids, 5, house.clock.now());
  await house.settle();
  house.clock.advance(7 * DAY);
  await correct(house, "C");

  await house.settle();

  const [digest] = chat.messages("trade");
  expect(digest?.text).toContain("Updated ");
  expect(digest?.text).toContain("25 June 2026: Item");
});
