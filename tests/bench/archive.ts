import { MEETING_KINDS, type Meeting } from "../../src/model/analysis.ts";
import type { Topic } from "../../src/model/topic.ts";
import type { Day } from "../../src/model/time.ts";
import { encodeAnalysis } from "../../src/store/analysis.ts";
import { createItem, saveVersion } from "../../src/store/items.ts";
import type { Store } from "../../src/store/open.ts";
import type { Db } from "../../src/store/tables.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(1995, 0, 1);
const DAYS = 11_600;
const BATCH = 1000;
/** Those that are never taken for another. */
const KINDS = MEETING_KINDS.filter((kind) => kind !== "other");

/** Thirty topics, each less common than the one before. */
export const TOPICS: readonly Topic[] = Array.from({ length: 30 }, (_, n) => {
  const label = `Topic ${n}`;
  return { id: `topic-${n}`, emoji: "", labels: { en: label, fr: label, es: label } };
});

/**
 * Fills an archive with items since 1995, all of them relevant, which is the hardest case: leads of 60 words, the most
 * common words in nearly all of them, three topics each, all of one process, and meetings of their own in every few.
 */
export async function fillArchive(store: Store, items: number, meetings: number): Promise<void> {
  const random = generator(1);
  for (let from = 0; from < items; from += BATCH) {
    await store.transaction(async (db) => {
      for (let n = from; n < Math.min(items, from + BATCH); n += 1) {
        const told = Math.floor(((n + 1) * meetings) / items) - Math.floor((n * meetings) / items);
        const first = Math.floor((n * meetings) / items);
        const own = Array.from({ length: told }, (_, at) => meetingOf(first + at, meetings));
        await enter(db, n, dayOf(Math.floor((n * DAYS) / items)), own, random);
      }
    });
  }
}

async function enter(
  db: Db,
  n: number,
  published: Day,
  meetings: readonly Meeting[],
  random: () => number,
): Promise<void> {
  const id = `item-${n}`;
  const title = sentence(8, random);
  const topics = [...new Set(Array.from({ length: 3 }, () => `topic-${Math.floor(30 * random() ** 2)}`))];
  const points = [sentence(20, random), sentence(20, random), sentence(20, random)];
  await createItem(db, { id, first_seen_at: n, published, relevant: 1 });
  await saveVersion(db, {
    item_id: id,
    language: "en",
    feed: "wto-news",
    url: `https://example.org/${id}`,
    title,
    description: points.join(" "),
    published,
    content_hash: id,
    revision: 1,
    relevant: 1,
    analysis: encodeAnalysis({
      relevant: true,
      reasons: [{ rule: "subject", words: "word0" }],
      topics,
      meetings,
      participants: { count: 70 + (n % 30), quote: points[0] ?? "" },
      targets: [],
      people: [],
      documents: [],
      processes: ["joint-initiative"],
      brief: { headline: title, points },
    }),
    first_seen_at: n,
    changed_at: n,
    last_seen_at: n,
  });
}

/** Days and kinds such that no two meetings are the same one. */
function meetingOf(n: number, of: number): Meeting {
  const perKind = Math.ceil(of / KINDS.length);
  const day = dayOf(Math.floor(((n % perKind) * DAYS) / perKind));
  const kind = KINDS[Math.floor(n / perKind)] ?? "council";
  return { start: day, end: day, kind, status: "held", quote: `They met on ${day}.` };
}

function dayOf(n: number): Day {
  return new Date(FIRST + n * DAY).toISOString().slice(0, 10);
}

/** Words of which the first are in nearly every sentence and the last in hardly any. */
function sentence(length: number, random: () => number): string {
  return `${Array.from({ length }, () => `word${Math.floor(5000 ** random() - 1)}`).join(" ")}.`;
}

/** The same numbers from 0 up to 1 at every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
