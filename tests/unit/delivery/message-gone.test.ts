import { expect, test } from "vitest";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { analysisOf, channelOf, openScene, storeItem } from "../../support/delivery-house.ts";

const trade = channelOf("office", "trade");
const counted = (headline: string, count: number) =>
  analysisOf(headline, { participants: { count, quote: `${count} members took part.` } });

test("where the message is gone, the reply that was to be tied to it says by itself which item changed", async () => {
  const { house, chat } = await openScene({ channels: [trade] });
  await using _ = house;
  const before = await storeItem(house, "1", counted("First", 86));
  await queueNews(house.store.db, trade, ["1"], 5, house.clock.now());
  await house.settle();
  house.clock.advance(60_000);
  const after = await storeItem(house, "1", counted("First, corrected", 87), 2);
  await queueCorrections(house.store.db, before, after, [trade], house.clock.now());
  // Of the edit; a platform may well take a reply to what it no longer shows.
  chat.fates.push({ kind: "gone" });

  await house.settle();

  const [, correction, ...more] = chat.messages("trade");
  expect(correction?.text).toContain("Correction: First, corrected");
  expect(correction?.replyTo).toBeUndefined();
  expect(more).toEqual([]);
});
