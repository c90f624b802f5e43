import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Words } from "./words.ts";

/** The tables as `tables.ts` describes them. */
export function firstTables(words: Words): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of [...feedTables(words), ...itemTables(words), ...deliveryTables(words)]) {
        await statement.execute(db);
      }
    },
  };
}

function feedTables({ moment, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create table feeds (
      name text primary key, url text not null, language text not null, etag text, last_modified text,
      ticked_at ${moment}, tick_due_at ${moment}, checked_at ${moment}, succeeded_at ${moment}, changed_at ${moment},
      first_look_at ${moment},
      failures integer not null default 0, error text, next_at ${moment}
    ) ${strict}`,
    sql`create table incidents (
      id text primary key, key text not null, detail text not null, opened_at ${moment} not null, closed_at ${moment}
    ) ${strict}`,
    sql`create unique index incidents_open on incidents (key) where closed_at is null`,
  ];
}

function itemTables({ moment, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create table items (
      id text primary key, first_seen_at ${moment} not null, revision integer not null, relevant integer not null,
      published text
    ) ${strict}`,
    sql`create index items_published on items (published)`,
    sql`create table item_keys (key text primary key, item_id text not null references items) ${strict}`,
    sql`create index item_keys_item on item_keys (item_id)`,
    // The feed is not referenced: it may leave the configuration while its news stays.
    sql`create table versions (
      item_id text not null references items, language text not null, feed text not null, url text, guid text,
      title text not null, description text not null, text text, published text, stem text,
      content_hash text not null, revision integer not null, relevant integer not null, analysis text not null,
      first_seen_at ${moment} not null, changed_at ${moment} not null, last_seen_at ${moment} not null,
      primary key (item_id, language)
    ) ${strict}`,
    sql`create index versions_stem on versions (stem)`,
    sql`create table revisions (
      item_id text not null references items, language text not null, revision integer not null,
      title text not null, description text not null, text text, url text, published text,
      content_hash text not null, analysis text not null, seen_at ${moment} not null,
      primary key (item_id, language, revision)
    ) ${strict}`,
  ];
}

function deliveryTables({ moment, sequence, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create table channels (
      id text primary key, chat text not null, channel text not null, created_at ${moment} not null,
      paused_at ${moment}, pause_reason text, hold_until ${moment}
    ) ${strict}`,
    sql`create table deliveries (
      seq ${sequence}, id text not null unique, channel_id text not null references channels, kind text not null,
      subject_kind text not null, subject_id text not null, revision integer not null, payload text,
      state text not null, due_at ${moment} not null, lease_until ${moment}, attempts integer not null,
      first_tried_at ${moment}, last_tried_at ${moment}, absences integer not null, vanished integer not null default 0, message_id text,
      shown_revision integer, reason text, created_at ${moment} not null, settled_at ${moment},
      unique (subject_id, channel_id, kind, revision)
    ) ${strict}`,
    sql`create index deliveries_order on deliveries (channel_id, state, seq)`,
    sql`create table digests (id text primary key, created_at ${moment} not null, revision integer not null) ${strict}`,
    sql`create table digest_items (
      digest_id text not null references digests, item_id text not null references items, position integer not null,
      primary key (digest_id, item_id)
    ) ${strict}`,
    sql`create index digest_items_item on digest_items (item_id)`,
  ];
}
