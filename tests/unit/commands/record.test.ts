import { describe, expect, it } from "vitest";
import type { AskTools } from "../../../src/commands/command.ts";
import type { Channel } from "../../../src/delivery/channel.ts";
import { ensureChannel, updateChannel } from "../../../src/store/channels.ts";
import { resolveDelivery } from "../../../src/store/deliveries.ts";
import { createDigest } from "../../../src/store/digests.ts";
import { ensureFeed, updateFeed } from "../../../src/store/feeds.ts";
import { openIncident } from "../../../src/store/incidents.ts";
import { queueDelivery } from "../../../src/store/outbox.ts";
import { saveOverride } from "../../../src/store/overrides.ts";
import { addWaiting } from "../../../src/store/waiting.ts";
import type { Db } from "../../../src/store/tables.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { channelOf } from "../../support/delivery-house.ts";
import { deliveryOf } from "../store/rows.ts";
import { ask, askTools, enter, NOW, textOf } from "./desk.ts";

const HOUR = 3_600_000;

function channel(name: string, topics?: readonly string[]): Channel {
  return channelOf("office", name, { topics });
}

async function houseOf(db: Db, channels: readonly Channel[]): Promise<AskTools> {
  await ensureFeed(db, { name: "wto-news", url: "https://example.org/feed", language: "en" });
  await updateFeed(db, "wto-news", {
    first_look_at: 50,
    checked_at: NOW,
    changed_at: NOW - HOUR,
    tick_due_at: NOW + HOUR,
  });
  for (const { id, chat, channel: name } of channels) await ensureChannel(db, { id, chat, channel: name, now: 60 });
  return askTools(db, { channels });
}

async function whyLines(tools: AskTools, id: string): Promise<readonly (readonly string[])[]> {
  return (await ask(["why", id], tools)).entries.map(textOf);
}

