import { describe, expect, it } from "vitest";
import { queueAnnouncement } from "../../../src/delivery/announce.ts";
import { channelsNow, channelsReached, subscribe, type Configured } from "../../../src/delivery/subscriptions.ts";
import { queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import type { ChangeRow } from "../../../src/store/chat-tables.ts";
import { StoredDataError } from "../../../src/store/analysis.ts";
import { noteChange } from "../../../src/store/changes.ts";
import { readItem } from "../../../src/store/items.ts";
import {
  decodeSubscription,
  decodeWords,
  encodeSubscription,
  endSubscription,
  readSubscription,
  removeSubscriptions,
  type Subscription,
} from "../../../src/store/subscriptions.ts";
import { addWaiting, listWaiting } from "../../../src/store/waiting.ts";
import { ENGINES } from "../../support/database.ts";
import {
  analysisOf,
  channelOf,
  deliverNow,
  openScene,
  START,
  storeItem,
  type House,
} from "../../support/delivery-house.ts";
import type { SimulatedChat } from "../../support/simulated-chat.ts";
import type { Engine } from "../../../src/store/engine.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ID = "office/trade";
const CONFIGURED: Configured = {
  channels: [channelOf("office", "ofFile")],
  chats: new Set(["office"]),
  language: "en",
  timezone: "Europe/Zurich",
  welcome: true,
};

function subscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    channel_id: ID,
    chat: "office",
    channel: "trade",
    workspace: "T1",
    topics: null,
    language: null,
    digest: null,
    quiet: null,
    passing: null,
    silent: 0,
    sign_of_life: 0,
    by_id: "U1",
    by_name: "Ana",
    since: START,
    ...changes,
  };
}

function change(changes: Partial<ChangeRow>): ChangeRow {
  return {
    id: "c1",
    question: "q1",
    channel_id: ID,
    kind: "subscribe",
    by_id: "U1",
    by_name: "Ana",
    at: START,
    before: null,
    after: null,
    item_id: null,
    reason: null,
    undone_at: null,
    undone_by: null,
    ...changes,
  };
}

function scene(engine: Engine = "sqlite"): ReturnType<typeof openScene> {
  return openScene({ engine, channels: CONFIGURED.channels, reached: (db) => channelsReached(db, CONFIGURED) });
}

async function subscribed(house: House, changes: Partial<Subscription> = {}): Promise<void> {
  await house.store.transaction((db) => subscribe(db, subscription(changes), CONFIGURED, house.clock.now()));
}

async function news(house: House, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await storeItem(house, id, analysisOf(id));
  for (const channel of await channelsNow(house.store.db, CONFIGURED))
    await queueNews(house.store.db, channel, ids, 5, house.clock.now());
}

function starts(chat: SimulatedChat): readonly string[] {
  return chat.messages("trade").map((message) => message.text.split("\n")[0] ?? "");
}

