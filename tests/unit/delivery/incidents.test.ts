import { describe, expect, it, test } from "vitest";
import { clear, raise, type OperatorsChannel } from "../../../src/delivery/incidents.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { noteDisk, queueWeeklySign } from "../../../src/troubles.ts";
import { ENGINES } from "../../support/database.ts";
import { channelOf, deliverNow, openScene, type House } from "../../support/delivery-house.ts";

const MEBIBYTE = 1024 * 1024;
const operators = channelOf("office", "operators");
const other = channelOf("office", "other");
const told: OperatorsChannel = { id: operators.id, chat: operators.chat, instead: other.id };

/** Where notices were queued, in order. */
async function places({ store }: House): Promise<readonly string[]> {
  const rows = await listDeliveries(store.db, { limit: 99 });
  return rows
    .filter(({ kind }) => kind === "notice")
    .map(({ channel_id }) => channel_id)
    .toReversed();
}

describe.each(ENGINES)("where operators are told, on %s", (engine) => {
  it.each(["channel:office/operators", "chat:office"])("while %s is refused the other channel is", async (silence) => {
    const { house } = await openScene({ engine, channels: [other], operators });
    await using _ = house;
    const { db } = house.store;
    const now = house.clock.now();

    await raise(db, told, "feed:wto-news", "The feed fails.", now);
    expect(await places(house)).toEqual([operators.id]);
    await raise(db, told, silence, "Refused.", now);
    await raise(db, told, "disk", "Nearly full.", now);
    expect(await places(house)).toEqual([operators.id, other.id, other.id]);
    // The end is told where the beginning was.
    await clear(db, told, "feed:wto-news", "It can be read.", now);
    await clear(db, told, silence, "It answers.", now);
    expect(await places(house)).toEqual([operators.id, other.id, other.id, operators.id, other.id]);
    await raise(db, told, "clock", "Wrong.", now);
    expect((await places(house)).at(-1)).toBe(operators.id);
  });

  it("without another channel, that the operators' own is refused is told nowhere", async () => {
    const { house } = await openScene({ engine, channels: [other], operators });
    await using _ = house;
    const alone = { ...told, instead: undefined };
    await raise(house.store.db, alone, "channel:office/operators", "Refused.", house.clock.now());
    await clear(house.store.db, alone, "channel:office/operators", "It answers.", house.clock.now());
    expect(await places(house)).toEqual([]);
  });
});

test("a disk that is nearly full is told once, and its end only when there is room for a while", async () => {
  const { house } = await openScene({ channels: [other], operators });
  await using _ = house;
  const count = async (free: number): Promise<number> => {
    await noteDisk(house.store.db, free * MEBIBYTE, told, house.clock.now());
    return (await places(house)).length;
  };
  expect([await count(200), await count(199), await count(10), await count(399), await count(400)]).toEqual([
    0, 1, 1, 1, 2,
  ]);
});

test("the weekly sign of life comes from Monday at nine on, once, and says what was done", async () => {
  const { house, chat } = await openScene({ channels: [other], operators });
  await using _ = house;
  const sign = async (moment: string): Promise<number> => {
    house.clock.moveTo(Date.parse(moment));
    await queueWeeklySign(house.store.db, told, "Europe/Zurich", house.clock.now());
    await deliverNow(house);
    return chat.messages("operators").length;
  };
  expect(await sign("2026-06-29T06:59:00Z")).toBe(1);
  expect(await sign("2026-06-29T07:00:00Z")).toBe(2);
  expect(await sign("2026-07-05T21:59:00Z")).toBe(2);
  expect(await sign("2026-07-06T06:59:00Z")).toBe(2);
  expect(await sign("2026-07-06T07:00:00Z")).toBe(3);
  expect(chat.messages("operators")[0]?.text).toContain("Tradepost is at work");
  expect(chat.messages("operators")[0]?.text).toContain("Nothing waits to be posted.");
});
