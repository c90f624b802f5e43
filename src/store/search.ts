import { sql } from "kysely";
import { foldedWords } from "../model/fold.ts";
import type { Language } from "../model/language.ts";
import type { Day } from "../model/time.ts";
import { engineOf } from "./engine.ts";
import type { Db, VersionRow } from "./tables.ts";

/** Words that must stand in a row; one word is a row of its own. All are folded, as `foldedWords` gives them. */
export interface Term {
  readonly words: readonly string[];
  /** The last word is only the beginning of one. */
  readonly isBeginning: boolean;
}

export interface SearchFilter {
  /** Each of them must be there; at least one, and none without words. */
  readonly terms: readonly Term[];
  readonly topic: string | undefined;
  /** Published on this day or later. */
  readonly since: Day | undefined;
}

/** A version of a story in which all terms stand. */
export interface Hit {
  readonly itemId: string;
  readonly language: Language;
}

/** The best hits first; of the languages of one story only the best. */
export interface Hits {
  readonly hits: readonly Hit[];
  /** There are more: of very common words, only the latest `most` entries are taken. */
  readonly isCapped: boolean;
  readonly most: number;
}

/** Of more, only the latest are taken: ranking all that hold a common word takes too long. */
const MOST = 1000;

/** A word in the title counts as much as five in the text. */
const TITLE_WEIGHT = 5;

/** Brings the words under which an item is found to those of its relevant versions. */
export async function indexWords(db: Db, itemId: string, versions: readonly VersionRow[]): Promise<void> {
  for (const version of versions) {
    if (version.relevant === 1) await enter(db, version);
    else await remove(db, itemId, version.language);
  }
}

/**
 * The relevant stories in which all terms stand.
 * @param most so many entries are ranked; where there are more, the latest are taken, those with all terms in the title
 *   first, since ranking all that hold a common word takes too long
 */
export async function searchItems(db: Db, filter: SearchFilter, most = MOST): Promise<Hits> {
  const ranked = await rankedMatches(db, filter, most);
  const best = new Map<string, Hit>();
  for (const { item_id, language } of ranked) if (!best.has(item_id)) best.set(item_id, { itemId: item_id, language });
  return { hits: [...best.values()], isCapped: ranked.length === most, most };
}

async function rankedMatches(db: Db, filter: SearchFilter, most: number): Promise<readonly Found[]> {
  const find = engineOf(db) === "sqlite" ? findOnSqlite : findOnPostgres;
  const latest = await find(db, filter, { most, isRanked: false, isTitleOnly: false });
  if (latest.length < most) {
    const found = await find(db, filter, { most, isRanked: true, isTitleOnly: false });
    return [...found].sort((a, b) => b.score - a.score || b.seq - a.seq);
  }
  const inTitle = await find(db, filter, { most, isRanked: false, isTitleOnly: true });
  const first = new Set(inTitle.map((one) => one.seq));
  return [...inTitle, ...latest.filter((one) => !first.has(one.seq))].slice(0, most);
}

interface How {
  readonly most: number;
  readonly isRanked: boolean;
  readonly isTitleOnly: boolean;
}

interface Found {
  readonly seq: number;
  readonly item_id: string;
  readonly language: Language;
  /** The greater the better. */
  readonly score: number;
}

/** The latest entries that match. To rank them, SQLite counts all entries that have one of the words. */
async function findOnSqlite(db: Db, filter: SearchFilter, how: How): Promise<readonly Found[]> {
  const terms = filter.terms.map(({ words, isBeginning }) => `"${words.join(" ")}"${isBeginning ? " *" : ""}`);
  const query = `${how.isTitleOnly ? "{title} : " : ""}(${terms.join(" AND ")})`;
  const score = how.isRanked ? sql`-bm25(search_words, ${TITLE_WEIGHT}, 1)` : sql`0`;
  const { rows } = await sql<Found>`
    select d.seq, d.item_id, d.language, ${score} as score
    from search_words cross join search_documents d on d.seq = search_words.rowid
    where search_words match ${query} and ${conditions(filter)}
    order by search_words.rowid desc limit ${how.most}`.execute(db);
  return rows;
}

/** The latest entries that match. */
async function findOnPostgres(db: Db, filter: SearchFilter, how: How): Promise<readonly Found[]> {
  const terms = filter.terms.map(({ words, isBeginning }) =>
    words
      .map((word, at) => {
        const marks = `${isBeginning && at === words.length - 1 ? "*" : ""}${how.isTitleOnly ? "A" : ""}`;
        return marks === "" ? word : `${word}:${marks}`;
      })
      .join(" <-> "),
  );
  const query = terms.map((term) => `(${term})`).join(" & ");
  const weights = sql.lit(`{${1 / TITLE_WEIGHT}, ${1 / TITLE_WEIGHT}, ${1 / TITLE_WEIGHT}, 1}`);
  const score = how.isRanked
    ? sql`ts_rank_cd(${weights}::float4[], d.words, to_tsquery('simple', ${query}), 1)`
    : sql`0`;
  const { rows } = await sql<Found>`
    select d.seq, d.item_id, d.language, ${score} as score
    from search_documents d where d.words @@ to_tsquery('simple', ${query}) and ${conditions(filter)}
    order by d.seq desc limit ${how.most}`.execute(db);
  return rows;
}

function conditions({ topic, since }: SearchFilter) {
  const ofTopic = sql`exists (select 1 from item_topics t where t.topic = ${topic ?? ""} and t.item_id = d.item_id)`;
  return sql.join([sql`d.published >= ${since ?? ""}`, ...(topic === undefined ? [] : [ofTopic])], sql` and `);
}

async function enter(db: Db, version: VersionRow): Promise<void> {
  const { item_id, language } = version;
  const published = version.published ?? "";
  const { seq } = await db
    .insertInto("search_documents")
    .values({ item_id, language, published })
    .onConflict((conflict) => conflict.columns(["item_id", "language"]).doUpdateSet({ published }))
    .returning("seq")
    .executeTakeFirstOrThrow();
  const [title, body] = [folded(version.title), folded(`${version.description}\n${version.text ?? ""}`)];
  if (engineOf(db) === "sqlite") {
    await sql`insert or replace into search_words (rowid, title, body) values (${seq}, ${title}, ${body})`.execute(db);
    return;
  }
  await sql`update search_documents set words =
    setweight(to_tsvector('simple', ${title}), 'A') || to_tsvector('simple', ${body}) where seq = ${seq}`.execute(db);
}

async function remove(db: Db, itemId: string, language: Language): Promise<void> {
  const gone = await db
    .deleteFrom("search_documents")
    .where("item_id", "=", itemId)
    .where("language", "=", language)
    .returning("seq")
    .executeTakeFirst();
  if (gone !== undefined && engineOf(db) === "sqlite")
    await sql`delete from search_words where rowid = ${gone.seq}`.execute(db);
}

function folded(text: string): string {
  return foldedWords(text)
    .map(({ word }) => word)
    .join(" ");
}
