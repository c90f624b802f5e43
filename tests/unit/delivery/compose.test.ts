import { expect, test } from "vitest";
import { changesBetween, isSignificant } from "../../../src/delivery/changes.ts";
import { itemPost } from "../../../src/delivery/compose.ts";
import { batch, decide } from "../../../src/delivery/plan.ts";
import { shownVersion } from "../../../src/delivery/wording.ts";
import type { Meeting } from "../../../src/model/analysis.ts";
import type { VersionRow } from "../../../src/store/tables.ts";
import { analysisOf, channelOf } from "../../support/delivery-house.ts";

const QUOTE = "Participants will meet again.";
const held: Meeting = { start: "2026-06-22", end: "2026-06-23", kind: "plenary", status: "held", quote: QUOTE };
const next: Meeting = { start: "2026-07-20", end: "2026-07-20", kind: "plenary", status: "upcoming", quote: QUOTE };
const topic = { id: "spam", labels: { en: "Spam", fr: "Messages indésirables", es: "Correo no deseado" }, emoji: "✉️" };

function told(changes: Parameters<typeof analysisOf>[1], published = "2026-06-23") {
  return { url: "https://www.wto.org/x_e.htm", published, analysis: analysisOf("A headline", changes) };
}

test("a post shows date, points, facts with what comes next first, and topics in the reader's language", () => {
  const analysis = {
    topics: ["spam", "removed-topic"],
    meetings: [held, next],
    participants: { count: 91, quote: "Ninety-one members take part." },
    targets: [{ what: "a revised text", by: "2026-12-31", quote: "A revised text is due." }],
  };

  const post = itemPost(told(analysis), "fr", [topic], []);

  expect(post.published?.text).toBe("23 juin 2026");
  expect(post.facts).toEqual([
    { label: "Prochaine réunion", value: "20 juillet 2026" },
    { label: "Réunion tenue", value: "22–23 juin 2026" },
    { label: "Participants", value: "91" },
    { label: "Échéance", value: "fin 2026\u202F: a revised text" },
  ]);
  expect(post.topics.map((tag) => tag.label)).toEqual(["Messages indésirables", "removed-topic"]);
});

test("a channel that names no topic gets everything; others get what they asked for, with the reason", () => {
  expect(decide(channelOf("a", "b"), []).wanted).toBe(true);
  expect(decide(channelOf("a", "b", { topics: ["spam"] }), ["spam", "privacy"])).toMatchObject({
    wanted: true,
    reason: "asked for spam",
  });
  expect(decide(channelOf("a", "b", { topics: ["spam"] }), ["privacy"])).toMatchObject({
    wanted: false,
    reason: "asked only for spam",
  });
});

test("where one wording was read with its article, what only that one states is no change; what both state is", () => {
  const lead = told({ meetings: [held], participants: { count: 86, quote: QUOTE } });
  const article = told({
    article: { read: true },
    meetings: [{ ...held, end: "2026-06-24" }, next],
    participants: { count: 87, quote: QUOTE },
    targets: [{ what: "a text", by: "2026-12-31", quote: QUOTE }],
  });

  const texts = (before: typeof lead, after: typeof lead) =>
    changesBetween(before, after, "en").map(({ text }) => text);

  expect(texts(lead, article)).toEqual(["participants 86 → 87", "meeting held 22–23 June 2026 → 22–24 June 2026"]);
  expect(texts(article, lead)).toEqual(["participants 87 → 86", "meeting held 22–24 June 2026 → 22–23 June 2026"]);
  expect(texts(article, told({ article: { read: true } }))).toHaveLength(3);
});

test("only more items than the limit become a digest", () => {
  expect(batch(["1", "2"], 2).kind).toBe("single");
  expect(batch(["1", "2", "3"], 2).kind).toBe("digest");
});

test("changes are named in the reader's language; a date, status, count or target deserves a reply, wording does not", () => {
  const postponed: Meeting = { ...next, status: "postponed" };

  const changes = changesBetween(told({ meetings: [next] }), told({ meetings: [postponed] }, "2026-06-24"), "en");

  expect(changes.map((change) => change.text)).toEqual([
    "meeting 20 July 2026 (next meeting) → 20 July 2026 (meeting postponed)",
    "date of the item 23 June 2026 → 24 June 2026",
  ]);
  expect(changes.map(isSignificant)).toEqual([true, false]);
  expect(changesBetween(told({}), told({}), "en")).toEqual([]);
});

test("a channel is served its own language where there is one, else the relevant version that came first", () => {
  const item = { id: "i", first_seen_at: 0, revision: 1, relevant: 1, published: null };
  const versions = [version("en", 2, 1), version("es", 1, 0), version("fr", 3, 1)];

  expect(shownVersion({ item, versions }, "fr")?.language).toBe("fr");
  expect(shownVersion({ item, versions: versions.slice(0, 2) }, "fr")?.language).toBe("en");
  expect(shownVersion({ item, versions: [] }, "fr")).toBeUndefined();
});

function version(language: VersionRow["language"], first_seen_at: number, relevant: number): VersionRow {
  const nothing = { url: null, guid: null, text: null, published: null, stem: null, analysis: "" };
  const standing = { missing_looks: 0, missing_since: null };
  const seen = { first_seen_at, changed_at: 0, last_seen_at: 0 };
  const wording = { title: "", description: "", content_hash: "", revision: 1, relevant };
  return { item_id: "i", feed: "wto-news", language, ...nothing, ...seen, ...standing, ...wording };
}
