import { expect, test } from "vitest";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { afterFailedEdit } from "../../../src/delivery/verdict.ts";
import type { Fate } from "../../support/simulated-chat.ts";
import { findDelivery } from "../../../src/store/deliveries.ts";
import { analysisOf, channelOf, openScene, storeItem, type House } from "../../support/delivery-house.ts";
import type { SimulatedChat } from "../../support/simulated-chat.ts";

// An edit that nobody waits for any more may be carried out over a newer wording.

const trade = channelOf("office", "trade");
const KEY = { channel_id: trade.id, subject_id: "1", kind: "edit" } as const;

async function corrected(): Promise<{ readonly house: House; readonly chat: SimulatedChat }> {
  const { house, chat } = await openScene({ channels: [trade] });
  const before = await storeItem(house, "1", analysisOf("First"));
  await queueNews(house.store.db, trade, ["1"], 5, house.clock.now());
  await house.settle();
  house.clock.advance(60_000);
  const after = await storeItem(house, "1", analysisOf("First, corrected"), 2);
  await queueCorrections(house.store.db, before, after, [trade], house.clock.now());
  return { house, chat };
}

test("that an edit is tried is stored before it leaves", async () => {
  const { house, chat } = await corrected();
  await using _ = house;
  const tries: unknown[] = [];
  const watching = {
    ...chat,
    edit: async (...args: Parameters<SimulatedChat["edit"]>) => {
      tries.push((await findDelivery(house.store.db, KEY))?.first_tried_at);
      await chat.edit(...args);
    },
  };
  const began = house.clock.now();
  await using other = { ...house, tools: { ...house.tools, adapters: new Map([["office", watching]]) } };
  await settleWith(other);

  expect(tries).toEqual([began]);
});

test("an edit after which the process died is made once more when the earlier one can't come any more", async () => {
  const { house, chat } = await corrected();
  await using _ = house;
  // As a process leaves it that dies while the edit is under way.
  const died = house.clock.now();
  await house.store.db.updateTable("deliveries").set({ first_tried_at: died }).where("kind", "=", "edit").execute();

  await house.settle();

  expect(chat.edits).toBe(2);
  expect((await findDelivery(house.store.db, KEY))?.settled_at).toBe(died + 120_000);
});

test.each<Fate["kind"]>(["limited", "refused"])("what is %s now says nothing of an earlier try", (kind) => {
  const failure = kind === "limited" ? "rate-limited" : "unreachable";
  const progress = { state: "pending", attempts: 1, lastTriedAt: undefined, absences: 0, vanished: 0 } as const;
  const verdict = (firstTriedAt: number | undefined) =>
    afterFailedEdit({ ...progress, firstTriedAt }, failure, undefined, 10_000, 0);

  expect(verdict(undefined)).toMatchObject({ kind: "retry", fresh: true });
  expect(verdict(9_000)).toMatchObject({ kind: "retry", fresh: false });
});

async function settleWith({ tools }: Pick<House, "tools">): Promise<void> {
  const { deliverDue } = await import("../../../src/delivery/dispatch.ts");
  const never = new AbortController().signal;
  await deliverDue(tools, { soon: never, now: never });
}
