import { type RawBuilder, sql } from "kysely";

/** What the two engines write differently. */
export interface Words {
  /** The type of a moment. */
  readonly moment: RawBuilder<unknown>;
  /** The type of a primary key that grows with every row. */
  readonly sequence: RawBuilder<unknown>;
  /** The order of an index that begins with the greatest and ends with the rows that have none. */
  readonly greatestFirst: RawBuilder<unknown>;
  /** The tables of the full-text search: each engine has its own. */
  readonly search: readonly RawBuilder<unknown>[];
  /** What ends each table. */
  readonly strict: RawBuilder<unknown>;
}

const SEARCH_COLUMNS = sql`item_id text not null references items, language text not null, published text not null`;

export const WORDS = {
  sqlite: {
    moment: sql`integer`,
    sequence: sql`integer primary key autoincrement`,
    greatestFirst: sql`desc`,
    search: [
      sql`create table search_documents (
        seq integer primary key, ${SEARCH_COLUMNS}, unique (item_id, language)
      ) strict`,
      // Without the text, which the versions have: https://www.sqlite.org/fts5.html#contentless_delete_tables
      sql`create virtual table search_words using fts5 (
        title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2',
        prefix = '3 4 5'
      )`,
    ],
    strict: sql`strict`,
  },
  postgres: {
    moment: sql`bigint`,
    sequence: sql`bigint generated always as identity primary key`,
    greatestFirst: sql`desc nulls last`,
    search: [
      sql`create table search_documents (
        seq bigint generated always as identity primary key, ${SEARCH_COLUMNS}, words tsvector, unique (item_id, language)
      )`,
      sql`create index search_documents_words on search_documents using gin (words)`,
    ],
    strict: sql``,
  },
} as const satisfies Record<string, Words>;
