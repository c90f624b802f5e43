import { type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Db } from "../tables.ts";
import type { Words } from "./words.ts";

/** What is subscribed and decided in the chats, questions that can be paged, installations, and how meetings changed. */
export function subscriptions(words: Words): Migration {
  return {
    async up(db: Db): Promise<void> {
      for (const statement of [...chatTables(words), ...archiveTables(words)]) await statement.execute(db);
    },
  };
}

function chatTables({ moment, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create table subscriptions (
      channel_id text primary key, chat text not null, channel text not null, workspace text, topics text,
      language text, digest text, quiet text, passing text, silent integer not null, sign_of_life integer not null,
      by_id text not null, by_name text not null, since ${moment} not null, ended_at ${moment}
    ) ${strict}`,
    sql`create table changes (
      id text primary key, question text not null unique, channel_id text not null, kind text not null,
      by_id text not null, by_name text not null, at ${moment} not null, before text, after text, item_id text,
      reason text, undone_at ${moment}, undone_by text
    ) ${strict}`,
    sql`create index changes_channel on changes (channel_id, at)`,
    sql`create table overrides (
      item_id text not null references items, channel_id text not null, verdict text not null, reason text,
      by_name text not null, at ${moment} not null, primary key (item_id, channel_id)
    ) ${strict}`,
    sql`create table questions (
      id text primary key, command text not null, "values" text not null, language text not null,
      channel_id text not null, asker_id text not null, shared integer not null, kept_at ${moment} not null
    ) ${strict}`,
    sql`create index questions_kept on questions (kept_at)`,
    sql`create table waiting (
      channel_id text not null, item_id text not null references items, since ${moment} not null,
      primary key (channel_id, item_id)
    ) ${strict}`,
    sql`alter table channels add column digest_at ${moment}`,
    sql`create table installations (
      chat text not null, workspace text not null, sealed text not null, saved_at ${moment} not null,
      primary key (chat, workspace)
    ) ${strict}`,
  ];
}

function archiveTables({ moment, strict }: Words): readonly RawBuilder<unknown>[] {
  return [
    sql`create table item_processes (
      process text not null, item_id text not null references items, published text not null,
      first_seen_at ${moment} not null, primary key (process, item_id)
    ) ${strict}`,
    sql`create index item_processes_item on item_processes (item_id)`,
    sql`create index item_processes_order on item_processes (process, published, first_seen_at, item_id)`,
    sql`create table archive_state (name text primary key, value text not null) ${strict}`,
    // How often days, kind or status changed, and when last: a calendar's SEQUENCE and LAST-MODIFIED.
    sql`alter table meetings add column sequence integer not null default 0`,
    sql`alter table meetings add column changed_at ${moment}`,
  ];
}
