import { expect, test } from "vitest";
import { queue, queueCorrections, queueNews } from "../../../src/delivery/queue.ts";
import { createBell, deliverDue, keepDelivering } from "../../../src/delivery/dispatch.ts";
import { resolve } from "../../../src/delivery/resolve.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { readChannel } from "../../../src/store/channels.ts";
import { readItem } from "../../../src/store/items.ts";
import { openIncidents } from "../../../src/store/incidents.ts";
import type { Channel } from "../../../src/delivery/channel.ts";
import { analysisOf, channelOf, openHouse, storeItem, type House } from "../../support/delivery-house.ts";
import { simulatedChat, type SimulatedChat } from "../../support/simulated-chat.ts";

const NEVER = new AbortController().signal;
const STOP = { soon: NEVER, now: NEVER };
const [trade, digital] = [channelOf("office", "trade"), channelOf("office", "digital")];
const operators = channelOf("office", "operators");

interface Scene {
  readonly house: House;
  readonly chat: SimulatedChat;
}

async function scene(options: { find?: boolean; edit?: boolean; dedupeWindow?: number } = {}): Promise<Scene> {
  let chat: SimulatedChat | undefined;
  const house = await openHouse({
    adapters: (clock) => {
      chat = simulatedChat({ clock, ...options });
      return { office: chat };
    },
    channels: [trade, digital],
    operators,
  });
  if (chat === undefined) throw new Error("no chat");
  return { house, chat };
}

async function post(house: House, channel: Channel, ...headlines: readonly string[]): Promise<void> {
  for (const headline of headlines) {
    await storeItem(house, headline, analysisOf(headline));
    await queueNews(house.store.db, channel, [headline], 5, house.clock.now());
  }
}

function headlines(chat: SimulatedChat, channel: Channel): readonly (string | undefined)[] {
  return chat.messages(channel.channel).map((message) => message.text.split("\n")[0]);
}

test("news is posted once, in order, in each channel", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First", "Second");
  await queueNews(house.store.db, digital, ["Second"], 5, house.clock.now());

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First", "Second"]);
  expect(headlines(chat, digital)).toEqual(["Second"]);
});

test("the same news queued twice is posted once", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  await queueNews(house.store.db, trade, ["First"], 5, house.clock.now());

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First"]);
});

test("a refused connection and a rate limit are tried again, no sooner than asked, and the order is kept", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First", "Second");
  chat.fates.push({ kind: "refused" }, { kind: "limited", retryAfter: 30_000 });

  await deliverDue(house.tools, STOP);
  expect(chat.sends).toBe(1);
  house.clock.advance(5_000);
  await deliverDue(house.tools, STOP);
  expect(chat.sends).toBe(2);
  house.clock.advance(29_999);
  await deliverDue(house.tools, STOP);
  expect(chat.sends).toBe(2);
  house.clock.advance(1);
  await deliverDue(house.tools, STOP);

  expect(headlines(chat, trade)).toEqual(["First", "Second"]);
});

test("a lost answer is asked about, and what was stored is not posted again", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  chat.fates.push({ kind: "lost", storedAfter: 60_000 });

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First"]);
  expect(chat.sends).toBe(1);
});

test("a post that never arrived is posted again only after two absences, the last two minutes after the attempt", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  chat.fates.push({ kind: "lost", storedAfter: undefined });
  const began = house.clock.now();

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First"]);
  expect(chat.sends).toBe(2);
  expect(house.clock.now() - began).toBeGreaterThanOrEqual(120_000);
});

test("within the platform's dedupe window an uncertain post is repeated with the same id", async () => {
  const { house, chat } = await scene({ dedupeWindow: 120_000 });
  await using _ = house;
  await post(house, trade, "First");
  chat.fates.push({ kind: "lost", storedAfter: 0 });

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First"]);
  expect(chat.sends).toBe(2);
});

test("where the platform can't be asked, the delivery is held, the operators hear it once, and later posts pass", async () => {
  const { house, chat } = await scene({ find: false });
  await using _ = house;
  await post(house, trade, "First", "Second");
  chat.fates.push({ kind: "lost", storedAfter: undefined });

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["Second"]);
  const [held] = await listDeliveries(house.store.db, { states: ["held"], limit: 9 });
  const notices = chat.messages(operators.channel);
  expect(notices).toHaveLength(1);
  expect(notices[0]?.text).toContain(`deliveries resolve ${held?.id}`);
});