describe.each(ENGINES)("subscriptions from the chat on %s", (engine) => {
  it("count at once, with what the configuration presumes, and are greeted once", async () => {
    const { house, chat } = await scene(engine);
    await using _ = house;
    await subscribed(house, { topics: '["privacy"]', quiet: "20:00-07:00", passing: '["vote"]' });

    const [ofFile, own, ...more] = await channelsNow(house.store.db, CONFIGURED);
    expect(more).toEqual([]);
    expect(ofFile).toMatchObject({ id: "office/ofFile", origin: "file" });
    expect(own).toMatchObject({
      id: ID,
      chat: "office",
      channel: "trade",
      origin: "chat",
      topics: ["privacy"],
      language: "en",
      timezone: "Europe/Zurich",
      quiet: { from: 1200, until: 420 },
      passing: ["vote"],
      news: true,
    });
    await subscribed(house, { quiet: "20:00-07:00" });
    const wording = { ...house.tools.wording, helpIn: () => "/wto help" };
    await deliverNow({ ...house, tools: { ...house.tools, wording } });
    expect(starts(chat)).toEqual(["Tradepost is connected"]);
    expect(chat.messages("trade")[0]?.text).toContain("type /wto help to see how.");
    expect(chat.messages("trade")[0]?.text).toContain("Quiet from 20:00 to 07:00 (Europe/Zurich).");
    expect(chat.messages("trade")[0]?.text).toContain("whoever manages this channel subscribes it anew");
  });

  it("that end bring nothing new, but what stands there is still corrected", async () => {
    const { house, chat } = await scene(engine);
    await using _ = house;
    await subscribed(house);
    await news(house, "First");
    await deliverNow(house);
    house.clock.advance(HOUR);

    expect(await endSubscription(house.store.db, ID, house.clock.now())).toBe(true);
    expect(await endSubscription(house.store.db, ID, house.clock.now())).toBe(false);
    expect(await readSubscription(house.store.db, ID)).toBeUndefined();
    await news(house, "Second");
    const before = await readItem(house.store.db, "First");
    const after = await storeItem(house, "First", analysisOf("First", { participants: { count: 87, quote: "" } }), 2);
    if (before !== undefined)
      await queueCorrections(
        house.store.db,
        before,
        after,
        await channelsNow(house.store.db, CONFIGURED),
        house.clock.now(),
      );
    await deliverNow(house);

    expect(starts(chat)).toEqual(["Tradepost is connected", "First", "Correction"]);
    expect(chat.messages("trade")[1]?.text).toContain("Participants: 87");
  });
});

describe("subscriptions from the chat", () => {
  it("yield to the configuration file, and rest while it has no such chat", async () => {
    const { house } = await scene();
    await using _ = house;
    await subscribed(house, { channel_id: "office/ofFile", channel: "ofFile", topics: '["privacy"]' });
    await subscribed(house, { channel_id: "gone/trade", chat: "gone" });

    expect(await channelsNow(house.store.db, CONFIGURED)).toEqual(CONFIGURED.channels);
  });

  it("that end take along what was still to be posted, and bring it after an undo within the hour", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    await subscribed(house);
    await deliverNow(house);
    await news(house, "First");
    await endSubscription(house.store.db, ID, house.clock.now());
    await deliverNow(house);
    expect(starts(chat)).toEqual(["Tradepost is connected"]);

    house.clock.advance(59 * MINUTE);
    await subscribed(house, { since: house.clock.now() });
    await deliverNow(house);

    expect(starts(chat)).toEqual(["Tradepost is connected", "First"]);
  });

  it("that end while posts are under way end at once", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    await subscribed(house);
    await deliverNow(house);
    await news(house, "First", "Second");
    const send: typeof chat.send = async (...args) => {
      await endSubscription(house.store.db, ID, house.clock.now());
      return await chat.send(...args);
    };
    const tools = { ...house.tools, adapters: new Map([["office", { ...chat, send }]]) };
    await deliverNow({ ...house, tools });

    expect(starts(chat)).toEqual(["Tradepost is connected", "First"]);
  });

  it("that are made anew much later bring nothing from before", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    const digest = "daily 17:30";
    await subscribed(house, { digest });
    await deliverNow(house);
    await news(house, "First");
    await endSubscription(house.store.db, ID, house.clock.now());
    house.clock.advance(48 * HOUR);
    await deliverNow(house);

    await subscribed(house, { digest, sign_of_life: 1, since: house.clock.now() });
    await deliverNow(house);
    expect(starts(chat)).toEqual(["Tradepost is connected"]);
    house.clock.advance(24 * HOUR);
    await deliverNow(house);

    expect(starts(chat)).toEqual(["Tradepost is connected", "Nothing new"]);
  });

  it("of a workspace that removed the bot are gone, and nothing is tried there", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    await subscribed(house);
    await news(house, "First");

    await addWaiting(house.store.db, ID, ["First"], START);
    expect(await removeSubscriptions(house.store.db, "office", "T1", START)).toEqual([ID]);
    await deliverNow(house);
    expect(await channelsReached(house.store.db, CONFIGURED)).toEqual(CONFIGURED.channels);
    await subscribed(house);
    await deliverNow(house);

    expect(chat.messages("trade")).toEqual([]);
    expect(await listWaiting(house.store.db, ID)).toEqual([]);
  });

  it("are kept in the log of changes as they are", () => {
    expect(decodeSubscription(encodeSubscription(subscription({ digest: "daily 17:30" })))).toEqual(
      subscription({ digest: "daily 17:30" }),
    );
    expect(() => decodeSubscription("{}")).toThrow(StoredDataError);
    expect(() => decodeWords("[1]")).toThrow("cannot be read");
  });
});