describe.each(ENGINES)("the record on %s", (engine) => {
  it("why: when it was read, which words decided, and what each channel got or why it got nothing", async () => {
    await using store = await freshStore(engine);
    const tools = await houseOf(store.db, [channel("all"), channel("some", ["e-signatures"])]);
    const reasons = [{ rule: "subject", words: "e-commerce" }];
    await enter(store.db, "story", { topics: ["moratorium"], reasons }, { title: "Members meet" });
    await queueDelivery(store.db, deliveryOf("d1", { channel_id: "office/all", subject_id: "story", now: NOW }));
    await resolveDelivery(store.db, "d1", "drop", NOW);

    expect(await whyLines(tools, "story")).toEqual([
      [
        "Members meet: on e-commerce",
        "First read: 1 January 1970, 01:00 (wto-news)",
        "Last seen in the feed: 1 January 1970, 01:00",
        "relevant: subject: “e-commerce”",
      ],
      ["office/all", "post: skipped, 15 June 2026, 12:00: An operator dropped it."],
      ["office/some", "• not posted: this channel asked only for E-signatures"],
    ]);
  });

  it("why: an item passed over, one of the first look, one from before the channel, one in a digest", async () => {
    await using store = await freshStore(engine);
    const tools = await houseOf(store.db, [channel("all")]);
    const reason = async (id: string): Promise<string | undefined> => (await whyLines(tools, id))[1]?.[1];
    await enter(store.db, "other", { relevant: false }, { relevant: 0, first_seen_at: 100 });
    await enter(store.db, "first", {}, { first_seen_at: 50 });
    await enter(store.db, "early", {}, { first_seen_at: 55 });
    await enter(store.db, "many", {}, { first_seen_at: 100 });
    await createDigest(store.db, { id: "digest", itemIds: ["many"], now: NOW });
    const digest = { channel_id: "office/all", subject_kind: "digest", subject_id: "digest", now: NOW } as const;
    await queueDelivery(store.db, deliveryOf("d1", digest));
    expect(await reason("other")).toBe("• not posted: not on e-commerce");
    expect(await reason("first")).toBe("• not posted: it was there at the first look, which only stores");
    expect(await reason("early")).toBe("• not posted: it was read before this channel was set up");
    expect(await reason("many")).toBe("post: waits, 15 June 2026, 12:00");
  });

  it("history: every wording with the sentences that came and went, each language by itself", async () => {
    await using store = await freshStore(engine);
    await enter(store.db, "story", {}, { description: "They met on Monday. They left." });
    await enter(store.db, "story", {}, { language: "fr", revision: 2, title: "Réunion", changed_at: 150 });
    await enter(
      store.db,
      "story",
      {},
      { description: "They met on Tuesday. They left.", revision: 3, changed_at: NOW },
    );
    const { entries } = await ask(["history", "story"], askTools(store.db));
    expect(entries.map(textOf)).toEqual([
      ["Members discuss rules (en, first wording, 1 January 1970, 01:00)"],
      ["Réunion (fr, first wording, 1 January 1970, 01:00)"],
      [
        "Members discuss rules (en, 15 June 2026, 12:00)",
        "Changed: wording",
        "• − They met on Monday.",
        "• + They met on Tuesday.",
      ],
    ]);
    expect(entries[2]?.data).toMatchObject({ removed: ["They met on Monday."], added: ["They met on Tuesday."] });
  });

  it("topics: how many items each has, and which channels get them", async () => {
    await using store = await freshStore(engine);
    const tools = await houseOf(store.db, [channel("all"), channel("some", ["e-signatures"])]);
    await enter(store.db, "a", { topics: ["moratorium"] });
    await enter(store.db, "b", { topics: ["moratorium", "gone"] });
    await enter(store.db, "c", { topics: ["moratorium"] }, { relevant: 0 });
    expect((await ask(["topics"], tools)).entries.map(textOf)).toEqual([
      ["⏳ Moratorium (moratorium)", "Items: 2", "Channels: office/all"],
      ["✍️ E-signatures (e-signatures)", "Items: 0", "Channels: office/all, office/some"],
      ["gone (gone)", "Items: 1", "Channels: office/all"],
    ]);
  });

  it("status: checks and changes apart, what waits and why, what is open, how far back it reaches", async () => {
    await using store = await freshStore(engine);
    const tools = await houseOf(store.db, [channel("all"), channel("quiet")]);
    await updateFeed(store.db, "wto-news", { failures: 2, error: "The server answered 503." });
    await updateChannel(store.db, "office/all", { paused_at: NOW, pause_reason: "Not invited: /invite @tradepost" });
    for (const id of ["d1", "d2", "d3"])
      await queueDelivery(store.db, deliveryOf(id, { channel_id: "office/all", now: NOW - HOUR }));
    await resolveDelivery(store.db, "d1", "posted", NOW);
    await openIncident(store.db, { id: "i", key: "channel:office/all", detail: "office/all is paused", now: NOW });
    await enter(store.db, "story", {}, { published: "2026-05-04" });
    expect((await ask(["status"], tools)).entries.map(textOf)).toEqual([
      [
        "Feed wto-news",
        "Last check: 15 June 2026, 12:00",
        "Last change: 15 June 2026, 11:00",
        "Next look: 15 June 2026, 13:00",
        "Failures in a row: 2: The server answered 503.",
      ],
      ["office/all", "Last post: 15 June 2026, 12:00", "Waiting: 2", "Paused: Not invited: /invite @tradepost"],
      ["office/quiet", "Last post: never yet"],
      ["Open incident: office/all is paused", "Since: 15 June 2026, 12:00"],
      [
        "Archive",
        "Reaches back to: 4 May 2026",
        "Reading since: 1 January 1970, 01:00",
        "Items: 1",
        "Of these on e-commerce: 1",
      ],
    ]);
  });

  it("status: a look that is long due says that the bot does not run", async () => {
    await using store = await freshStore(engine);
    const tools = await houseOf(store.db, []);
    const lines = async (now: number): Promise<string> =>
      (await ask(["status"], { ...tools, now })).entries.flatMap(textOf).join("\n");
    expect(await lines(NOW + HOUR + 60_000)).toContain("Next look: 15 June 2026, 13:00\n");
    expect(await lines(NOW + 2 * HOUR)).toContain("13:00 (this moment is past: the bot does not run)");
  });

  it("status: a bot that has read nothing yet says so", async () => {
    await using store = await freshStore(engine);
    expect((await ask(["status"], askTools(store.db))).entries.map(textOf)).toEqual([
      ["Feed wto-news", "Last check: never yet", "Last change: never yet"],
      ["Archive", "Reaches back to: never yet", "Reading since: never yet", "Items: 0", "Of these on e-commerce: 0"],
    ]);
  });

  it("why: who had an item posted or took it back, and that it waits for a digest", async () => {
    await using store = await freshStore(engine);
    const tools = await houseOf(store.db, [channel("all"), channel("daily")]);
    await enter(store.db, "story", { topics: ["moratorium"] }, { title: "Members meet" });
    await saveOverride(store.db, {
      item_id: "story",
      channel_id: "office/all",
      verdict: "retract",
      reason: "not on e-commerce",
      by_name: "Ana",
      at: NOW,
    });
    await addWaiting(store.db, "office/daily", ["story"], NOW);
    const lines = await whyLines(tools, "story");
    expect(lines[1]?.[1]).toBe("Ana took it back: not on e-commerce: 15 June 2026, 12:00");
    expect(lines[2]).toEqual(["office/daily", "• waits for the next digest"]);
  });
});
