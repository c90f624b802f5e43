import { describe, expect, it } from "vitest";
import { queue, queueNews } from "../../../src/delivery/queue.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { openIncidents } from "../../../src/store/incidents.ts";
import { ENGINES } from "../../support/database.ts";
import { analysisOf, channelOf, deliverNow, openScene, storeItem, type House } from "../../support/delivery-house.ts";
import type { Fate } from "../../support/simulated-chat.ts";

const OK: Fate = { kind: "ok" };
const news = channelOf("office", "news", { publish: true });
const operators = channelOf("office", "operators");

async function post(house: House, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await storeItem(house, id, analysisOf(id));
    await queueNews(house.store.db, news, [id], 5, house.clock.now());
  }
}

async function states(house: House): Promise<readonly string[]> {
  const rows = await listDeliveries(house.store.db, { limit: 9 });
  return rows
    .toReversed()
    .filter((row) => row.channel_id === news.id)
    .map((row) => `${row.kind} ${row.state}`);
}

describe.each(ENGINES)("publishing on %s", (engine) => {
  it("follows each post, and not what is only said by the bot", async () => {
    const { house, chat } = await openScene({ engine, channels: [news], chat: { publish: true } });
    await using _ = house;
    await queue(house.store.db, news.id, "welcome", { kind: "channel", id: news.id }, 0, house.clock.now());
    await post(house, "First", "Second");

    await house.settle();

    expect(chat.published).toEqual(["m2", "m3"]);
    expect(chat.sends).toBe(3);
    expect(await states(house)).toEqual(["welcome sent", "post sent", "post sent", "publish sent", "publish sent"]);
  });

  it("that fails is tried again by itself: the post is not made again, and later posts pass", async () => {
    const { house, chat } = await openScene({ engine, channels: [news], chat: { publish: true } });
    await using _ = house;
    await post(house, "First");
    chat.fates.push(OK, { kind: "limited", retryAfter: 30 * 60_000 });
    await deliverNow(house);
    expect(await states(house)).toEqual(["post sent", "publish pending"]);

    await post(house, "Second");
    await deliverNow(house);
    expect(chat.messages("news").map((message) => message.text.split("\n")[0])).toEqual(["First", "Second"]);
    expect(chat.published).toEqual(["m2"]);
    await house.settle();

    expect(chat.published).toEqual(["m2", "m1"]);
    expect(chat.sends).toBe(2);
  });
});

describe("publishing", () => {
  it.each([
    [{ kind: "lost", storedAfter: undefined }, "sent", []],
    [{ kind: "refused" }, "sent", []],
    [{ kind: "gone" }, "skipped", []],
    [{ kind: "rejected" }, "failed", ["delivery"]],
    [{ kind: "unavailable" }, "failed", ["delivery"]],
    [{ kind: "unauthorised" }, "sent", []],
  ] as const satisfies readonly (readonly [Fate, string, readonly string[]])[])(
    "that meets %j ends as %s, and the operators hear where a person is needed",
    async (fate, state, incidents) => {
      const { house, chat } = await openScene({ channels: [news], operators, chat: { publish: true } });
      await using _ = house;
      await post(house, "First");
      chat.fates.push(OK, fate);

      await house.settle();

      expect(await states(house)).toEqual(["post sent", `publish ${state}`]);
      expect((await openIncidents(house.store.db)).map(({ key }) => key.split(":")[0])).toEqual(incidents);
      expect(chat.messages("news")).toHaveLength(1);
    },
  );

  it("is not tried where the platform has no such thing", async () => {
    const { house } = await openScene({ channels: [news], chat: { publish: false } });
    await using _ = house;
    await post(house, "First");

    await house.settle();

    expect(await states(house)).toEqual(["post sent"]);
  });
});