test("a poison post is set aside with its reason and the channel goes on", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First", "Second");
  chat.fates.push({ kind: "rejected" });

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["Second"]);
  const [failed] = await listDeliveries(house.store.db, { states: ["failed"], limit: 9 });
  expect(failed).toMatchObject({ subject_id: "First", reason: "invalid blocks" });
});

test("a refused channel is paused with its remedy, loses nothing, and goes on by itself; the other channel is not held up", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First", "Second");
  chat.fates.push({ kind: "unavailable" });
  await deliverDue(house.tools, STOP);

  expect((await readChannel(house.store.db, trade.id))?.pause_reason).toContain("/invite @tradepost");
  expect((await openIncidents(house.store.db)).map((incident) => incident.key)).toEqual([`channel:${trade.id}`]);
  await queueNews(house.store.db, digital, ["First"], 5, house.clock.now());
  await deliverDue(house.tools, STOP);
  expect(headlines(chat, digital)).toEqual(["First"]);
  expect(headlines(chat, trade)).toEqual([]);

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First", "Second"]);
  expect((await readChannel(house.store.db, trade.id))?.paused_at).toBeNull();
  expect(chat.messages(operators.channel).map((message) => message.text.split("\n")[0])).toEqual([
    expect.stringContaining("Needs attention"),
    expect.stringContaining("Over"),
  ]);
});

test("a correction edits the post in place, says what changed, and a changed count gets one reply", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  await house.settle();
  house.clock.advance(3_600_000);
  await correct(house, "First", 2, 87);

  await house.settle();

  const [message, reply] = chat.messages("trade");
  expect(chat.messages("trade")).toHaveLength(2);
  expect(message?.text).toContain("Participants: 87");
  expect(message?.text).toContain("Updated 23 June 2026, 12:00: participants none → 87");
  expect(reply).toMatchObject({ replyTo: message?.id });
  expect(reply?.text).toContain("participants none → 87");
});

test("several corrections before delivery end in one edit with the latest wording", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  await house.settle();
  house.clock.advance(60_000);
  await correct(house, "First", 2, 87);
  await correct(house, "First", 3, 88);

  await house.settle();

  expect(chat.edits).toBe(1);
  expect(chat.messages("trade")[0]?.text).toContain("Participants: 88");
});

test("a correction of a message that is gone comes as a short correction of its own", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  await house.settle();
  house.clock.advance(60_000);
  await correct(house, "First", 2, 87);
  // The edit still went through; the message is gone when the reply comes.
  chat.fates.push({ kind: "ok" }, { kind: "gone" });

  await house.settle();

  const [, correction] = chat.messages("trade");
  expect(correction?.replyTo).toBeUndefined();
  expect(correction?.text).toContain("participants none → 87");
});

test("a correction inside a digest edits the digest", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  const ids = ["A", "B", "C", "D", "E", "F"];
  for (const id of ids) await storeItem(house, id, analysisOf(`Item ${id}`));
  await queueNews(house.store.db, trade, ids, 5, house.clock.now());
  await house.settle();
  house.clock.advance(60_000);
  await correct(house, "C", 2, 87);

  await house.settle();

  const [digest] = chat.messages("trade");
  expect(digest?.text).toContain("6 new items");
  expect(digest?.text).toContain("Participants: 87");
  expect(digest?.text.match(/Updated/g)).toHaveLength(1);
});

test("what waits for a channel that left the configuration is kept until the channel comes back", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");

  await deliverDue({ ...house.tools, channels: async () => [digital] }, STOP);
  expect(chat.sends).toBe(0);
  await deliverDue(house.tools, STOP);

  expect(headlines(chat, trade)).toEqual(["First"]);
});

test("refused credentials are one incident for the whole chat, and it ends when they work again", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  await queueNews(house.store.db, digital, ["First"], 5, house.clock.now());
  chat.fates.push({ kind: "unauthorised" }, { kind: "unauthorised" });
  await deliverDue(house.tools, STOP);
  expect((await openIncidents(house.store.db)).map((incident) => incident.key)).toEqual(["chat:office"]);

  await house.settle();

  expect(await openIncidents(house.store.db)).toEqual([]);
  expect([headlines(chat, trade), headlines(chat, digital)]).toEqual([["First"], ["First"]]);
});

test("an absurd wish to wait is not granted", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  chat.fates.push({ kind: "limited", retryAfter: 1e13 });
  await deliverDue(house.tools, STOP);

  house.clock.advance(60 * 60_000);
  await deliverDue(house.tools, STOP);

  expect(headlines(chat, trade)).toEqual(["First"]);
});

