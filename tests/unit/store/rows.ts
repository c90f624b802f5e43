import type { Analysis } from "../../../src/model/analysis.ts";
import { encodeAnalysis } from "../../../src/store/analysis.ts";
import type { NewDelivery } from "../../../src/store/outbox.ts";
import type { NewVersion } from "../../../src/store/tables.ts";

/** An analysis with nothing in it but what is given. */
export function analysisOf(changes: Partial<Analysis> = {}): Analysis {
  return {
    relevant: true,
    reasons: [],
    topics: [],
    meetings: [],
    participants: undefined,
    targets: [],
    people: [],
    documents: [],
    brief: { headline: "Members discuss rules", points: [] },
    ...changes,
  };
}

/** The first English wording of the item `story`, with the changes given. */
export function versionOf(changes: Partial<NewVersion> = {}): NewVersion {
  return {
    item_id: "story",
    language: "en",
    feed: "wto-news",
    url: "https://example.org/news_e/ecom_01jun26_1_e.htm",
    guid: null,
    title: "Members discuss rules",
    description: "Members discussed rules.",
    text: null,
    published: "2026-06-01",
    stem: "ecom_01jun26",
    content_hash: "a",
    revision: 1,
    relevant: 1,
    analysis: encodeAnalysis(analysisOf()),
    first_seen_at: 100,
    changed_at: 100,
    last_seen_at: 100,
    ...changes,
  };
}

/** A post of the item of the same id into office/C1, due at once, with the changes given. */
export function deliveryOf(id: string, changes: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    channel_id: "office/C1",
    kind: "post",
    subject_kind: "item",
    subject_id: id,
    revision: 1,
    payload: null,
    due_at: 0,
    now: 0,
    ...changes,
  };
}
