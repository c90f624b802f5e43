import { expect, test } from "vitest";
import { createBriefing, type WriteBrief } from "../../../src/delivery/briefs.ts";
import { deliverDue } from "../../../src/delivery/dispatch.ts";
import { queue, queueNews } from "../../../src/delivery/queue.ts";
import { toldOf } from "../../../src/delivery/wording.ts";
import type { Brief } from "../../../src/model/analysis.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import { freeLeases } from "../../../src/store/outbox.ts";
import { readRevisions } from "../../../src/store/revisions.ts";
import { channelOf, correct, news, openScene, SILENT } from "../../support/delivery-house.ts";

const trade = channelOf("office", "trade");
const duties = channelOf("office", "duties");
const CHANNELS = [trade, duties];

/** A writer that says what it is told and keeps the titles that it was asked about. */
function writer(brief: (quoted: Brief, signal: AbortSignal) => Promise<Brief>) {
  const asked: string[] = [];
  const write: WriteBrief = async (item, quoted, signal) => {
    asked.push(item.title);
    return await brief(quoted, signal);
  };
  return { asked, write };
}

const model = writer.bind(undefined, async (quoted) => ({
  ...quoted,
  points: [`By the model: ${quoted.headline}.`],
  model: { name: "small" },
}));

/** As a model that never answers: ended by its signal. */
const hanging = writer.bind(undefined, async (quoted, signal) => {
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  return { ...quoted, model: { name: "small", refused: "it took too long" } };
});

test("an item is asked for once, by whichever channel comes first; posts, edits and the archive then say the same", async () => {
  const { asked, write } = model();
  const { house, chat } = await openScene({ channels: CHANNELS, briefing: createBriefing(write, SILENT) });
  await using _ = house;
  for (const channel of CHANNELS) await news(house, channel, "First");
  await house.settle();

  for (const { channel } of CHANNELS) expect(chat.messages(channel)[0]?.text).toContain("By the model: First.");
  expect(chat.messages("trade")[0]?.text).toContain("WTO news · brief by a language model");
  const history = await readRevisions(house.store.db, "First", "en");
  expect(history.map((row) => toldOf(row).analysis.brief.model)).toEqual([{ name: "small" }]);
  expect(asked).toEqual(["First"]);

  house.clock.advance(60_000);
  await correct(house, "First", 91, CHANNELS);
  await house.settle();

  for (const { channel } of CHANNELS) expect(chat.messages(channel)[0]?.text).toContain("By the model: First.");
  expect(chat.messages("trade")[0]?.text).toMatch(/Updated [^\n]*: participants none → 91\n/u);
  expect(asked).toEqual(["First", "First"]);
});

test("where the model is refused the quoted brief goes out, and it is not asked again", async () => {
  const { asked, write } = writer(async (quoted) => ({ ...quoted, model: { name: "small", refused: "a number" } }));
  const { house, chat } = await openScene({ channels: CHANNELS, briefing: createBriefing(write, SILENT) });
  await using _ = house;
  await news(house, trade, "First", { brief: { headline: "First", points: ["As quoted."] } });
  await house.settle();
  await news(house, duties, "First");
  await house.settle();

  for (const { channel } of CHANNELS) expect(chat.messages(channel)[0]?.text).toContain("As quoted.");
  expect(chat.messages("trade")[0]?.text).not.toContain("language model");
  expect(asked).toEqual(["First"]);
});

test("a model that hangs holds up a post no longer than the limit", async () => {
  const { write } = hanging();
  const { house, chat } = await openScene({ channels: CHANNELS, briefing: createBriefing(write, SILENT, 50) });
  await using _ = house;
  await news(house, trade, "First", { brief: { headline: "First", points: ["As quoted."] } });
  await house.settle();

  expect(chat.messages("trade")[0]?.text).toContain("As quoted.");
});

test("all items of a digest are asked for together", async () => {
  const { asked, write } = hanging();
  const { house, chat } = await openScene({ channels: CHANNELS, briefing: createBriefing(write, SILENT, 50) });
  await using _ = house;
  const ids = ["a", "b", "c"];
  for (const id of ids) await news(house, duties, id);
  await queueNews(house.store.db, trade, ids, 2, house.clock.now());
  await house.settle();

  expect(asked.toSorted()).toEqual(ids);
  expect(chat.messages("trade")).toHaveLength(1);
});

test("a greeting does not wait for a model", async () => {
  const { asked, write } = model();
  const { house, chat } = await openScene({ channels: CHANNELS, briefing: createBriefing(write, SILENT) });
  await using _ = house;
  await queue(house.store.db, trade.id, "welcome", { kind: "channel", id: trade.id }, 0, house.clock.now());
  await house.settle();

  expect(chat.messages("trade")).toHaveLength(1);
  expect(chat.messages("trade")[0]?.text).toContain("quoted from its source");
  expect(asked).toEqual([]);
});

test("when the program ends while the model is asked, nothing was begun and the next start asks and posts once", async () => {
  const { asked, write } = hanging();
  const { house, chat } = await openScene({ channels: CHANNELS, briefing: createBriefing(write, SILENT) });
  await using _ = house;
  await news(house, trade, "First");
  const stop = new AbortController();
  const delivering = deliverDue(house.tools, { soon: stop.signal, now: stop.signal });
  await expect.poll(() => asked.length).toBe(1);
  stop.abort();
  await delivering;
  expect(await listDeliveries(house.store.db, { limit: 9 })).toMatchObject([
    { state: "pending", first_tried_at: null },
  ]);
  const [revision] = await readRevisions(house.store.db, "First", "en");
  expect(revision && toldOf(revision).analysis.brief.model).toBeUndefined();

  await freeLeases(house.store.db);
  const next = model();
  const tools = { ...house.tools, briefing: createBriefing(next.write, SILENT) };
  await deliverDue(tools, { soon: new AbortController().signal, now: new AbortController().signal });

  expect(chat.messages("trade").map(({ text }) => text)).toEqual([expect.stringContaining("By the model: First.")]);
});
