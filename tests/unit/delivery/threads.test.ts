import { describe, expect, it } from "vitest";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { findDelivery } from "../../../src/store/deliveries.ts";
import { readItem } from "../../../src/store/items.ts";
import { ENGINES } from "../../support/database.ts";
import { analysisOf, channelOf, deliverNow, openScene, storeItem, type House } from "../../support/delivery-house.ts";
import type { SimulatedChat } from "../../support/simulated-chat.ts";

const threaded = channelOf("office", "threaded", { threads: "process" });
const flat = channelOf("office", "flat");

/** Enters an item of some processes and posts it in each channel. */
async function post(house: House, id: string, ...processes: readonly string[]): Promise<void> {
  await storeItem(house, id, analysisOf(id));
  const rows = processes.map((process) => ({
    process,
    item_id: id,
    published: "2026-06-23",
    first_seen_at: house.clock.now(),
  }));
  await house.store.db.deleteFrom("item_processes").where("item_id", "=", id).execute();
  if (rows.length > 0) await house.store.db.insertInto("item_processes").values(rows).execute();
  for (const channel of await house.tools.channels(house.store.db))
    await queueNews(house.store.db, channel, [id], 5, house.clock.now());
}

/** Each message with the headline of the one that it hangs on. */
function shown(chat: SimulatedChat, channel: string): readonly (readonly (string | undefined)[])[] {
  const messages = chat.messages(channel);
  const start = (text: string | undefined): string | undefined => text?.split("\n")[0];
  return messages.map(({ text, replyTo }) => [
    start(text),
    start(messages.find((message) => message.id === replyTo)?.text),
  ]);
}

describe.each(ENGINES)("threads on %s", (engine) => {
  it("gather what belongs to one process below the first post about it, where the channel wishes it", async () => {
    const { house, chat } = await openScene({ engine, channels: [threaded, flat] });
    await using _ = house;
    await post(house, "First", "mc14");
    await post(house, "Second", "moratorium");
    await post(house, "Third", "mc14");
    await post(house, "Fourth", "joint-initiative", "mc14");
    await post(house, "Fifth", "joint-initiative");
    await post(house, "Sixth");
    await house.settle();

    expect(shown(chat, "threaded")).toEqual([
      ["First", undefined],
      ["Second", undefined],
      ["Third", "First"],
      ["Fourth", "First"],
      // Slack hangs everything on a thread's first message, never on a message inside it.
      ["Fifth", "First"],
      ["Sixth", undefined],
    ]);
    expect(shown(chat, "flat").map(([, parent]) => parent)).toEqual(Array.from({ length: 6 }, () => undefined));
  });

  it("are where a lost post is looked for, and where it is posted again", async () => {
    const { house, chat } = await openScene({ engine, channels: [threaded, flat] });
    await using _ = house;
    await post(house, "First", "mc14");
    await house.settle();
    await post(house, "Second", "mc14");
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await house.settle();
    await post(house, "Third", "mc14");
    chat.fates.push({ kind: "lost", storedAfter: undefined });

    await house.settle();

    expect(shown(chat, "threaded")).toEqual([
      ["First", undefined],
      ["Second", "First"],
      ["Third", "First"],
    ]);
  });
});

describe("threads", () => {
  it("hold the place of a lost post even when another would be its place by now", async () => {
    const { house, chat } = await openScene({ channels: [threaded] });
    await using _ = house;
    await post(house, "First", "mc14");
    await deliverNow(house);
    await post(house, "Second", "mc14");
    chat.fates.push({ kind: "lost", storedAfter: 0 });
    await deliverNow(house);
    await house.store.db.deleteFrom("item_processes").execute();

    await house.settle();

    expect(shown(chat, "threaded")).toEqual([
      ["First", undefined],
      ["Second", "First"],
    ]);
    expect(chat.sends).toBe(2);
  });

  it("hold the corrections of what stands in them", async () => {
    const { house, chat } = await openScene({ channels: [threaded] });
    await using _ = house;
    await post(house, "First", "mc14");
    await post(house, "Second", "mc14");
    await house.settle();
    house.clock.advance(60_000);
    const before = await readItem(house.store.db, "Second");
    const participants = { count: 87, quote: "87" };
    const after = await storeItem(house, "Second", analysisOf("Second", { participants }), 2);
    if (before !== undefined) await queueCorrections(house.store.db, before, after, [threaded], house.clock.now());

    await house.settle();

    expect(shown(chat, "threaded").at(-1)).toEqual(["Correction", "First"]);
  });

  it("that are gone don't keep a post from standing in the channel", async () => {
    const { house, chat } = await openScene({ channels: [threaded] });
    await using _ = house;
    await post(house, "First", "mc14");
    await house.settle();
    await post(house, "Second", "mc14");
    chat.fates.push({ kind: "gone" });

    await house.settle();

    expect(shown(chat, "threaded").at(-1)).toEqual(["Second", undefined]);
    const key = { channel_id: threaded.id, subject_id: "Second", kind: "post" } as const;
    expect(await findDelivery(house.store.db, key)).toMatchObject({ state: "sent", payload: '{"untied":true}' });
  });
});
