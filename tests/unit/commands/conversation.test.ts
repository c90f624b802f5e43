import { describe, expect, it } from "vitest";
import { createDesk, type DeskTools } from "../../../src/commands/desk.ts";
import { asTyped } from "../../../src/commands/examples.ts";
import { channelsNow, type Configured } from "../../../src/delivery/subscriptions.ts";
import type { Asked, Desk, Question, Reply } from "../../../src/model/ask.ts";
import type { Millis } from "../../../src/model/time.ts";
import { listDeliveries } from "../../../src/store/deliveries.ts";
import type { Store } from "../../../src/store/open.ts";
import { readSubscription } from "../../../src/store/subscriptions.ts";
import { ENGINES, freshStore } from "../../support/database.ts";
import { channelOf } from "../../support/delivery-house.ts";
import { askTools, enter, NOW, textOf } from "./desk.ts";

const HOUR: Millis = 3_600_000;
const NEVER = new AbortController().signal;

interface House {
  readonly desk: Desk;
  readonly lines: readonly string[];
  readonly rings: () => number;
  now: Millis;
  trouble: readonly string[];
  /** Where the database fails: when the desk is got ready, or in the middle of an answer. */
  broken: "at once" | "later" | undefined;
}

/** A desk of the chat `office`, in which the file has one channel, `file`. */
function houseOf(store: Store): House {
  const configured: Configured = {
    channels: [channelOf("office", "file", { language: "fr" })],
    chats: new Set(["office"]),
    language: "en",
    timezone: "Europe/Zurich",
    welcome: false,
  };
  const lines: string[] = [];
  let rings = 0;
  const note = (fields: object, message: string): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const state = { now: NOW, trouble: [] as readonly string[], broken: undefined as House["broken"] };
  const tools: DeskTools = {
    chat: "office",
    ask: async (now) => {
      if (state.broken === "at once") throw new Error("disk I/O error");
      const at = askTools(store.db, { now, channels: await channelsNow(store.db, configured), example: asTyped });
      const broken = (): never => {
        throw new Error("disk I/O error");
      };
      return state.broken === "later" ? { ...at, keyOf: broken } : at;
    },
    management: {
      transaction: (work) => store.transaction(work),
      configured,
      trouble: async () => state.trouble,
      ring: () => {
        rings += 1;
      },
      removed: async () => {},
    },
    clock: { now: () => state.now, sleep: async () => {} },
    log: { debug: note, info: note, warn: note, error: note },
  };
  return Object.assign(state, { desk: createDesk(tools), lines, rings: () => rings });
}

let questions = 0;

async function ask(house: House, asked: Asked | string, changes: Partial<Question> & { manager?: boolean } = {}) {
  questions += 1;
  const { manager = true, ...rest } = changes;
  const question: Question = {
    id: `q${questions}`,
    channel: "c1",
    workspace: "T1",
    asker: { id: "U1", name: "Ana", mayManage: async () => manager },
    language: undefined,
    asked: typeof asked === "string" ? { kind: "typed", text: asked } : asked,
    ...rest,
  };
  return await house.desk.ask(question, NEVER);
}

function said(reply: Reply | undefined): readonly string[] {
  if (reply === undefined) return ["nothing"];
  const { title, entries, notes } = reply.answer;
  return [title, ...entries.flatMap(textOf), ...notes];
}

