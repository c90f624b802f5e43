import { describe, expect, it } from "vitest";
import { deliverDue } from "../../../src/delivery/dispatch.ts";
import { listReady } from "../../../src/delivery/order.ts";
import type { Log } from "../../../src/model/log.ts";
import { findDelivery } from "../../../src/store/deliveries.ts";
import { ENGINES } from "../../support/database.ts";
import { channelOf, correct, deliverNow, news, openScene, SILENT, starts } from "../../support/delivery-house.ts";

const MINUTE = 60_000;
const NEVER = new AbortController().signal;
const STOP = { soon: NEVER, now: NEVER };
const trade = channelOf("office", "trade");
const other = channelOf("office", "other");

describe.each(ENGINES)("beside the order, on %s", (engine) => {
  it("waits an edit that is to be confirmed: later posts pass, and the log tells of it", async () => {
    const { house, chat } = await openScene({ engine, channels: [trade] });
    await using _ = house;
    const logged: string[] = [];
    const log: Log = { ...SILENT, info: (fields) => void logged.push(JSON.stringify(fields)) };
    const deliver = () => deliverDue({ ...house.tools, log }, STOP);
    await news(house, trade, "First");
    await deliver();
    house.clock.advance(MINUTE);
    await correct(house, "First", 87, [trade]);
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliver();
    house.clock.advance(10_000);
    await news(house, trade, "Second");
    await deliver();

    expect(starts(chat.messages("trade"))).toEqual(["First", "Correction", "Second"]);
    expect(logged.filter((line) => line.includes("made once more"))).toHaveLength(1);
    expect((await listReady(house.store.db, [trade], house.clock.now())).map(({ resting }) => resting)).toEqual([true]);
    const edits = chat.edits;
    await house.settle();
    expect(chat.edits).toBe(edits + 1);
  });

  it("waits an edit whose answer was lost, and a newer one overtakes it without being overwritten", async () => {
    const { house, chat } = await openScene({ engine, channels: [trade] });
    await using _ = house;
    await news(house, trade, "First");
    await deliverNow(house);
    house.clock.advance(MINUTE);
    await correct(house, "First", 87, [trade]);
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliverNow(house);
    await correct(house, "First", 88, [trade]);
    await deliverNow(house);

    expect(chat.messages("trade")[0]?.text).toContain("Participants: 88");
    await house.settle();
    expect(chat.messages("trade")[0]?.text).toContain("Participants: 88");
  });

  it("a correction that came while the channel was out of the configuration is made when it is back", async () => {
    const { house, chat } = await openScene({ engine, channels: [trade, other] });
    await using _ = house;
    for (const channel of [trade, other]) await news(house, channel, "First");
    await house.settle();
    house.clock.advance(MINUTE);
    await correct(house, "First", 87, [other]);
    const without = { ...house, tools: { ...house.tools, channels: async () => [other] } };
    await deliverNow(without);
    expect(chat.messages("trade")).toHaveLength(1);
    expect(chat.messages("trade")[0]?.text).not.toContain("87");

    await house.settle();

    for (const name of ["trade", "other"]) {
      expect(starts(chat.messages(name))).toEqual(["First", "Correction"]);
      expect(chat.messages(name)[0]?.text).toContain("Participants: 87");
    }
  });
});

describe("a first try that was stored under a clock that was ahead", () => {
  it.each([0, 11 * MINUTE])("is asked about, however late: %i ms", async (later) => {
    const { house, chat } = await openScene({ channels: [trade], chat: { dedupeWindow: 10 * MINUTE } });
    await using _ = house;
    await news(house, trade, "First");
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliverNow(house);
    // The clock was ten minutes ahead; by the platform's, which was right, the message stands since now.
    const row = { first_tried_at: house.clock.now() + 10 * MINUTE, last_tried_at: house.clock.now() + 10 * MINUTE };
    await house.store.db.updateTable("deliveries").set(row).execute();
    house.clock.advance(5_000);
    chat.fates.push({ kind: "lost", storedAfter: undefined });
    await deliverNow(house);
    house.clock.advance(later);

    await house.settle();

    expect(chat.sends).toBe(1);
    expect(starts(chat.messages("trade"))).toEqual(["First"]);
  });

  it("does not make an edit go on for ever", async () => {
    const { house, chat } = await openScene({ channels: [trade] });
    await using _ = house;
    await news(house, trade, "First");
    await deliverNow(house);
    house.clock.advance(MINUTE);
    await correct(house, "First", 87, [trade]);
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliverNow(house);
    await house.store.db
      .updateTable("deliveries")
      .set({ first_tried_at: house.clock.now() + 365 * 24 * 60 * MINUTE })
      .where("kind", "=", "edit")
      .execute();

    await house.settle();

    expect(chat.edits).toBeLessThan(5);
    const key = { channel_id: trade.id, subject_id: "First", kind: "edit" } as const;
    expect((await findDelivery(house.store.db, key))?.state).toBe("sent");
  });
});