describe("announcements", () => {
  it("say who changed what, with a button for an hour, which goes without holding anything up", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    await subscribed(house);
    await deliverNow(house);
    const after = encodeSubscription(
      subscription({ digest: "weekly mon 09:00", quiet: "20:00-07:00", passing: '["vote"]' }),
    );
    const row = change({ after });
    await noteChange(house.store.db, row);
    await queueAnnouncement(house.store.db, row, house.clock.now());
    await news(house, "First");

    await deliverNow(house);

    expect(starts(chat)).toEqual(["Tradepost is connected", "Ana subscribed this channel", "First"]);
    const announced = () => chat.messages("trade")[1];
    expect(announced()?.buttons).toEqual(["undo:c1"]);
    expect(announced()?.text).toContain("One digest each Monday at 09:00 (Europe/Zurich).");
    expect(announced()?.text).toContain("Quiet from 20:00 to 07:00 (Europe/Zurich).");
    expect(announced()?.text).toContain("In quiet hours come only items with: vote.");
    house.clock.moveTo(START + HOUR - 1);
    await deliverNow(house);
    expect(announced()?.buttons).toEqual(["undo:c1"]);
    house.clock.moveTo(START + HOUR);
    await deliverNow(house);
    expect(announced()?.buttons).toEqual([]);
    expect(announced()?.text).toMatch(/^Ana subscribed/);
  });

  it("are edited in place when the change is undone, also of a subscription that had ended", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    await subscribed(house);
    await deliverNow(house);
    await endSubscription(house.store.db, ID, house.clock.now());
    const row = change({ kind: "unsubscribe", before: encodeSubscription(subscription()) });
    await noteChange(house.store.db, row);
    await queueAnnouncement(house.store.db, row, house.clock.now());
    await deliverNow(house);
    expect(chat.messages("trade")[1]?.text).toContain("No new items come here any more.");
    house.clock.advance(MINUTE);

    const undone = { undone_at: house.clock.now(), undone_by: "Bo" };
    await house.store.db.updateTable("changes").set(undone).execute();
    await queueAnnouncement(house.store.db, { ...row, ...undone }, house.clock.now());
    await house.settle();

    expect(chat.messages("trade")).toHaveLength(2);
    expect(chat.messages("trade")[1]?.text).toMatch(
      /^Ana ended this channel’s subscription\n {2}Undone by Bo, 23 June 2026, 11:01\./,
    );
    expect(chat.messages("trade")[1]?.buttons).toEqual([]);
  });

  it("of what was posted or taken back name the item and the reason", async () => {
    const { house, chat } = await scene();
    await using _ = house;
    await subscribed(house, { language: "fr" });
    await storeItem(house, "First", analysisOf("First"));
    const row = change({ kind: "retract", item_id: "First", reason: "hors sujet" });
    await noteChange(house.store.db, row);
    await queueAnnouncement(house.store.db, row, house.clock.now());
    await deliverNow(house);

    expect(chat.messages("trade").at(-1)?.text.split("\n").slice(0, 3)).toEqual([
      "Ana a retiré un article",
      "  First",
      "  Motif\u202F: hors sujet",
    ]);
  });
});