describe.each(ENGINES)("a conversation on %s", (engine) => {
  it("understands what is typed, says what was meant, and helps by example", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    await enter(store.db, "story", { topics: ["moratorium"] }, { title: "Members meet" });
    for (const line of ["latest moratorium", "LATEST topic:Moratoire", "latest --topic moratorium n=3"])
      expect(said(await ask(house, line))).toContain("Item: story");
    expect(said(await ask(house, "search “members meet”"))).toContain("*Members meet*");
    expect(said(await ask(house, "meetngs"))).toEqual(["There is no command “meetngs”. Did you mean “meetings”?"]);
    expect(said(await ask(house, "meetngs", { language: "fr" }))[0]).toContain("Vouliez-vous dire « meetings » ?");
    expect(said(await ask(house, "meetings moratorum"))[0]).toContain("Did you mean “moratorium”?");
    expect(said(await ask(house, ""))).toContain("• /wto meetings moratorium upcoming");
  });

  it("answers in the asker's language, else the channel's", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    expect((await ask(house, "topics", { channel: "file" }))?.answer.language).toBe("fr");
    expect((await ask(house, "topics", { channel: "file", language: "es" }))?.answer.language).toBe("es");
    expect((await ask(house, "topics"))?.answer.language).toBe("en");
  });

  it("is private unless shared, and then says who asked", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    expect(await ask(house, "topics")).toMatchObject({ audience: "asker", askedBy: undefined });
    for (const line of ["topics share", "topics share:true", "topics --share"])
      expect(await ask(house, line)).toMatchObject({ audience: "channel", askedBy: "Asked by Ana" });
  });

  it("answers a question once, however often it is delivered", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    expect(await ask(house, "topics", { id: "same" })).toBeDefined();
    expect(await ask(house, "topics", { id: "same" })).toBeUndefined();
  });

  it("pages go on after a restart: for who asked in place, for others by themselves; and not for ever", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    for (let n = 1; n <= 7; n += 1)
      await enter(store.db, `s${n}`, {}, { title: `Story ${n}`, published: `2026-06-0${n}` });
    const first = await ask(house, "latest n:3 share");
    expect(first?.place).toEqual({ page: 1, pages: 3, sheet: 0 });
    const token = (await first?.keep()) ?? "";

    const later = houseOf(store);
    const page = { kind: "page", token, page: 2, sheet: "last" } as const;
    const own = await ask(later, page);
    expect(said(own)).toEqual(expect.arrayContaining(["Item: s4", "Item: s3", "Item: s2"]));
    expect(own).toMatchObject({ replaces: true, audience: "channel", place: { page: 2, pages: 3, sheet: "last" } });
    expect(await own?.keep()).toBe(token);
    const other = await ask(later, page, { asker: { id: "U2", name: "Bo", mayManage: async () => false } });
    expect(other).toMatchObject({ replaces: false, audience: "asker" });
    expect(await other?.keep()).not.toBe(token);

    later.now += 91 * 24 * HOUR;
    await (await ask(later, "latest n:3"))?.keep();
    expect(said(await ask(later, page))[0]).toContain("too old");
  });

  it.each(["at once", "later"] as const)(
    "a fault of ours is private and short, with a reference: %s",
    async (broken) => {
      await using store = await freshStore(engine);
      const house = houseOf(store);
      house.broken = broken;
      const reply = await ask(house, "why https://example.org/x");
      const [text = ""] = said(reply);
      const reference = /[0-9a-f]{8}/.exec(text)?.[0] ?? "none";
      expect(reply?.audience).toBe("asker");
      expect(text).not.toContain("disk");
      expect(house.lines.join("\n")).toContain(reference);
    },
  );

  it("suggests what may be meant: topics in any language, items by their words, times, processes", async () => {
    await using store = await freshStore(engine);
    const { desk } = houseOf(store);
    await enter(
      store.db,
      "story",
      { topics: ["moratorium"] },
      { title: "Members meet on duties", published: "2026-06-02" },
    );
    const suggest = async (command: string, option: string, text: string) =>
      (await desk.suggest({ channel: "c1", language: "fr", command, option, text }, NEVER)).map(({ value }) => value);
    expect(await suggest("latest", "topic", "")).toEqual(["moratorium", "e-signatures"]);
    expect(await suggest("latest", "topic", "electroniques")).toEqual(["e-signatures"]);
    expect(await suggest("subscribe", "topics", "moratorium,")).toEqual(["moratorium,e-signatures"]);
    expect(await suggest("item", "source", "dut")).toEqual(["story"]);
    expect(await suggest("meetings", "when", "2")).toContain("2026");
    expect((await suggest("timeline", "process", "mc1")).slice(0, 2)).toEqual(["mc15", "mc14"]);
    expect(await suggest("nothing", "x", "y")).toEqual([]);
  });

  it("offers what to ask next, with the topic that was asked for", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    const texts = async (line: string) => (await ask(house, line))?.refinements.map(({ text }) => text);
    expect(await texts("meetings moratorium")).toEqual([
      "meetings moratorium upcoming",
      "meetings moratorium recent",
      "meetings moratorium 2026",
    ]);
  });
});

