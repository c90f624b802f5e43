import fc from "fast-check";
import { expect, test } from "vitest";
import { queueNews } from "../../../src/delivery/queue.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { readDigest } from "../../../src/store/digests.ts";
import { analysisOf, channelOf, deliverNow, openHouse, openScene, storeItem } from "../../support/delivery-house.ts";
import { simulatedChat, type Fate, type SimulatedChat } from "../../support/simulated-chat.ts";

const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constant<Fate>({ kind: "ok" }),
  fc.constant<Fate>({ kind: "refused" }),
  fc.constant<Fate>({ kind: "unavailable" }),
  fc.constant<Fate>({ kind: "rejected" }),
  fc.integer({ min: 0, max: 90_000 }).map((retryAfter): Fate => ({ kind: "limited", retryAfter })),
  fc
    .option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined })
    .map((storedAfter): Fate => ({ kind: "lost", storedAfter })),
);

const HEADLINES = ["1", "2", "3", "4"];

// A request that the bot gave up may be stored up to a minute later; a platform that drops repeats does so for some minutes.
test.each([
  { engine: "sqlite", platform: "that can be asked", find: true, dedupeWindow: 0, runs: 20 },
  { engine: "sqlite", platform: "that drops repeats", find: true, dedupeWindow: 240_000, runs: 20 },
  { engine: "sqlite", platform: "that can't be asked", find: false, dedupeWindow: 0, runs: 20 },
  { engine: "postgres", platform: "that can be asked", find: true, dedupeWindow: 0, runs: 10 },
] as const)(
  "$engine, a platform $platform: nothing lost, twice or out of order",
  async (world) => {
    const { engine, find, dedupeWindow, runs } = world;
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 12 }), async (fates) => {
        const chats: SimulatedChat[] = [];
        const channels = [channelOf("office", "trade"), channelOf("office", "digital")];
        await using house = await openHouse({
          engine,
          adapters: (clock) => {
            const chat = simulatedChat({ clock, find, dedupeWindow });
            chats.push(chat);
            return { office: chat };
          },
          channels,
        });
        const [chat] = chats;
        chat?.fates.push(...fates);
        for (const headline of HEADLINES) {
          await storeItem(house, headline, analysisOf(headline));
          for (const channel of channels) await queueNews(house.store.db, channel, [headline], 5, house.clock.now());
        }

        await house.settle();
        house.clock.advance(60_000);

        const all = await listDeliveries(house.store.db, { limit: 99 });
        expect(new Set(all.map((row) => row.state)).difference(new Set(["sent", "failed", "held"])).size).toBe(0);
        for (const { id, channel } of channels) {
          const shown = chat?.messages(channel).map((message) => message.text.split("\n")[0]) ?? [];
          expect(shown).toEqual([...new Set(shown)]);
          const unsent = all.filter((row) => row.channel_id === id && row.state !== "sent");
          const left = new Set(unsent.map((row) => row.subject_id));
          const inOrder = shown.filter((headline) => headline !== undefined && !left.has(headline));
          expect(inOrder).toEqual(HEADLINES.filter((headline) => !left.has(headline)));
          for (const row of all.filter((one) => one.state === "failed")) expect(row.reason).toBe("invalid blocks");
        }
        // Where the platform can be asked, only a refusal after a lost answer needs a person.
        const heldOtherwise = all.filter((row) => find && row.state === "held" && row.reason !== "invalid blocks");
        expect(heldOtherwise).toEqual([]);
      }),
      { numRuns: runs },
    );
    // Each run opens a database of its own, which takes its time on a busy machine.
  },
  120_000,
);

const step = fc.oneof(
  fc.record({ kind: fc.constant("news" as const) }),
  fc.record({ kind: fc.constant("hours" as const), hours: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("fate" as const), fate }),
);

test.each(["sqlite", "postgres"] as const)(
  "%s: whatever becomes of its digests, each item stands in one of them, in order, at most once",
  async (engine) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const daily = channelOf("office", "daily", { digest: { every: "day", at: 17 * 60 + 30 }, threads: "process" });
        const { house, chat } = await openScene({ engine, channels: [daily] });
        await using _ = house;
        await deliverNow(house);
        const entered: string[] = [];
        for (const one of steps) {
          if (one.kind === "fate") chat.fates.push(one.fate);
          if (one.kind === "hours") house.clock.advance(one.hours * 3_600_000);
          if (one.kind === "news") {
            const headline = `Item ${entered.length}.`;
            entered.push(headline);
            await storeItem(house, headline, analysisOf(headline));
            await queueNews(house.store.db, daily, [headline], 5, house.clock.now());
          }
          await deliverNow(house);
        }
        house.clock.advance(24 * 3_600_000);
        await house.settle();
        house.clock.advance(60_000);

        const shown = chat.messages("daily").flatMap(({ text }) => text.match(/^Item \d+\.$/gm) ?? []);
        expect(shown).toEqual([...new Set(shown)]);
        const all = await listDeliveries(house.store.db, { limit: 99 });
        const given = all.filter((row) => row.state === "failed" || row.state === "held");
        const left = await Promise.all(given.map(async (row) => await readDigest(house.store.db, row.subject_id)));
        const missing = new Set(left.flatMap((digest) => digest?.itemIds ?? []));
        const inOrder = shown.filter((headline) => !missing.has(headline));
        expect(inOrder).toEqual(entered.filter((headline) => !missing.has(headline)));
      }),
      { numRuns: engine === "sqlite" ? 25 : 8 },
    );
  },
  120_000,
);