test("a post that vanishes again and again is held, told of, and the channel goes on", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First", "Second");
  const lost = { kind: "lost", storedAfter: undefined } as const;
  for (let time = 0; time < 5; time++) chat.fates.push(lost, { kind: "ok" }, { kind: "ok" });

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["Second"]);
  expect((await listDeliveries(house.store.db, { states: ["held"], limit: 9 })).map((row) => row.subject_id)).toEqual([
    "First",
  ]);
  expect(chat.messages(operators.channel)).toHaveLength(1);
});

test("a delivery that waits for long is told of once, and once when it is over", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  for (let time = 0; time < 12; time++) chat.fates.push({ kind: "refused" });

  await house.settle();

  expect(headlines(chat, trade)).toEqual(["First"]);
  const notices = chat.messages(operators.channel).map((message) => message.text.split("\n")[0]);
  expect(notices).toEqual([expect.stringContaining("Needs attention"), expect.stringContaining("Over")]);
});

test("an edit whose answer was lost is made once more two minutes later, so that no older wording has the last word", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  await house.settle();
  house.clock.advance(60_000);
  await correct(house, "First", 2, 87);
  chat.fates.push({ kind: "lost", storedAfter: 0 });
  const began = house.clock.now();

  await house.settle();

  expect(house.clock.now() - began).toBeGreaterThanOrEqual(120_000);
  expect(chat.edits).toBe(3);
});

test("a correction of what readers have not seen is not told to them", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  chat.fates.push({ kind: "refused" });
  await deliverDue(house.tools, STOP);
  await correct(house, "First", 2, 87);

  await house.settle();

  expect(chat.messages("trade")).toHaveLength(1);
  expect(chat.messages("trade")[0]?.text).toContain("Participants: 87");
});

test("a post that a person found is corrected by a message of its own", async () => {
  const { house, chat } = await scene({ find: false });
  await using _ = house;
  await post(house, trade, "First");
  chat.fates.push({ kind: "lost", storedAfter: 0 });
  await house.settle();
  const [held] = await listDeliveries(house.store.db, { states: ["held"], limit: 9 });
  house.clock.advance(60_000);
  await house.store.transaction((db) =>
    resolve(db, house.tools.operators, held?.id ?? "", "posted", house.clock.now()),
  );
  await correct(house, "First", 2, 87);

  await house.settle();

  const [, correction, ...more] = chat.messages("trade");
  expect(correction?.text).toContain("participants none → 87");
  expect(more).toEqual([]);
});

test("a slow channel does not hold up another that becomes due meanwhile", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await post(house, trade, "First");
  const slow = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const send: typeof chat.send = async (post_, delivery, signal) => {
    if (delivery.channel === trade.channel) {
      started.resolve();
      await slow.promise;
    }
    return await chat.send(post_, delivery, signal);
  };
  const tools = { ...house.tools, adapters: new Map([["office", { ...chat, send }]]) };
  const stop = new AbortController();
  const bell = createBell();
  const delivering = keepDelivering(tools, bell, { soon: stop.signal, now: NEVER });
  await started.promise;

  await queueNews(house.store.db, digital, ["First"], 5, house.clock.now());
  bell.ring();

  await expect.poll(() => headlines(chat, digital)).toEqual(["First"]);
  expect(headlines(chat, trade)).toEqual([]);
  slow.resolve();
  stop.abort();
  await delivering;
  expect(headlines(chat, trade)).toEqual(["First"]);
});

test("a new channel is greeted once with the newest brief", async () => {
  const { house, chat } = await scene();
  await using _ = house;
  await storeItem(house, "First", analysisOf("First"));
  const subject = { kind: "channel", id: trade.id } as const;
  await queue(house.store.db, trade.id, "welcome", subject, 0, house.clock.now());
  expect(await queue(house.store.db, trade.id, "welcome", subject, 0, house.clock.now())).toBe(false);

  await house.settle();

  expect(chat.messages("trade")).toHaveLength(1);
  expect(chat.messages("trade")[0]?.text).toContain("First");
});

async function correct(house: House, id: string, revision: number, count: number): Promise<void> {
  const before = await readItem(house.store.db, id);
  const participants = { count, quote: `${count} members take part.` };
  const after = await storeItem(house, id, analysisOf(before?.versions[0]?.title ?? id, { participants }), revision);
  if (before === undefined) throw new Error(`no item ${id}`);
  await queueCorrections(house.store.db, before, after, [trade, digital], house.clock.now());
}