describe.each(ENGINES)("what managers change on %s", (engine) => {
  it("a channel is subscribed, changed in part, undone within the hour, and all of it is noted and announced", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    const first = await ask(house, "subscribe moratorium language:es digest:daily 17:30");
    expect(said(first)).toEqual(["What this channel gets: ⏳ Moratorium · es · daily 17:30"]);
    expect(house.rings()).toBe(1);
    expect(house.lines.join("\n")).toMatch(/changed .*"kind":"subscribe".*"by":"U1","name":"Ana"/);
    expect(await readSubscription(store.db, "office/c1")).toMatchObject({
      topics: '["moratorium"]',
      language: "es",
      digest: "daily 17:30",
      workspace: "T1",
    });

    const second = await ask(house, "subscribe all quiet:20:00-07:00 silent");
    expect(said(second)).toEqual([
      "Lo que recibe este canal: todo sobre comercio electrónico · es · daily 17:30 · 20:00-07:00",
    ]);
    const kinds = (await listDeliveries(store.db, { limit: 20 })).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "announcement")).toHaveLength(2);

    const [undo] = second?.buttons ?? [];
    house.now += HOUR - 1;
    expect(said(await ask(house, { kind: "button", id: undo?.id ?? "" }))).toEqual(["Deshecho."]);
    expect(await readSubscription(store.db, "office/c1")).toMatchObject({ topics: '["moratorium"]', quiet: null });
    expect(said(await ask(house, { kind: "button", id: undo?.id ?? "" }))[0]).toContain("Ana");

    const listed = said(await ask(house, "subscriptions", { language: "en" }));
    expect(listed).toContain("Digest: daily 17:30 (Europe/Zurich)");
    expect(listed.some((line) => line.includes("undone already, by Ana"))).toBe(true);
  });

  it("an hour later nothing is undone, nor by who may not manage", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    const id = (await ask(house, "subscribe"))?.buttons[0]?.id ?? "";
    const stranger = { asker: { id: "U2", name: "Bo", mayManage: async () => false } };
    expect(said(await ask(house, { kind: "button", id }, stranger))[0]).toContain("may manage");
    expect(said(await ask(house, { kind: "button", id }, { channel: "elsewhere" }))[0]).toContain("no such change");
    house.now += HOUR;
    expect(said(await ask(house, { kind: "button", id }))[0]).toContain("within an hour only");
    expect(await readSubscription(store.db, "office/c1")).toBeDefined();
  });

  it("is refused to others, for the file's channels, and where the bot can't work", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    expect(said(await ask(house, "subscribe", { manager: false }))[0]).toContain("Only who may manage");
    expect(said(await ask(house, "subscribe", { channel: "file", language: "en" }))[0]).toContain("configuration file");
    expect(said(await ask(house, "unsubscribe", { channel: "file", language: "en" }))[0]).toContain(
      "configuration file",
    );
    house.trouble = ["the bot is not in #trade: type /invite @tradepost."];
    expect(said(await ask(house, "subscribe"))[0]).toContain("/invite @tradepost");
    expect(said(await ask(house, "subscribe digest:noon"))[0]).toContain("daily 17:30");
    expect(said(await ask(house, "unsubscribe"))).toEqual(["This channel is not subscribed."]);
    expect(await readSubscription(store.db, "office/c1")).toBeUndefined();
    expect(house.rings()).toBe(0);
  });

  it("a request delivered twice, also after a restart, changes once", async () => {
    await using store = await freshStore(engine);
    await ask(houseOf(store), "subscribe moratorium", { id: "once" });
    await ask(houseOf(store), "unsubscribe");
    expect(await ask(houseOf(store), "subscribe moratorium", { id: "once" })).toBeUndefined();
    expect(await readSubscription(store.db, "office/c1")).toBeUndefined();
  });

  it("posts what was passed over, takes back what stands, and undoes both", async () => {
    await using store = await freshStore(engine);
    const house = houseOf(store);
    await enter(store.db, "fish", {}, { title: "Members meet on fish", relevant: 0 });
    expect(said(await ask(house, "post fish"))[0]).toContain("subscribe it first");
    await ask(house, "subscribe");
    const posted = await ask(house, "post fish");
    expect(said(posted)).toEqual(["It will be posted here."]);
    expect(said(await ask(house, "post fish"))).toEqual(["It is on its way already."]);
    expect(said(await ask(house, "retract fish not on e-commerce"))).toEqual([
      "It is taken back: the post is struck through, with the reason.",
    ]);
    expect(said(await ask(house, "retract fish"))).toEqual(["It was taken back already."]);
    expect(said(await ask(house, "post fish"))).toEqual(["It stands here again."]);
    expect(said(await ask(house, "post nowhere"))[0]).toContain("no item “nowhere”");
  });
});
